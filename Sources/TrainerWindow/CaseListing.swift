import Preferences
import Scenarios
import Scenes
import Sessions

/// Which cases the library lists: those that the filter and the search let through.
struct CaseListing {
  /// Words of the cases, and of which library they are.
  private var words: [CaseWords] = []
  private var ids: [String] = []

  /// Indices of the session's cases, then of its broken files.
  mutating func listed(_ session: Session, search: String) -> [Int] {
    let all = session.cases.map(\.scenario.id) + session.broken.map(\.file)
    if all != ids {
      ids = all
      words =
        session.cases.map { CaseWords(of: $0.scenario) }
        + session.broken.map { CaseWords(ofFile: $0.file) }
    }
    return all.indices.filter { index in
      isIn(session.settings.caseFilter, index, session) && words[index].match(search)
    }
  }

  private func isIn(_ filter: Settings.CaseFilter, _ index: Int, _ session: Session) -> Bool {
    let isPassed =
      session.cases.indices.contains(index)
      && session.past[session.cases[index].scenario.id]?.hasPassed == true
    switch filter {
    case .all: return true
    case .toDo: return !isPassed
    case .passed: return isPassed
    }
  }
}
