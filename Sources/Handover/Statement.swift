import Attempts
import Foundation
import Scoring

/// What an attempt came to, as a statement of the Experience API 1.0.3: who, passed or failed, which
/// case, with what result.
///
/// Its bytes depend on the attempt, the rule set and the home page alone.
public struct Statement: Hashable, Sendable {
  /// Why nothing is stated of an attempt.
  public enum Omission: String, CaseIterable, Error, Sendable {
    case demonstration, foreign, drill, nameless
  }

  /// Begins every IRI that the program makes. `.example` is nobody's (RFC 2606), so that they name
  /// things and lead nowhere.
  public static let base = "https://effleurage.example"
  /// Home page of the accounts where none is given.
  public static let homePage = base + "/"

  /// UUID, version 5: equal for the same judgement of the same attempt.
  public let id: String
  /// Id of the trainee, who is the actor's account.
  public let trainee: String
  /// The object, on one line.
  public let json: String

  /// - Parameter homePage: of the accounts; an IRI, as ``isIRI(_:)`` has it.
  /// - Throws: ``Omission`` for what does not count as an attempt of somebody.
  public init(
    of attempt: JudgedAttempt, homePage: String = Statement.homePage
  ) throws(Omission) {
    let result = attempt.result
    switch result.origin {
    case .demonstration: throw .demonstration
    case .foreign: throw .foreign
    case .live: break
    }
    guard result.mode != .drill else { throw .drill }
    guard let trainee = result.trainee, !trainee.isEmpty else { throw .nameless }
    self.trainee = trainee
    let digest = ResultJSON.digest(result, scenarioSHA256: attempt.scenarioSHA256)
    id = Statement.id(
      homePage: homePage, trainee: trainee, start: attempt.start, digest: digest)
    json = JSONText.object([
      ("id", JSONText.string(id)),
      ("actor", Statement.actor(trainee, homePage)),
      ("verb", Statement.verb(result.verdict)),
      ("object", Statement.activity(attempt)),
      ("result", Statement.result(result, digest: digest)),
      ("context", Statement.context(attempt)),
      (
        "timestamp",
        Statement.end(start: attempt.start, duration: result.duration).map { JSONText.string($0) }
      ),
      // The one number that a provider of statements may give (xAPI 1.0.3, part two, 2.4.10).
      ("version", JSONText.string("1.0.0")),
    ])
  }

  /// From what makes a judgement of an attempt another one. The digest holds case, rule set, trainee,
  /// mode, device and every figure of the result; the start tells attempts with equal results apart.
  static func id(homePage: String, trainee: String, start: String, digest: String) -> String {
    let namespace = NameUUID.bytes(of: base + "/xapi/statements", in: NameUUID.urls)
    let name = ["1", homePage, trainee, start, digest].joined(separator: "\n")
    return NameUUID.text(NameUUID.bytes(of: name, in: namespace))
  }

  private static func actor(_ trainee: String, _ homePage: String) -> String {
    JSONText.object([
      "objectType": JSONText.string("Agent"),
      "account": JSONText.object([
        "homePage": JSONText.string(homePage), "name": JSONText.string(trainee),
      ]),
    ])
  }

  /// Of ADL's vocabulary.
  private static func verb(_ verdict: Result.Verdict) -> String {
    let word =
      switch verdict {
      case .passed: "passed"
      case .failed: "failed"
      case .abandoned: "terminated"
      }
    return JSONText.object([
      "id": JSONText.string("http://adlnet.gov/expapi/verbs/" + word),
      "display": JSONText.object(["en": JSONText.string(word)]),
    ])
  }

  private static func activity(_ attempt: JudgedAttempt) -> String {
    func inNoKnownLanguage(_ text: String) -> String? {
      text.isEmpty ? nil : JSONText.object(["und": JSONText.string(text)])
    }
    return JSONText.object([
      "objectType": JSONText.string("Activity"),
      "id": JSONText.string(
        base + "/cases/" + attempt.result.scenarioID + "/" + attempt.scenarioSHA256),
      "definition": JSONText.object([
        ("name", inNoKnownLanguage(attempt.title)),
        ("description", inNoKnownLanguage(attempt.summary)),
        ("type", JSONText.string("http://adlnet.gov/expapi/activities/simulation")),
      ]),
    ])
  }

  private static func context(_ attempt: JudgedAttempt) -> String {
    let result = attempt.result
    return JSONText.object([
      "contextActivities": JSONText.object([
        "grouping": JSONText.array([
          JSONText.object([
            "objectType": JSONText.string("Activity"),
            "id": JSONText.string(base + "/cases/" + result.scenarioID),
          ])
        ])
      ]),
      "revision": JSONText.string(attempt.scenarioSHA256),
      "platform": JSONText.string(Program.name),
      "extensions": JSONText.object([
        (extensionKey("mode"), JSONText.string(result.mode.rawValue)),
        (extensionKey("device"), JSONText.string(result.device.kind.rawValue)),
        (extensionKey("pressure"), JSONText.string(result.device.pressure.rawValue)),
        (extensionKey("scenario-sha256"), JSONText.string(attempt.scenarioSHA256)),
        (extensionKey("program"), JSONText.string(attempt.program)),
      ]),
    ])
  }

  static func extensionKey(_ name: String) -> String { base + "/xapi/extensions/" + name }

  /// When an attempt ended by its own clock, to the millisecond; nil when its start is not known.
  ///
  /// - Parameter start: ISO 8601 in UTC.
  static func end(start: String, duration: Figure) -> String? {
    let whole = Date.ISO8601FormatStyle()
    let parts = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    guard let date = (try? whole.parse(start)) ?? (try? parts.parse(start)) else { return nil }
    // Whole milliseconds: a fraction that is nearly the next would be cut off below it.
    let began = Int((date.timeIntervalSince1970 * 1_000).rounded())
    let end = began + Int((duration.value * 1_000).rounded())
    var second = end / 1_000
    if end < second * 1_000 { second -= 1 }
    let text = Date(timeIntervalSince1970: Double(second)).formatted(whole)
    guard text.count == 20, text.hasSuffix("Z") else { return nil }
    return text.dropLast() + "." + String(end - second * 1_000 + 1_000).dropFirst() + "Z"
  }
}
