import ArgumentParser

/// Work that needs a core and nothing else: what several at once take more than one alone is the
/// machine's doing.
struct SpinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spin", abstract: "Keeps one core busy with a fixed piece of work.")

  @Option(help: "Millions of steps.")
  var millions = 1_000

  struct Figures: Encodable {
    var steps: Int
    var wallNanoseconds: Double
  }

  func run() throws {
    var value: UInt64 = 1
    let steps = millions * 1_000_000
    let wall = ContinuousClock().measure {
      for _ in 0..<steps { value = value &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407 }
    }
    // What comes out is looked at, so nothing of it is left out.
    guard value != 0 else { throw ExitCode(70) }
    try report(Figures(steps: steps, wallNanoseconds: wall / .nanoseconds(1)))
  }
}
