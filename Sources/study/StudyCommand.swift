import ArgumentParser
import Foundation

/// The studies, in the order in which they are printed.
enum Study: String, CaseIterable, ExpressibleByArgument, Sendable {
  case deviation, loops, taps, alarms, vibration, tablet

  func run(on folder: DataFolder) throws(DataError) -> Findings {
    switch self {
    case .deviation: try DeviationStudy.run(on: folder)
    case .loops: try LoopStudy.run(on: folder)
    case .taps: try TapStudy.run(on: folder)
    case .alarms: try AlarmStudy.run(on: folder)
    case .vibration: VibrationStudy.run()
    case .tablet: try TabletStudy.run(on: folder)
    }
  }
}

/// Runs the engine over recordings of people and over motion made by formulas.
@main struct StudyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "study",
    abstract: "Check the measures on recordings of people and on generated motion.",
    discussion: """
      Prints tables, and then every claim with the figures it was judged by.

      Exit codes: 0 every claim holds; 1 some do not, and they are named on standard error; \
      65 bad data; 66 the folder is missing.
      """)

  @Argument(help: "The folder of the recordings, one folder a source. It is only read.")
  var data: String

  @Option(help: "Only this study; may be given more than once.")
  var only: [Study] = []

  func run() throws {
    guard FileManager.default.fileExists(atPath: data) else {
      say("study: error: there is no folder \(data)")
      throw ExitCode(66)
    }
    var claims: [Claim] = []
    do {
      for study in Study.allCases where only.isEmpty || only.contains(study) {
        let findings = try study.run(on: DataFolder(path: data))
        for table in findings.tables { print(table.text) }
        claims += findings.claims
      }
    } catch {
      say("\(error)")
      throw ExitCode(65)
    }
    print("Claims")
    for claim in claims {
      print("  \(claim.holds ? "holds" : "FAILS"): \(claim.name): \(claim.figures)")
    }
    let failed = claims.filter { !$0.holds }
    guard failed.isEmpty else {
      say("study: \(failed.count) of \(claims.count) claims do not hold:")
      for claim in failed { say("  \(claim.name): \(claim.figures)") }
      throw ExitCode(1)
    }
  }

  private func say(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }
}
