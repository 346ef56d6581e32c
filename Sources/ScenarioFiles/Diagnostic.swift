/// A place in a text: line and column from 1, columns counted in Unicode scalars.
public struct Place: Hashable, Comparable, Sendable {
  public var line: Int
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static let start = Place(line: 1, column: 1)

  public static func < (a: Place, b: Place) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// Something that is wrong, or looks wrong, at a place of a file.
public struct Diagnostic: Hashable, Sendable {
  public enum Severity: String, Sendable {
    case error, warning
  }

  public var severity: Severity
  public var place: Place
  /// What was found and what is allowed, in one line of plain words.
  public var message: String

  public init(_ severity: Severity, at place: Place, _ message: String) {
    self.severity = severity
    self.place = place
    self.message = message
  }

  public var line: Int { place.line }
  public var column: Int { place.column }
  public var isError: Bool { severity == .error }

  /// `FILE:LINE:COLUMN: error: WHAT`.
  public func rendered(file: String) -> String {
    "\(file):\(line):\(column): \(severity.rawValue): \(message)"
  }
}

/// Collects what one reading of a file finds.
final class Findings {
  private(set) var all: [Diagnostic] = []

  func error(_ place: Place, _ message: String) {
    all.append(Diagnostic(.error, at: place, message))
  }

  func warning(_ place: Place, _ message: String) {
    all.append(Diagnostic(.warning, at: place, message))
  }

  var errorCount: Int { all.count(where: \.isError) }
  var hasErrors: Bool { all.contains(where: \.isError) }

  /// In the order of places; of one place in the order in which they were found.
  var inOrder: [Diagnostic] {
    all.enumerated().sorted { a, b in
      (a.element.place, a.offset) < (b.element.place, b.offset)
    }.map(\.element)
  }
}

/// What ends the reading of a file at once: a syntax error, or something that is refused.
struct Refusal: Error {
  var diagnostic: Diagnostic

  init(_ place: Place, _ message: String) {
    diagnostic = Diagnostic(.error, at: place, message)
  }
}
