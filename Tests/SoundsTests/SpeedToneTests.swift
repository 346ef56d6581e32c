import Scenarios
import Testing

@testable import Sounds

@Suite struct SpeedToneTests {
  static let alone = SoundSettings(speedTone: true, spasmWarning: false, volume: 1)
  static let band = Band(full: 20...100, none: 10...200)

  /// Of the tone that follows, a second after the speed was reached.
  private func pitch(at speed: Double, in band: Band = band) -> Double {
    let samples = Ear.listen(1.5, to: SoundState(speed: HandSpeed(speed, of: band)), Self.alone)
    return Ear.pitch(of: samples.suffix(48_000), from: 215, to: 445, step: 0.5)
  }

  @Test func theMiddleOfTheBandIsAPureFifth() {
    #expect(abs(pitch(at: 60) - 330) <= 0.5)
    let samples = Ear.listen(1.5, to: SoundState(speed: HandSpeed(60, of: Self.band)), Self.alone)
    let steady = samples.suffix(48_000)
    #expect(abs(Ear.amplitude(of: 330, in: steady) - 0.13) < 0.002)
    #expect(abs(Ear.amplitude(of: 220, in: steady) - 0.07) < 0.002)
    // Nothing else sounds.
    for hertz in [110.0, 275, 440, 660, 990] {
      #expect(Ear.amplitude(of: hertz, in: steady) < 0.001, "\(hertz) Hz")
    }
  }

  @Test func pitchFollowsSpeed() {
    let pitches = [0, 10, 14, 18, 20, 40, 60, 80, 100, 130, 170, 200, 900].map { pitch(at: $0) }
    for (low, high) in zip(pitches, pitches.dropFirst()) { #expect(low <= high + 0.01) }
    #expect(zip(pitches[1...11], pitches[2...11]).allSatisfy { $0 + 1 < $1 })
    let wanted = [220, 309.375, 330, 352, 440]
    for (heard, hertz) in zip([1, 4, 6, 8, 11].map { pitches[$0] }, wanted) {
      #expect(abs(heard - hertz) <= 0.5)
    }
  }

  @Test func speedsInBandStayWithinASemitoneOfTheFifth() {
    for speed in stride(from: 20.0, through: 100, by: 1) {
      let hertz = SpeedPitch.hertz(speed, in: Self.band)
      #expect(hertz >= 330 * 15 / 16 && hertz <= 330 * 16 / 15)
    }
    #expect(SpeedPitch.hertz(19.9, in: Self.band) < 309.375)
    #expect(SpeedPitch.hertz(100.1, in: Self.band) > 352)
  }

  /// Bands without width, as a case may have them.
  @Test func narrowBandsHaveNoGap() {
    let narrow = Band(full: 50...50, none: 50...50)
    #expect(SpeedPitch.hertz(49.9, in: narrow) == 220)
    #expect(SpeedPitch.hertz(50, in: narrow) == 330)
    #expect(SpeedPitch.hertz(50.1, in: narrow) == 440)
    let zero = Band(full: 0...0, none: 0...0)
    #expect(SpeedPitch.hertz(0, in: zero) == 330)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func whatIsNoSpeedIsSilent(speed: Double) {
    let samples = Ear.listen(1, to: SoundState(speed: HandSpeed(speed, of: Self.band)), Self.alone)
    #expect(samples.allSatisfy { $0 == 0 })
  }

  @Test func itFadesInAndOut() {
    var synthesiser = Synthesiser(rate: Ear.rate)
    let state = SoundState(speed: HandSpeed(60, of: Self.band))
    let rising = Ear.listen(0.1, to: state, Self.alone, &synthesiser)
    #expect(Ear.peak(Array(rising.prefix(48))) <= 0.2 * 48 / 960)
    let falling = Ear.listen(0.1, to: .silent, Self.alone, &synthesiser)
    #expect(Ear.peak(Array(falling.prefix(240))) > 0.1)
    #expect(falling.dropFirst(970).allSatisfy { $0 == 0 })
  }
}
