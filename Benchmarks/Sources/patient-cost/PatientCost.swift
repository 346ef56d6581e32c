import Attempts
import Foundation
import Patients
import ScenarioFiles
import Scenarios
import Scoring

/// What the patient costs beside scoring: both fold the same events in the same run, and the share
/// is what counts. `Scripts/bench patient` builds and starts it; it is not installed.
@main struct PatientCost {
  /// Samples a second, and frames in which the patient is shown.
  private static let rate = 125
  private static let frame = 16_667
  private static let rounds = 3

  /// The shortest of the rounds, for all events.
  struct Cost {
    var events = 0
    var scoring = Duration.zero
    var patient = Duration.zero
    var shown = Duration.zero

    static func += (a: inout Cost, b: Cost) {
      a.events += b.events
      a.scoring += b.scoring
      a.patient += b.patient
      a.shown += b.shown
    }
  }

  static func main() throws {
    guard CommandLine.arguments.count == 2 else {
      FileHandle.standardError.write(Data("patient-cost: usage: patient-cost SCENARIOS\n".utf8))
      exit(64)
    }
    let library = ScenarioLibrary(folders: [(path: CommandLine.arguments[1], origin: .shipped)])
    var all = Cost()
    for scenario in library.entries.compactMap(\.scenario) where scenario.decision == .proceed {
      let cost = try cost(of: scenario)
      all += cost
      print(row(scenario.id, cost))
    }
    print(row("all cases", all))
  }

  /// Scoring and patient take turns, so that what else the machine does hits both.
  private static func cost(of scenario: Scenario) throws -> Cost {
    var options = Demonstration.Options()
    options.rate = rate
    let demonstration = try Demonstration(of: scenario, options: options, program: "patient-cost")
    let clock = ContinuousClock()
    var cost = Cost(events: demonstration.events.count)
    for round in 0..<rounds {
      var scorer = Scorer(scenario: scenario, header: demonstration.header)
      let scoring = clock.measure { for event in demonstration.events { scorer.add(event) } }
      var patient = Patients.Patient(scenario: scenario, header: demonstration.header)
      let alone = clock.measure {
        for event in demonstration.events { patient.add(event) }
        _ = patient.effect
      }
      patient = Patients.Patient(scenario: scenario, header: demonstration.header)
      var breaths = 0.0
      let shown = clock.measure {
        var next = 0
        for event in demonstration.events {
          while next <= event.time {
            patient.advance(to: next)
            breaths += patient.state.breath
            next += frame
          }
          patient.add(event)
        }
      }
      precondition(breaths > 0 && scorer.attempt.hasEnded, "nothing of it was left out")
      cost.scoring = round == 0 ? scoring : min(cost.scoring, scoring)
      cost.patient = round == 0 ? alone : min(cost.patient, alone)
      cost.shown = round == 0 ? shown : min(cost.shown, shown)
    }
    return cost
  }

  private static func row(_ name: String, _ cost: Cost) -> String {
    func nanoseconds(_ duration: Duration) -> String {
      "\(Int((duration / .nanoseconds(max(1, cost.events))).rounded())) ns"
    }
    func share(_ duration: Duration) -> String {
      let thousandths = Int((duration / cost.scoring * 1000).rounded())
      return "\(thousandths / 10).\(thousandths % 10) %"
    }
    return "\(name): \(cost.events) events, scoring \(nanoseconds(cost.scoring)) an event, "
      + "patient \(nanoseconds(cost.patient)) (\(share(cost.patient))), "
      + "shown 60 times a second \(nanoseconds(cost.shown)) (\(share(cost.shown)))"
  }
}
