import Authoring
import Scenarios
import Scoring
import Testing

#if !DEBUG
  /// Whose recordings made the bands has nearly all marks by them.
  @Suite struct NearFullTests {
    @Test(arguments: ["lifting-easing-left", "desk-prevention", "everything"], [0.4, 0.6, 0.9])
    func theRecorderKeepsNearlyAll(id: String, skill: Double) throws {
      let scenario =
        try (id == "everything" ? Recordings.loaded() : Recordings.shipped(id)).scenario
      let attempts = try (1...6).map {
        try Recordings.demonstration(of: scenario, seed: $0, skill: skill)
      }
      let calibration = Recordings.calibration(of: scenario, attempts)
      print(calibration.table.joined(separator: "\n"))
      for attempt in attempts {
        let before = Recordings.score(attempt, of: scenario)
        let after = Recordings.score(attempt, of: calibration.calibrated)
        let line = zip(before.criteria, after.criteria).map {
          "\($0.criterion.rawValue) \($0.lost)>\($1.lost)"
        }
        print(id, skill, before.score, after.score, line)
        print(after.deductions.map { "\($0.code) \($0.points)" })
      }
    }
  }
#endif
