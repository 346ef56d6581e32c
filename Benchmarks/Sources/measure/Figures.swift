import ArgumentParser
import Foundation
import ScenarioFiles

/// The middle of an odd number of measurements; of an even number the mean of the two in the middle.
func median(_ values: [Double]) -> Double {
  guard !values.isEmpty else { return 0 }
  let sorted = values.sorted()
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/// Writes figures to standard output as one line of JSON.
func report(_ figures: some Encodable) throws {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  print(String(decoding: try encoder.encode(figures), as: UTF8.self))
}

/// The most memory this process ever held, in bytes; 0 where the system does not say.
func mostMemory() -> Int {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
  return (line.flatMap { Int($0.filter(\.isNumber)) } ?? 0) * 1_024
}

/// Says on standard error how far a long measurement is.
func tell(_ words: String) {
  FileHandle.standardError.write(Data((words + "\n").utf8))
}

/// The case that is measured, and how its work is done.
struct WorkOptions: ParsableArguments {
  @Argument(help: "The case: a YAML file with strokes and comb circles.")
  var file: String

  @Option(help: "Samples a second.")
  var rate = 125

  @Option(help: "How skilled the hand is, 0 to 1.")
  var skill = 0.8

  func validate() throws {
    guard (20...1000).contains(rate) else { throw ValidationError("--rate is from 20 to 1000.") }
    guard (0...1).contains(skill) else { throw ValidationError("--skill is from 0 to 1.") }
  }

  func work() throws -> Work {
    let loaded: LoadedScenario
    do throws(ScenarioFileError) { loaded = try LoadedScenario.load(file: file) } catch {
      for message in error.messages { tell(message) }
      throw ExitCode(error.exitCode)
    }
    do throws(WorkError) {
      return try Work(of: loaded, rate: rate, skill: skill)
    } catch {
      tell("\(file): error: \(error.reason)")
      throw ExitCode(65)
    }
  }
}
