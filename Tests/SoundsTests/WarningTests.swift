import Testing

@testable import Sounds

@Suite struct WarningTests {
  static let alone = SoundSettings(volume: 1)

  private func heard(_ nearness: SpasmNearness, _ seconds: Double) -> [Double] {
    Ear.listen(seconds, to: SoundState(nearness: nearness), Self.alone)
  }

  @Test(arguments: [(SpasmNearness.margin, 2, 660.0), (.pressing, 4, 440)])
  func pulsesComeAtTheirRateAndPitch(nearness: SpasmNearness, rate: Int, hertz: Double) {
    let samples = heard(nearness, 10)
    let onsets = Ear.onsets(in: samples)
    #expect(onsets.count == rate * 10)
    for (number, onset) in onsets.enumerated() {
      #expect(onset - onsets[0] == number * Int(Ear.rate) / rate)
    }
    let pulse = samples.prefix(6_000)
    #expect(abs(Ear.pitch(of: pulse, from: 200, to: 1_000, step: 2) - hertz) <= 4)
  }

  @Test func painIsAFifthThatFalls() {
    let samples = heard(.pain, 8)
    #expect(Ear.onsets(in: samples).count == 10)
    let first = samples[0..<11_000]
    let second = samples[11_600..<26_000]
    let high = Ear.pitch(of: first, from: 200, to: 1_000, step: 2)
    let low = Ear.pitch(of: second, from: 200, to: 1_000, step: 2)
    #expect(abs(high - 528) <= 4)
    #expect(abs(low - 352) <= 4)
  }

  @Test func nothingNearIsExactlySilent() {
    #expect(heard(.none, 3).allSatisfy { $0 == 0 })
  }

  @Test func switchedOffItIsSilentSoonAndStaysSo() {
    var synthesiser = Synthesiser(rate: Ear.rate)
    let state = SoundState(nearness: .pressing)
    _ = Ear.listen(0.03, to: state, Self.alone, &synthesiser)
    let after = Ear.listen(
      2, to: state, SoundSettings(spasmWarning: false, volume: 1), &synthesiser)
    #expect(after.dropFirst(500).allSatisfy { $0 == 0 })
  }

  @Test func painDoesNotWaitForAPulseToEnd() {
    var synthesiser = Synthesiser(rate: Ear.rate)
    _ = Ear.listen(0.02, to: SoundState(nearness: .margin), Self.alone, &synthesiser)
    let pain = Ear.listen(0.2, to: SoundState(nearness: .pain), Self.alone, &synthesiser)
    let early = pain[1_200..<8_400]
    #expect(Ear.amplitude(of: 528, in: early) > 5 * Ear.amplitude(of: 660, in: early))
  }

  /// A hand that trembles at the edge of an area is warned twice a second all the same.
  @Test func aTremblingHandMakesNoStutter() {
    var synthesiser = Synthesiser(rate: Ear.rate)
    var samples: [Double] = []
    for round in 0..<300 {
      let nearness: SpasmNearness = round.isMultiple(of: 2) ? .margin : .none
      samples += Ear.listen(0.02, to: SoundState(nearness: nearness), Self.alone, &synthesiser)
    }
    let count = Ear.onsets(in: samples).count
    #expect((10...12).contains(count))
  }
}
