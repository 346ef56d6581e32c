import ArgumentParser
import Attempts
import Records
import Sessions

/// A record that is looked at, and what another program's record leaves open.
struct RecordOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The moment to show, in seconds.", valueName: "seconds"))
  var at: Double?

  @Option(
    help: ArgumentHelp(
      "The case of another program's record: an id of the library or a path.", valueName: "file"))
  var scenario: String?

  @Option(
    help: ArgumentHelp("The step of another program's record.", valueName: "id"))
  var phase: String?

  @Option(
    help: ArgumentHelp(
      "Millimetres of the back in a pixel of another program's input.", valueName: "mm"))
  var mmPerPixel: Double?

  /// Whether any of them is used.
  var isGiven: Bool { at != nil || scenario != nil || phase != nil || mmPerPixel != nil }

  func validate() throws {
    if let at, !(0...Double(Bounds.time) / 1_000_000).contains(at) {
      throw ValidationError("--at is a number of seconds, 0 to 86400.")
    }
    if let mmPerPixel, !ForeignOptions.allowedMillimetresPerPixel.contains(mmPerPixel) {
      throw ValidationError("--mm-per-pixel is 0.000001 to 1000.")
    }
    if scenario == nil, phase != nil { throw ValidationError("--phase goes with --scenario.") }
  }

  /// The moment in microseconds of the attempt's clock.
  var time: Int? { at.map { Int(($0 * 1_000_000).rounded()) } }

  /// Reads a record from start to end; nothing is folded yet.
  ///
  /// - Parameter record: its path, `-` for standard input.
  func read(_ record: String) throws(Failure) -> RecordedAttempt {
    try named(record).attempt()
  }

  /// A record with these options.
  func named(_ record: String) -> NamedRecord {
    NamedRecord(
      record: record, scenario: scenario, phase: phase,
      millimetresPerPixel: mmPerPixel ?? ForeignOptions.usualMillimetresPerPixel)
  }
}
