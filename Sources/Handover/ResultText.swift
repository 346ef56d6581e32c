import Scenarios
public import Scoring

/// A result in words, for a terminal.
public enum ResultText {
  /// Columns of a line, at most.
  public static let width = 80

  /// Lines of at most ``width`` columns that end with a line end each: verdict and circumstances,
  /// what was good, what to change, what each criterion kept, and where each point went.
  ///
  /// - Parameter title: the case's title.
  public static func report(_ result: Result, record: String, title: String) -> String {
    var page = TextPage(width: width)
    addVerdict(result, record, title, to: &page)
    addStrengths(result, to: &page)
    addChanges(result, to: &page)
    addCriteria(result, to: &page)
    addDeductions(result, to: &page)
    return page.text
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

  static func addHeading(_ text: String, to page: inout TextPage) {
    page.gap()
    page.add(text)
  }

  static func name(_ criterion: Criterion) -> String {
    criterion.rawValue.prefix(1).uppercased() + criterion.rawValue.dropFirst()
  }

  /// With its decimal even when that is 0, so that figures stand in a column.
  static func oneDecimal(_ tenths: Figure) -> String {
    let text = tenths.description
    return text.contains(".") ? text : text + ".0"
  }

  static func padded(_ text: String, to width: Int, right: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return right ? space + text : text + space
  }

  static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }
}
