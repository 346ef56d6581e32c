import Testing

@testable import Sounds

@Suite struct MetronomeTests {
  static let alone = SoundSettings(metronome: true, spasmWarning: false, volume: 1)

  @Test(arguments: [20.0, 28.6, 60, 61.7, 133, 240])
  func ticksComeAtTheTempo(tempo: Double) {
    let seconds = 60.0
    let samples = Ear.listen(
      seconds, to: SoundState(beat: Beat(tempo: tempo)), Self.alone)
    let onsets = Ear.onsets(in: samples)
    #expect(onsets.count == Int((tempo * seconds / 60).rounded(.up)))
    let between = 60 * Ear.rate / tempo
    // A tick is heard from the sample after the one it is struck on; over the whole minute no
    // error gathers.
    for (number, onset) in onsets.enumerated() {
      #expect(abs(Double(onset - onsets[0]) - Double(number) * between) <= 1)
    }
  }

  @Test func aStrokeHasASofterTickWhereTheHandTurns() throws {
    let samples = Ear.listen(
      9, to: SoundState(beat: Beat(tempo: 20, turn: 0.6)), Self.alone)
    let onsets = Ear.onsets(in: samples)
    #expect(onsets.count == 6)
    let loudness = onsets.map { Ear.peak(Array(samples[$0..<$0 + 4_800])) }
    for pair in stride(from: 0, to: 6, by: 2) {
      #expect(loudness[pair + 1] < loudness[pair] * 0.6)
      let turn = Double(onsets[pair + 1] - onsets[pair]) / Ear.rate
      #expect(abs(turn - 1.8) < 0.001)
    }
  }

  @Test func aTurnTooNearToABeatIsLeftOut() {
    let samples = Ear.listen(
      4, to: SoundState(beat: Beat(tempo: 60, turn: 0.95)), Self.alone)
    #expect(Ear.onsets(in: samples).count == 4)
  }

  @Test func theTickIsWooden() {
    let tick = Ear.listen(0.12, to: SoundState(beat: Beat(tempo: 20)), Self.alone)
    let low = Ear.pitch(of: tick, from: 300, to: 1_500, step: 5)
    #expect(abs(low - 820) <= 10)
    #expect(Ear.peak(Array(tick.suffix(480))) < 0.01)
    #expect(Ear.peak(tick) > 0.15)
  }

  @Test(arguments: [0, -60, Double.nan, .infinity, -.infinity])
  func whatIsNoTempoIsSilent(tempo: Double) {
    let samples = Ear.listen(2, to: SoundState(beat: Beat(tempo: tempo)), Self.alone)
    #expect(samples.allSatisfy { $0 == 0 })
  }

  @Test func tenThousandBeatsAMinuteAreTwoHundredAndForty() {
    let samples = Ear.listen(10, to: SoundState(beat: Beat(tempo: 10_000)), Self.alone)
    #expect(Ear.onsets(in: samples).count == 40)
  }

  @Test func theFirstBeatIsHeardAtOnceAndTheLastDiesAway() {
    var synthesiser = Synthesiser(rate: Ear.rate)
    let before = Ear.listen(1, to: .silent, Self.alone, &synthesiser)
    #expect(before.allSatisfy { $0 == 0 })
    let during = Ear.listen(
      0.05, to: SoundState(beat: Beat(tempo: 60)), Self.alone, &synthesiser)
    #expect(Ear.peak(Array(during.prefix(240))) > 0.05)
    let after = Ear.listen(3, to: .silent, Self.alone, &synthesiser)
    #expect(Ear.peak(Array(after.prefix(480))) > 0)
    #expect(after.dropFirst(4_800).allSatisfy { $0 == 0 })
  }
}
