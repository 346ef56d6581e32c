import Attempts
import Scenarios
public import Scoring

/// A result in words, for a terminal.
public enum ResultText {
  /// Deductions show at most this many of their spans.
  private static let shownSpans = 3

  /// Lines that end with a line end each.
  ///
  /// - Parameter title: the case's title.
  public static func report(_ result: Result, record: String, title: String) -> String {
    var lines = [
      "\(record): \(result.verdict.rawValue), \(result.score) of 100 (pass mark \(result.passMark))",
      "  \(title) (\(result.scenarioID)), \(circumstances(of: result))",
    ]
    if result.verdict == .abandoned {
      lines.append("  The attempt was not ended by the trainee, so it cannot be passed.")
    }
    if !result.critical.isEmpty {
      lines.append(
        "  Critical: \(result.critical.joined(separator: ", ")). A critical fault fails "
          + "the attempt whatever the score.")
    }
    if !result.below.isEmpty {
      let names = result.below.map(\.rawValue).joined(separator: ", ")
      lines.append("  Too little kept of: \(names). Every criterion must keep its minimum.")
    }
    if result.borderline {
      lines.append("  Borderline: a pixel or a point more or less would change the verdict.")
    }
    lines.append("")
    lines += result.criteria.map(row)
    lines.append("")
    if result.deductions.isEmpty {
      lines.append("  Nothing was deducted.")
    } else {
      lines.append("  What cost points:")
      lines += result.deductions.map { line($0) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Seconds of the attempt's clock as `m:ss`, cut to whole seconds.
  public static func clock(_ seconds: Figure) -> String {
    clock(wholeSeconds: Int(seconds.value))
  }

  /// A stretch as `m:ss to m:ss`, from the second it begins in to the one it ends in.
  public static func span(_ span: Span) -> String {
    let start = clock(span.start)
    let end = clock(span.end)
    return start == end ? start : "\(start) to \(end)"
  }

  private static func clock(wholeSeconds: Int) -> String {
    let rest = wholeSeconds % 60
    return "\(wholeSeconds / 60):" + (rest < 10 ? "0" : "") + String(rest)
  }

  private static func circumstances(of result: Result) -> String {
    let device =
      switch result.device.pressure {
      case .measured: "\(result.device.kind.rawValue) with measured pressure"
      case .set: "\(result.device.kind.rawValue) with set pressure"
      case .none: "\(result.device.kind.rawValue) without pressure"
      }
    let origin =
      switch result.origin {
      case .live: ""
      case .demonstration: "demonstration, "
      case .foreign: "record of another program, "
      }
    return "\(origin)\(result.mode.rawValue), \(device), \(clock(result.duration))"
  }

  private static func row(_ criterion: CriterionResult) -> String {
    let name = padded(criterion.criterion.rawValue, to: 10)
    guard criterion.assessed else { return "  \(name)   not assessed" }
    let weight = Figure.tenths(criterion.effectiveTenths)
    let kept = Figure.tenths(criterion.effectiveTenths - criterion.lost.units)
    return "  \(name)\(padded(oneDecimal(kept), to: 7, right: true)) of "
      + padded(oneDecimal(weight), to: 5, right: true)
  }

  private static func line(_ deduction: Deduction) -> String {
    var line = "  " + padded("-" + oneDecimal(deduction.points), to: 6, right: true) + "  "
    line += deduction.message
    var places = deduction.spans.prefix(shownSpans).map { span($0) }
    if deduction.spans.count > shownSpans {
      places.append("and \(deduction.spans.count - shownSpans) more")
    }
    if let phase = deduction.phase { places.insert(phase, at: 0) }
    if !places.isEmpty { line += " (\(places.joined(separator: ", ")))" }
    return line
  }

  /// With its decimal even when that is 0, so that figures stand in a column.
  private static func oneDecimal(_ tenths: Figure) -> String {
    let text = tenths.description
    return text.contains(".") ? text : text + ".0"
  }

  private static func padded(_ text: String, to width: Int, right: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return right ? space + text : text + space
  }
}
