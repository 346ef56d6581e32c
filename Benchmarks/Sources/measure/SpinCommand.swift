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
    var one = Chain(state: 1)
    var two = Chain(state: 2)
    var three = Chain(state: 4)
    let steps = millions * 1_000_000
    let wall = ContinuousClock().measure {
      for _ in 0..<steps {
        one.step()
        two.step()
        three.step()
      }
    }
    // What comes out is looked at, so nothing of it is left out.
    guard one.state ^ two.state ^ three.state != 0 else { throw ExitCode(70) }
    try report(Figures(steps: steps, wallNanoseconds: wall / .nanoseconds(1)))
  }

  /// Marsaglia's xorshift. Three beside each other keep a core about as busy as scoring does; one alone
  /// would leave half of it to whoever shares it.
  private struct Chain {
    var state: UInt64

    mutating func step() {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
    }
  }
}
