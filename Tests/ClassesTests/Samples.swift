import Attempts
import Geometry
import Scenarios

@testable import Classes
@testable import Scoring

/// Made-up records.
enum Samples {
  /// A result in which each criterion lost so many tenths, by deductions of the given codes.
  static func result(
    case id: String = "back", trainee: String? = "t-aaaaaaaa", mode: Mode = .practice,
    origin: Origin = .live, verdict: Scoring.Result.Verdict = .passed, score: Int = 900,
    device: Device = Device(kind: .mouse, pressure: .set), critical: [String] = [],
    borderline: Bool = false, lost: [Int] = [0, 0, 0, 0, 0, 0, 0], assessed: [Bool]? = nil,
    deductions: [(code: String, tenths: Int, phase: String?)] = []
  ) -> Scoring.Result {
    let weights = Rubric().weights
    return Scoring.Result(
      scenarioID: id, ruleSet: 1, trainee: trainee, mode: mode, origin: origin, device: device,
      duration: .seconds(300_000_000), verdict: verdict, score: .tenths(score), passMark: 75,
      critical: critical, below: [], borderline: borderline,
      criteria: Criterion.allCases.enumerated().map { index, criterion in
        CriterionResult(
          criterion: criterion, weight: weights[index], assessed: assessed?[index] ?? true,
          lost: .tenths(lost[index]), effectiveTenths: weights[index] * 10)
      },
      deductions: deductions.map { code, tenths, phase in
        Deduction(
          criterion: Criterion.allCases.first { code.hasPrefix($0.rawValue) } ?? .path, code: code,
          points: .tenths(tenths), phase: phase,
          spans: [Span(start: .seconds(0), end: .seconds(1_000_000))], message: code)
      },
      phases: [], areas: [])
  }

  static func submission(
    _ number: Int, start: String = "", sha256: String? = nil, scenario: String = "5ca1e",
    scale: ScaleClass? = .half, movements: Movements = Movements([Event]()),
    _ result: Scoring.Result
  ) -> Submission {
    Submission(
      number: number, sha256: sha256 ?? "record\(number)", start: start,
      scenarioSHA256: scenario, title: "A back", scale: scale, movements: movements,
      result: result)
  }

  /// A contact that goes straight on from a place, a sample every 8 ms.
  static func contact(
    _ number: Int, at start: Int, x: Int = 0, y: Int = 0, step: Int = 50, samples: Int = 40,
    pressure: Int? = 300
  ) -> [Event] {
    (0..<samples).map { index in
      let sample = Sample(
        time: start + index * 8_000, position: Position(x: x, y: y + index * step),
        pressure: pressure)
      if index == 0 {
        return .land(
          Landing(contact: number, hand: 0, nanometresPerPixel: 500_000, sample: sample))
      }
      return index == samples - 1
        ? .lift(contact: number, sample) : .move(contact: number, sample)
    }
  }

  /// Contacts that nobody else makes.
  static func massage(_ seed: Int, contacts: Int = 4, from start: Int = 1_000_000) -> [Event] {
    (0..<contacts).flatMap { index in
      contact(
        index + 1, at: start + index * 1_000_000, x: seed * 7 + index, step: 50 + index)
    }
  }
}

extension Event {
  /// The same later, and with other words beside it.
  func moved(time: Int = 0, contact added: Int = 0) -> Event {
    func later(_ sample: Sample) -> Sample {
      Sample(time: sample.time + time, position: sample.position, pressure: sample.pressure)
    }
    return switch self {
    case .act(let act, let at): .act(act, time: at + time)
    case .land(let landing):
      .land(
        Landing(
          contact: landing.contact + added, hand: landing.hand,
          nanometresPerPixel: landing.nanometresPerPixel, sample: later(landing.sample)))
    case .move(let contact, let sample): .move(contact: contact + added, later(sample))
    case .lift(let contact, let sample): .lift(contact: contact + added, later(sample))
    }
  }
}
