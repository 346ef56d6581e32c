import Attempts
import Foundation
import ScenarioFiles
import Scenarios
import Scoring
import Sessions

/// What a replay costs: folding an hour of massage once, memory for it, and seeking anywhere in it.
/// Times are the processor's, so that what else the machine does is not measured.
/// `Scripts/bench replay` builds and starts it; it is not installed.
@main struct ReplayCost {
  private static let hour = 3_600_000_000
  private static let seeks = 400
  private static let frames = 300

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 2 || arguments.count == 3 else {
      fail(64, "usage: replay-cost SCENARIOS [CASE]")
    }
    let id = arguments.count == 3 ? arguments[2] : "lifting-easing-left"
    let library = ScenarioLibrary(folders: [(path: arguments[1], origin: .shipped)])
    guard let found = library.entries.first(where: { $0.scenario?.id == id }) else {
      fail(66, "there is no case \(id)")
    }
    let file = CaseFile(try found.reading.get())
    for rate in [125, 250] { try measure(file, rate: rate) }
  }

  private static func fail(_ code: Int32, _ words: String) -> Never {
    FileHandle.standardError.write(Data("replay-cost: \(words)\n".utf8))
    exit(code)
  }

  private static func measure(_ file: CaseFile, rate: Int) throws {
    let attempt = try attempt(file, rate: rate)
    let clock = ProcessorClock()
    let before = memory()
    var folded: Replay?
    let folding = try clock.measure { folded = try Replay.fold(attempt) }
    guard let replay = folded else { return }
    let kept = memory() - before
    print(
      "\(rate) samples a second: \(attempt.events.count) events, "
        + "\(replay.end / 1_000_000) s; folded once in \(milliseconds(folding)) ms "
        + "(\(Int(folding / .nanoseconds(attempt.events.count))) ns an event, "
        + "1 s of folding for \(Int(Double(replay.end) / 1e6 / (folding / .seconds(1)))) s); "
        + "\(kept / 1_048_576) MB more memory")
    var numbers = SystemRandomNumberGenerator()
    var times: [Duration] = []
    for _ in 0..<seeks {
      let time = Int.random(in: 0...replay.end, using: &numbers)
      var down = 0
      times.append(clock.measure { down = replay.state(at: time).attempt.down.count })
      precondition(down <= 1, "nothing of it was left out")
    }
    print("  seek to a random time: \(spread(times))")
    // In the replay itself, the expert's attempt beside it.
    var play = ReplayPlay(replay, beside: try expert(file, rate: 125))
    times = (0..<seeks).map { _ in
      let time = Int.random(in: 0...replay.end, using: &numbers)
      return clock.measure { play.seek(to: time, at: 0) }
    }
    print("  the same with the expert's beside it: \(spread(times))")
    times = (0..<seeks).map { _ in clock.measure { play.step(by: -1, at: 0) } }
    print("  an event back: \(spread(times))")
    for speed in DemonstrationSpeed.allCases where speed.factor == 1 || speed.factor == 8 {
      play.seek(to: replay.end / 2, at: 0)
      play.change(to: speed, at: 0)
      play.play(at: 0)
      times = (1...frames).map { frame in clock.measure { play.advance(to: frame * 16_667) } }
      play.pause(at: frames * 16_667)
      print("  a frame at \(speed.factor) times the speed: \(spread(times))")
    }
  }

  /// An hour of the expert's work: the steps again and again.
  private static func attempt(_ file: CaseFile, rate: Int) throws -> RecordedAttempt {
    var options = Demonstration.Options()
    options.rate = rate
    options.skill = 0.6
    let made = try Demonstration(of: file.scenario, options: options, program: "replay-cost")
    var attempt = RecordedAttempt(of: file, header: made.header, rules: .latest)
    let first =
      made.events.firstIndex { if case .act(.phase, _) = $0 { true } else { false } } ?? 0
    for event in made.events[..<first] { attempt.append(event) }
    let round = made.events[first...].dropLast()
    let start = round.first?.time ?? 0
    let contacts = round.compactMap(\.contact).max() ?? 0
    let length = (round.last?.time ?? 0) - start + 1_000_000
    var number = 0
    while start + number * length < hour {
      for event in round {
        let moved = event.moved(by: number * length, contacts: number * contacts)
        guard moved.time <= hour else { return attempt }
        attempt.append(moved)
      }
      number += 1
    }
    return attempt
  }

  private static func expert(_ file: CaseFile, rate: Int) throws -> Replay? {
    var options = Demonstration.Options()
    options.rate = rate
    let made = try Demonstration(of: file.scenario, options: options, program: "replay-cost")
    var attempt = RecordedAttempt(of: file, header: made.header, rules: .latest)
    for event in made.events { attempt.append(event) }
    return try Replay.fold(attempt)
  }

  private static func spread(_ times: [Duration]) -> String {
    let sorted = times.sorted()
    func at(_ share: Double) -> String {
      milliseconds(sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))])
    }
    return
      "median \(at(0.5)) ms, 95 % \(at(0.95)) ms, worst \(milliseconds(sorted[sorted.count - 1])) ms"
  }

  private static func milliseconds(_ duration: Duration) -> String {
    let hundredths = Int((duration / .microseconds(10)).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// Bytes of memory that the process holds now; 0 where the system does not say.
  private static func memory() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    let digits = line.map { $0.filter(\.isNumber) } ?? ""
    return (Int(digits) ?? 0) * 1_024
  }
}

/// Time that the processor worked for this program, whatever else the machine did meanwhile.
private struct ProcessorClock {
  func measure(_ body: () throws -> Void) rethrows -> Duration {
    let before = ProcessorClock.now
    try body()
    return ProcessorClock.now - before
  }

  private static var now: Duration {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}

extension Event {
  /// The same later, by a hand with another number.
  fileprivate func moved(by time: Int, contacts: Int) -> Event {
    func later(_ sample: Sample) -> Sample {
      Sample(time: sample.time + time, position: sample.position, pressure: sample.pressure)
    }
    return switch self {
    case .act(let act, let moment): .act(act, time: moment + time)
    case .land(let landing):
      .land(
        Landing(
          contact: landing.contact + contacts, hand: landing.hand,
          nanometresPerPixel: landing.nanometresPerPixel, sample: later(landing.sample)))
    case .move(let contact, let sample): .move(contact: contact + contacts, later(sample))
    case .lift(let contact, let sample): .lift(contact: contact + contacts, later(sample))
    }
  }
}
