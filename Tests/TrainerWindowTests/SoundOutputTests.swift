import CSDL2
import Catalogue
import Foundation
import Sounds
import Synchronization
import Testing
import Threads

@testable import TrainerWindow

/// SDL's sound system is one for the whole process.
@Suite(.serialized) struct SoundOutputTests {
  private static let warning = SoundState(nearness: .pressing)
  private static let loud = SoundSettings(volume: 1)

  /// Waits until something can be observed; gives up after two minutes, which no machine needs.
  private func eventually(_ what: String, _ look: () -> Bool) async throws {
    let end = ContinuousClock.now + .seconds(120)
    while !look() {
      guard ContinuousClock.now < end else {
        Issue.record("never seen: \(what)")
        throw CancellationError()
      }
      try await Task.sleep(for: .milliseconds(2))
    }
  }

  /// A device in memory: what was asked of it, and the feed that it was opened with.
  private final class Bench: Sendable {
    struct Seen: Sendable {
      var opened: [UInt32] = []
      var closed: [UInt32] = []
      var quits = 0
      /// Whether there is a device to open.
      var hasDevice = true
      var feed: SoundFeed?
    }

    let seen = Mutex(Seen())

    var system: SoundSystem {
      SoundSystem(
        open: { feed throws(SoundError) in
          let number = self.seen.withLock { seen -> UInt32? in
            guard seen.hasDevice else { return nil }
            feed.begin(rate: 48_000)
            seen.feed = feed
            seen.opened.append(UInt32(seen.opened.count + 1))
            return seen.opened.last
          }
          guard let number else { throw SoundError(description: "nothing is plugged in") }
          return number
        },
        close: { number in self.seen.withLock { $0.closed.append(number) } },
        quit: { self.seen.withLock { $0.quits += 1 } })
    }

    /// The next samples as the device would ask for them.
    func play(_ count: Int) -> [Int16] {
      var samples = [Int16](repeating: .max, count: count)
      samples.withUnsafeMutableBufferPointer { buffer in
        seen.withLock { $0.feed }?.fill(buffer)
      }
      return samples
    }
  }

  /// Nobody passes before it is opened.
  private final class Gate: Sendable {
    private let isOpen = Mutex(false)
    private let bell = NSCondition()

    func open() {
      isOpen.withLock { $0 = true }
      bell.lock()
      bell.broadcast()
      bell.unlock()
    }

    func pass() {
      bell.lock()
      while !isOpen.withLock({ $0 }) { bell.wait() }
      bell.unlock()
    }
  }

  // MARK: With SDL

  /// Uses a driver of SDL for one test.
  private func withDriver(_ name: String, _ act: (SoundOutput) async throws -> Void) async throws {
    SDL_SetHintWithPriority(SDL_HINT_AUDIODRIVER, name, SDL_HINT_OVERRIDE)
    let output = SoundOutput()
    do {
      try await act(output)
    } catch {
      _ = output.close(within: 60)
      throw error
    }
    #expect(output.close(within: 60))
    #expect(output.status == .closed)
  }

  @Test func aDeviceIsOpenedFollowedAndClosed() async throws {
    try await withDriver("dummy") { output in
      #expect(output.status == .idle)
      output.follow(Self.warning, Self.loud)
      #expect(output.status == .idle)
      output.open()
      try await eventually("a device") {
        if case .playing = output.status { true } else { false }
      }
      let playing = output.status
      // Opening once more, and what happens to other devices, change nothing.
      output.open()
      output.deviceAdded()
      output.deviceRemoved(9_999)
      #expect(output.status == playing)
    }
  }

  @Test func anUnknownDriverIsNoError() async throws {
    try await withDriver("no-such-driver") { output in
      output.open()
      try await eventually("the answer") {
        if case .missing = output.status { true } else { false }
      }
      guard case .missing(let reason) = output.status else { return }
      #expect(!reason.isEmpty)
      output.follow(Self.warning, Self.loud)
    }
  }

  // MARK: With a device in memory

  @Test func whatIsToldIsHeard() async throws {
    let bench = Bench()
    let output = SoundOutput(bench.system)
    output.follow(.silent, Self.loud)
    output.open()
    try await eventually("a device") { output.status == .playing(1) }
    #expect(bench.play(4_800).allSatisfy { $0 == 0 })
    output.follow(Self.warning, Self.loud)
    let loud = bench.play(4_800).map { abs(Int($0)) }.max() ?? 0
    #expect(loud > 8_000)
    // A quieter wish is heard in the next block.
    output.follow(Self.warning, SoundSettings(spasmWarning: false, volume: 1))
    _ = bench.play(1_024)
    #expect(bench.play(4_800).allSatisfy { $0 == 0 })
    #expect(output.close(within: 60))
    #expect(bench.seen.withLock { $0.closed } == [1])
    #expect(bench.seen.withLock { $0.quits } == 1)
  }

  @Test func withoutAThreadThereIsNoSoundUntilThereIsOne() async throws {
    let bench = Bench()
    let isGiven = Mutex(false)
    let output = SoundOutput(bench.system) { work in
      isGiven.withLock { $0 } && WorkThread.start(work)
    }
    output.open()
    #expect(output.status == .missing(reason: Texts["sounds.noThread"]))
    #expect(bench.seen.withLock { $0.opened }.isEmpty)
    isGiven.withLock { $0 = true }
    output.deviceAdded()
    try await eventually("a device") { output.status == .playing(1) }
    #expect(output.close(within: 60))
    // Nor does closing wait for a thread that never was.
    let silent = SoundOutput(bench.system) { _ in false }
    silent.open()
    #expect(silent.close(within: 60))
    #expect(silent.status == .closed)
  }

  @Test func aDeviceThatIsPulledOutIsReplaced() async throws {
    let bench = Bench()
    let output = SoundOutput(bench.system)
    output.open()
    try await eventually("a device") { output.status == .playing(1) }
    // Another is there.
    output.deviceRemoved(1)
    try await eventually("the next device") { output.status == .playing(2) }
    #expect(bench.seen.withLock { $0.closed } == [1])
    // No other is there, until one is plugged in.
    bench.seen.withLock { $0.hasDevice = false }
    output.deviceRemoved(2)
    try await eventually("no device") {
      output.status == .missing(reason: "nothing is plugged in")
    }
    output.deviceAdded()
    try await eventually("still none") {
      output.status == .missing(reason: "nothing is plugged in")
    }
    bench.seen.withLock { $0.hasDevice = true }
    output.deviceAdded()
    try await eventually("a third device") { output.status == .playing(3) }
    #expect(output.close(within: 60))
    #expect(bench.seen.withLock { $0.closed } == [1, 2, 3])
  }

  /// A sound server that does not answer holds up nobody, not even the end.
  @Test func aDeviceThatHangsHoldsUpNothing() async throws {
    let bench = Bench()
    let isHanging = Mutex(false)
    let gate = Gate()
    let patient = SoundSystem(
      open: { feed throws(SoundError) in
        isHanging.withLock { $0 = true }
        gate.pass()
        return try bench.system.open(feed)
      },
      close: bench.system.close, quit: bench.system.quit)
    let output = SoundOutput(patient)
    output.open()
    try await eventually("the hang") { isHanging.withLock { $0 } }
    for _ in 0..<1_000 {
      output.follow(Self.warning, Self.loud)
      output.open()
      output.deviceAdded()
      #expect(output.status == .opening)
    }
    #expect(!output.close(within: 0.05))
    #expect(bench.seen.withLock { $0.quits } == 0)
    // Once it answers after all it is closed by itself.
    gate.open()
    try await eventually("the end") { output.status == .closed }
    #expect(bench.seen.withLock { $0.closed } == [1])
    #expect(bench.seen.withLock { $0.quits } == 1)
  }

  @Test func whatWasNeverOpenedIsClosedAtOnce() {
    let bench = Bench()
    let output = SoundOutput(bench.system)
    #expect(output.close(within: 0))
    output.open()
    #expect(output.status == .closed)
    #expect(bench.seen.withLock { $0.opened } == [])
  }
}
