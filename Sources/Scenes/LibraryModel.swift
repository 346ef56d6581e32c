public import Scenarios

/// What is known of a trainee's attempts at a case.
public struct CaseRecord: Hashable, Sendable {
  /// 0 to 100.
  public var bestScore: Double
  public var hasPassed: Bool
  public var attempts: Int
  /// Aids of the case that practice has taken away.
  public var hiddenAids: Int

  public init(bestScore: Double, hasPassed: Bool, attempts: Int, hiddenAids: Int = 0) {
    self.hiddenAids = hiddenAids
    self.bestScore = bestScore
    self.hasPassed = hasPassed
    self.attempts = attempts
  }
}

/// One entry of the library: a case, or a file that could not be read.
public struct LibraryCase: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case scenario(Scenario)
    /// Name of the file, and its first error in words.
    case broken(file: String, error: String)
  }

  public var content: Content
  /// Nil: not tried yet.
  public var record: CaseRecord?
  /// Nil: no course was begun with the patient of the case.
  public var course: CourseModel?

  public init(_ content: Content, record: CaseRecord? = nil, course: CourseModel? = nil) {
    self.content = content
    self.record = record
    self.course = course
  }

  public var title: String {
    switch content {
    case .scenario(let scenario): scenario.title
    case .broken(let file, _): file
    }
  }
}
