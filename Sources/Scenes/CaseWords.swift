public import Scenarios

/// The words by which a case is found.
public struct CaseWords: Hashable, Sendable {
  private let words: String

  /// Title, cause, period, techniques, kind of massage and difficulty, as the window says them.
  public init(of scenario: Scenario) {
    let patient = scenario.patient
    let parts =
      [
        scenario.title, Words.cause(patient.cause), Words.period(patient.period),
        Words.massage(scenario.massage), Words.difficulty(scenario.difficulty), patient.name,
        scenario.id,
      ] + scenario.phases.map(Words.title)
      + scenario.phases.map { Words.technique($0.task.technique) }
    words = CaseWords.folded(parts.joined(separator: " "))
  }

  /// A file that holds no case is found by its name.
  public init(ofFile name: String) { words = CaseWords.folded(name) }

  /// Whether every word that is asked for occurs, wherever and in whatever case.
  public func match(_ search: String) -> Bool {
    CaseWords.folded(search).split(separator: " ").allSatisfy { words.contains($0) }
  }

  /// Lower case, with one kind of hyphen and one kind of space.
  private static func folded(_ text: String) -> String {
    String(
      text.lowercased().map { letter in
        switch letter {
        case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}": "-"
        case _ where letter.isWhitespace: " "
        default: letter
        }
      })
  }
}
