import Attempts
import Classes
import Handover
import ScenarioFiles
import Scenarios
import Scoring
import Synchronization

/// The cases of the library by their bytes, those that others hide among them.
struct LibraryCases: Sendable {
  private let loaded: [LoadedScenario]

  init(_ library: ScenarioLibrary) {
    var loaded: [LoadedScenario] = []
    for entry in library.entries {
      if case .success(let scenario) = entry.reading { loaded.append(scenario) }
      for file in entry.hidden {
        do throws(ScenarioFileError) { loaded.append(try LoadedScenario.load(file: file)) } catch {
          // The library has just read it; gone since then, it is none of its cases.
          continue
        }
      }
    }
    self.loaded = loaded
  }

  var cases: [LibraryCase] {
    loaded.map { LibraryCase(id: $0.scenario.id, sha256: $0.source.sha256) }
  }

  /// What the expert does in those cases that are among the given ones, in the order of the library.
  func experts(of scenarios: [String], jobs: Int) -> [ClassRecords.Expert] {
    let asked = Set(scenarios)
    var seen: Set<String> = []
    let wanted = loaded.filter {
      asked.contains($0.source.sha256) && seen.insert($0.source.sha256).inserted
    }
    let queue = Mutex(wanted[...])
    let experts = Mutex<[ClassRecords.Expert]>([])
    Conveyor(
      jobs: jobs, next: { queue.withLock { $0.popFirst() } },
      work: { LibraryCases.expert(of: $0) },
      deliver: { expert in experts.withLock { experts in if let expert { experts.append(expert) } }
      }
    ).run()
    return experts.withLock { $0 }
  }

  /// Nil of a case that the expert cannot show.
  private static func expert(of loaded: LoadedScenario) -> ClassRecords.Expert? {
    do throws(DemonstrationError) {
      let demonstration = try Demonstration(
        of: loaded.scenario, options: Demonstration.Options(), program: Program.signature)
      return ClassRecords.Expert(
        scenarioSHA256: loaded.source.sha256, movements: Movements(demonstration.events))
    } catch {
      return nil
    }
  }
}
