public import Preferences

/// What is known of a trainee's work in all.
public struct WorkSoFar: Hashable, Sendable {
  public enum State: Hashable, Sendable {
    case new, tried, passed
  }

  /// Of every case, in the library's order.
  public var cases: [State]
  public var attempts: Int
  /// 0 to 100, of attempts that were not abandoned; nil without any.
  public var averageScore: Double?

  public init(cases: [State], attempts: Int, averageScore: Double?) {
    self.cases = cases
    self.attempts = attempts
    self.averageScore = averageScore
  }

  public var passed: Int { cases.count { $0 == .passed } }
}

/// What the library says beside its cases: who practises, what is looked for, what was done.
public struct LibraryHeader: Hashable, Sendable {
  /// Nil when nobody is named.
  public var trainee: String?
  public var filter: Settings.CaseFilter
  public var search: TextLine
  /// Whether what is typed goes into the search.
  public var isSearching: Bool
  public var work: WorkSoFar

  public init(
    trainee: String? = nil, filter: Settings.CaseFilter = .all, search: TextLine = TextLine(),
    isSearching: Bool = false,
    work: WorkSoFar = WorkSoFar(cases: [], attempts: 0, averageScore: nil)
  ) {
    self.trainee = trainee
    self.filter = filter
    self.search = search
    self.isSearching = isSearching
    self.work = work
  }

  /// Whether the filter or the search can leave cases out.
  var isNarrowed: Bool { filter != .all || !search.isEmpty }
}
