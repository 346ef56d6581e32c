import Attempts
import Scenarios
import Scoring

/// What each criterion kept of its weight, and where each point went.
extension ResultText {
  /// A deduction with more stretches than this names how many there are and the longest.
  private static let shownSpans = 3

  static func addCriteria(_ result: Result, to page: inout TextPage) {
    addHeading("What each criterion kept", to: &page)
    for judged in result.criteria {
      let name = "  " + padded(name(judged.criterion), to: 10)
      guard judged.assessed else {
        page.add(
          "not assessed: " + reason(for: judged.criterion, in: result), after: name + "  ")
        continue
      }
      let kept = judged.effectiveTenths - judged.lost.units
      let weight = oneDecimal(.tenths(judged.effectiveTenths))
      let row = padded(oneDecimal(.tenths(kept)), to: 6, right: true) + " of "
      let remark = result.below.contains(judged.criterion) ? "  below its minimum" : ""
      page.add(row + padded(weight, to: 5) + remark, after: name)
    }
  }

  /// Why a criterion was not assessed.
  private static func reason(for criterion: Criterion, in result: Result) -> String {
    func isAssessed(_ other: Criterion) -> Bool {
      result.criteria.contains { $0.criterion == other && $0.assessed }
    }
    if criterion == .procedure {
      return result.origin == .foreign
        ? "such a record holds the strokes alone" : "a drill asks for one step alone"
    }
    if Criterion.allCases.allSatisfy({ $0 == .procedure || !isAssessed($0) }) {
      return "it was not decided to massage"
    }
    if result.origin == .foreign, !isAssessed(.speed), !isAssessed(.flow) {
      return "the record carries no times"
    }
    if criterion == .pressure {
      return switch result.device.pressure {
      case .none: "the device gives no pressure"
      case .measured: "the pressure did not change"
      case .set: "the case asks nothing of its kind"
      }
    }
    return "the case asks nothing of its kind"
  }

  static func addDeductions(_ result: Result, to page: inout TextPage) {
    addHeading("Where each point went", to: &page)
    guard !result.deductions.isEmpty else {
      page.add("Nothing was deducted.", after: "  ")
      return
    }
    var previous: Criterion?
    var hasNotShown = false
    for deduction in result.deductions {
      let name = deduction.criterion == previous ? "" : name(deduction.criterion)
      previous = deduction.criterion
      let points = padded("-" + oneDecimal(deduction.points), to: 6, right: true)
      // The same share is missing from all of them, for the same reason: once is enough.
      let isAgain = deduction.isNotShown && hasNotShown
      hasNotShown = hasNotShown || deduction.isNotShown
      page.add(
        isAgain ? "Not shown, for the same reason" : sentence(for: deduction),
        after: "  " + padded(name, to: 10) + points + "  ")
    }
  }

  private static func sentence(for deduction: Deduction) -> String {
    let places = places(of: deduction)
    return places.isEmpty ? deduction.message : "\(deduction.message) (\(places))"
  }

  /// Phase and times.
  private static func places(of deduction: Deduction) -> String {
    var places: [String] = []
    if let phase = deduction.phase { places.append(phase) }
    let spans = deduction.isNotShown ? [] : deduction.spans
    if spans.count <= shownSpans {
      places += spans.map { span($0) }
    } else if let first = spans.first {
      var longest = first
      for span in spans
      where span.end.value - span.start.value > longest.end.value - longest.start.value {
        longest = span
      }
      places.append("\(spans.count) times from \(clock(first.start))")
      places.append("longest \(span(longest))")
    }
    return places.joined(separator: ", ")
  }
}
