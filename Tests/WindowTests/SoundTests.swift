import Foundation
import Geometry
import Scenarios
import Scenes
import Sounds
import Testing

/// What is heard of the real program: SDL's driver `disk` writes to a file what another would play.
extension WindowTests {
  /// 16-bit samples, 48 000 a second.
  private struct Recording {
    let file: String

    init(in place: Place) { file = place.home.appendingPathComponent("sound.raw").path }

    /// What was played so far.
    var samples: [Int] {
      let bytes = FileManager.default.contents(atPath: file) ?? Data()
      return stride(from: 0, to: bytes.count - bytes.count % 2, by: 2).map {
        Int(Int16(bitPattern: UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8))
      }
    }

    /// Where something is heard after a silence of at least 20 ms.
    static func onsets(in samples: [Int]) -> [Int] {
      var onsets: [Int] = []
      var silence = 960
      for (index, sample) in samples.enumerated() {
        if sample == 0 {
          silence += 1
        } else {
          if silence >= 960 { onsets.append(index) }
          silence = 0
        }
      }
      return onsets
    }

    /// The share of a stretch that one frequency makes up, 0 to 1.
    static func share(of hertz: Double, in samples: ArraySlice<Int>) -> Double {
      var (cosine, sine, power) = (0.0, 0.0, 0.0)
      for (index, sample) in samples.enumerated() {
        let angle = 2 * Double.pi * hertz * Double(index) / 48_000
        cosine += Double(sample) * cos(angle)
        sine += Double(sample) * sin(angle)
        power += Double(sample * sample)
      }
      guard power > 0 else { return 0 }
      return 2 * (cosine * cosine + sine * sine) / (power * Double(samples.count))
    }
  }

  /// The places along the first guide as far as the level of the area in spasm, beside which the
  /// palm lies on it.
  private func wayToTheSpasm(in place: Place) throws -> [Point] {
    let scenario = try scenario(place)
    let (places, view) = try Bench.guide(of: scenario)
    let area = try scenario.spasm.first.orThrow("no area in spasm").outline.polygon
    let sum = area.corners.reduce(Point.zero) { $0 + $1.point }
    let middle = sum * (1 / Double(area.corners.count))
    let index = try places.indices.min {
      view.millimetres(places[$0]).distance(to: middle)
        < view.millimetres(places[$1]).distance(to: middle)
    }.orThrow("no guide")
    return Array(places[...index])
  }

  @Test func pressingOnAnAreaInSpasmIsHeard() async throws {
    let place = try Place()
    let recording = Recording(in: place)
    let program = try await practising(in: place, sound: ("disk", recording.file))
    // The device is open as soon as practice is entered, and silent.
    try await eventually("a device that plays") { recording.samples.count > 9_600 ? true : nil }
    #expect(recording.samples.allSatisfy { $0 == 0 })
    // The pressure that is set at first is too hard for this area.
    try program.drag(over: wayToTheSpasm(in: place))
    try await program.hands(1)
    let onsets = try await eventually("five warnings") {
      let onsets = Recording.onsets(in: recording.samples)
      return onsets.count >= 6 ? onsets : nil
    }
    let samples = recording.samples
    // A pulse at the edge, on the area, or pain; where one gives way to a worse one it is a part of
    // each. The hand goes one way, so there are at most two such pulses, however slowly it goes.
    let shares = onsets.dropLast().map { onset in
      [660.0, 440, 528].map { Recording.share(of: $0, in: samples[onset..<onset + 3_600]) }
    }
    #expect(shares.filter { ($0.max() ?? 0) > 0.5 }.count >= shares.count - 2, "\(shares)")
    #expect(shares.allSatisfy { $0.reduce(0, +) > 0.25 }, "\(shares)")
    try program.release()
    try await program.hands(0)
    // And it ends with the touch.
    let length = recording.samples.count + 96_000
    try await eventually("two seconds more") { recording.samples.count >= length ? true : nil }
    #expect(recording.samples.suffix(24_000).allSatisfy { $0 == 0 })
    try place.desktop.tool(["key", "ctrl+q"])
    try await program.expectEnd(0)
  }

  @Test func theMetronomeTicksAtTheTempoOfTheStep() async throws {
    let place = try Place()
    let recording = Recording(in: place)
    let program = try await TrainerProgram(
      [Bench.caseID, "--only", "comb"], on: place.desktop, home: place.home,
      sound: ("disk", recording.file))
    try await program.screen("practice")
    try await eventually("a device that plays") { recording.samples.count > 9_600 ? true : nil }
    #expect(recording.samples.allSatisfy { $0 == 0 })
    try await program.keys("m")
    let onsets = try await eventually("three ticks") {
      let onsets = Recording.onsets(in: recording.samples)
      return onsets.count >= 3 ? onsets : nil
    }
    let scenario = try scenario(place)
    let comb = try scenario.phases.first { $0.id == "comb" }.orThrow("no comb strokes")
    let tempo = try Beat.all(of: comb).first.orThrow("no tempo").tempo
    for (one, next) in zip(onsets, onsets.dropFirst()) {
      #expect(abs(Double(next - one) - 60 / tempo * 48_000) <= 2)
    }
    #expect(Recording.share(of: 820, in: recording.samples[onsets[0]..<onsets[0] + 2_400]) > 0.5)
    // A pause is silent, and so is the metronome switched off.
    try await program.keys("m")
    let length = recording.samples.count + Int(60 / tempo * 48_000) + 48_000
    try await eventually("a beat more") { recording.samples.count >= length ? true : nil }
    #expect(recording.samples.suffix(Int(60 / tempo * 48_000)).allSatisfy { $0 == 0 })
    try place.desktop.tool(["key", "ctrl+q"])
    try await program.expectEnd(0)
  }

  @Test func anExamOpensNoDevice() async throws {
    let place = try Place()
    let recording = Recording(in: place)
    let program = try await practising(["--exam"], in: place, sound: ("disk", recording.file))
    try place.desktop.tool(["key", "m"])
    try program.drag(over: wayToTheSpasm(in: place))
    try await program.hands(1)
    try program.release()
    try await program.hands(0)
    try place.desktop.tool(["key", "ctrl+q"])
    try await program.expectEnd(0)
    #expect(!FileManager.default.fileExists(atPath: recording.file))
  }

  /// Opening a pipe that nobody reads takes for ever, as a broken sound server does.
  @Test(arguments: ["disk", "no-such-driver"])
  func withoutAWorkingDevicePracticeGoesOn(driver: String) async throws {
    let place = try Place()
    try FileManager.default.createDirectory(at: place.home, withIntermediateDirectories: true)
    let pipe = place.home.appendingPathComponent("pipe").path
    #expect(mkfifo(pipe, 0o600) == 0)
    let program = try await practising(in: place, sound: (driver, pipe))
    try await program.keys("m")
    try program.drag(over: Array(try Bench.guide(of: scenario(place)).places.prefix(60)))
    try await program.hands(1)
    try program.release()
    try await program.hands(0)
    try place.desktop.tool(["key", "ctrl+q"])
    try await program.expectEnd(0)
    #expect(program.attempts.count == 2)
  }
}
