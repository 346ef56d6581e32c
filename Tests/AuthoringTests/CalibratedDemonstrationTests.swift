import Authoring
import ScenarioFiles
import Scenarios
import Scoring
import Testing

#if !DEBUG
  /// Whose recordings made the bands has nearly all marks by them.
  @Suite struct CalibratedDemonstrationTests {
    @Test(arguments: ["lifting-easing-left", "desk-prevention", "everything"], [0.6, 0.9])
    func theRecorderKeepsNearlyAll(id: String, skill: Double) throws {
      let scenario =
        try (id == "everything" ? Recordings.loaded() : Recordings.shipped(id)).scenario
      let attempts = try (1...5).map {
        try Recordings.demonstration(of: scenario, seed: $0, skill: skill)
      }
      let calibrated = Recordings.calibration(of: scenario, attempts).calibrated
      for (number, attempt) in attempts.enumerated() {
        let before = Recordings.score(attempt, of: scenario)
        let after = Recordings.score(attempt, of: calibrated)
        let what: Comment =
          "\(id) \(skill) \(number + 1): \(after.deductions.map { "\($0.code) \($0.points)" })"
        // A careful hand has all marks by wide bands already; a rougher one gains.
        #expect(bandPoints(after) <= max(bandPoints(before), 7), what)
        #expect(!after.deductions.contains { $0.code == "procedure.duration" }, what)
        for criterion in after.criteria where criterion.assessed {
          let lost = bandPoints(after, of: criterion.criterion)
          let weight = Double(criterion.effectiveTenths) / 10
          #expect(lost <= weight * (criterion.criterion == .technique ? 0.25 : 0.15), what)
        }
      }
    }

    /// Points lost by bands: a press that slips, for one, is none of theirs.
    private func bandPoints(_ result: Scoring.Result, of criterion: Criterion? = nil) -> Double {
      let codes = [
        "path.offGuide", "speed.tooFast", "speed.tooSlow", "pressure.tooHard",
        "pressure.tooLight", "technique.diameter", "technique.advance", "procedure.duration",
      ]
      return result.deductions.filter {
        codes.contains($0.code) && (criterion == nil || criterion == $0.criterion)
      }.reduce(0) { $0 + $1.points.value }
    }

    /// Others are judged by what that hand did: who works much faster loses by it.
    @Test func anotherPaceLosesMarks() throws {
      let scenario = try Recordings.shipped("desk-prevention").scenario
      let attempts = try (1...5).map { try Recordings.demonstration(of: scenario, seed: $0) }
      let calibrated = Recordings.calibration(of: scenario, attempts).calibrated
      let fast = try Recordings.demonstration(of: scenario, seed: 1, faults: [.tooFast])
      #expect(Recordings.score(fast, of: calibrated).verdict == .failed)
    }
  }
#endif
