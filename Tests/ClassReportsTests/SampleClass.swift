import Attempts
import Classes
import Geometry
import Scenarios

@testable import Scoring

/// A small class with everything that a page tells, and names that try to break it.
enum SampleClass {
  static let hostileTitle = "</h2><script>alert(\"1\")</script> & 'two'"
  static let rightToLeftTitle = "\u{5DB}\u{5D0}\u{5D1} \u{5D2}\u{5D1} (L4) \u{738B}\u{533B}\u{751F}"

  static func result(
    _ trainee: String?, case id: String, mode: Mode = .practice, origin: Origin = .live,
    kind: DeviceKind = .mouse, verdict: Scoring.Result.Verdict = .passed, lost: [Int],
    critical: [String] = [], borderline: Bool = false
  ) -> Scoring.Result {
    let weights = Rubric().weights
    let codes = ["before", "offGuide", "tooFast", "tooHard", "touched", "breaks", "notShown"]
    return Scoring.Result(
      scenarioID: id, ruleSet: 1, trainee: trainee, mode: mode, origin: origin,
      device: Device(kind: kind, pressure: kind == .touch ? .none : .set),
      duration: .seconds(200_000_000 + lost[1] * 1_000_000), verdict: verdict,
      score: .tenths(1_000 - lost.reduce(0, +)), passMark: 75, critical: critical,
      below: Criterion.allCases.enumerated().filter { lost[$0.offset] > weights[$0.offset] * 7 }
        .map(\.element),
      borderline: borderline,
      criteria: Criterion.allCases.enumerated().map { index, criterion in
        CriterionResult(
          criterion: criterion, weight: weights[index],
          assessed: criterion != .pressure || kind != .touch, lost: .tenths(lost[index]),
          effectiveTenths: weights[index] * 10)
      },
      deductions: Criterion.allCases.enumerated().compactMap { index, criterion in
        guard lost[index] > 0 else { return nil }
        return Deduction(
          criterion: criterion, code: "\(criterion.rawValue).\(codes[index])",
          points: .tenths(lost[index]), phase: index % 2 == 1 ? "comb" : nil, spans: [],
          message: "")
      },
      phases: [], areas: [])
  }

  static func records(showsFiles: Bool) -> ClassRecords {
    var submissions: [Submission] = []
    func add(
      _ start: String, _ scenario: String, _ title: String, seed: Int? = nil,
      _ result: Scoring.Result
    ) {
      let number = submissions.count + 1
      submissions.append(
        Submission(
          number: number, sha256: String(repeating: String(number % 10), count: 64),
          file: showsFiles ? "sub/<&\"'> \u{5D0}\u{738B} \(number).inkml" : nil, start: start,
          scenarioSHA256: scenario, title: title, scale: .half,
          movements: Movements(massage(seed ?? number)), result: result))
    }
    let easing = "easing"
    add(
      "2026-11-10T09:00:00Z", "aaaa", hostileTitle,
      result("t-7k3qvm2x", case: easing, verdict: .failed, lost: [30, 100, 40, 0, 60, 30, 20]))
    add(
      "2026-11-11T09:00:00Z", "aaaa", hostileTitle,
      result("t-7k3qvm2x", case: easing, lost: [15, 80, 20, 0, 30, 20, 10], borderline: true))
    add(
      "2026-11-12T09:00:00Z", "aaaa", hostileTitle,
      result("t-7k3qvm2x", case: easing, mode: .exam, lost: [0, 40, 10, 0, 0, 10, 0]))
    add(
      "2026-11-10T10:00:00Z", "aaaa", hostileTitle,
      result(
        "t-b2c3d4e5", case: easing, verdict: .failed, lost: [0, 200, 50, 0, 150, 30, 20],
        critical: ["spasm.wentOn"]))
    add(
      "2026-11-11T10:00:00Z", "aaaa", hostileTitle, seed: 3,
      result("t-b2c3d4e5", case: easing, lost: [0, 40, 10, 0, 0, 10, 0]))
    add(
      "2026-11-12T10:00:00Z", "aaaa", hostileTitle,
      result("t-b2c3d4e5", case: easing, kind: .touch, lost: [0, 30, 10, 0, 0, 10, 0]))
    add(
      "", "aaaa", hostileTitle,
      result(nil, case: easing, verdict: .abandoned, lost: [0, 230, 140, 90, 140, 90, 90]))
    add(
      "2026-11-13T10:00:00Z", "bbbb", rightToLeftTitle,
      result("t-7k3qvm2x", case: "desk", lost: [0, 0, 0, 0, 0, 0, 0]))
    add(
      "2026-11-14T10:00:00Z", "aaaa", hostileTitle,
      result("t-b2c3d4e5", case: easing, mode: .drill, lost: [0, 10, 0, 0, 0, 0, 0]))
    add(
      "", "aaaa", hostileTitle,
      result(
        nil, case: easing, origin: .demonstration, kind: .demonstration,
        lost: [0, 1, 0, 0, 0, 0, 0]))
    add(
      "", "bbbb", rightToLeftTitle,
      result(nil, case: "desk", origin: .foreign, kind: .foreign, lost: [0, 90, 0, 0, 0, 0, 0]))
    return ClassRecords(
      submissions,
      unread: [
        ClassRecords.Unread(
          number: 12, file: showsFiles ? "bad.inkml" : nil,
          reason: .damaged(line: 3, column: 7))
      ],
      library: [LibraryCase(id: "easing", sha256: "aaaa"), LibraryCase(id: "desk", sha256: "cc")],
      ruleSet: 1)
  }

  /// Two strokes that no other seed makes.
  static func massage(_ seed: Int) -> [Event] {
    (1...2).flatMap { contact in
      (0..<30).map { index in
        let sample = Sample(
          time: contact * 1_000_000 + index * 8_000,
          position: Position(x: seed * 13 + contact, y: index * 50), pressure: 200)
        if index == 0 {
          return Event.land(
            Landing(contact: contact, hand: 0, nanometresPerPixel: 500_000, sample: sample))
        }
        return index == 29
          ? .lift(contact: contact, sample) : .move(contact: contact, sample)
      }
    }
  }
}
