public import Scenarios

/// Which pitch a speed has.
public enum SpeedPitch {
  /// The tone that stays, in Hz.
  public static let root = 220.0
  /// A pure fifth (3 : 2) above: the middle of the band.
  public static let middle = 330.0
  /// A semitone (16 : 15) to each side: the edges of full marks.
  public static let lowEdge = 309.375
  public static let highEdge = 352.0
  /// An octave above: no marks.
  public static let top = 440.0

  /// In Hz: from unison with the root at the speed that is far too slow, over the fifth in the
  /// middle of what is asked, to the octave at the speed that is far too fast; straight between.
  public static func hertz(_ speed: Double, in band: Band) -> Double {
    func between(_ from: Double, _ to: Double, _ low: Double, _ high: Double) -> Double {
      to > from ? low + (high - low) * min(max((speed - from) / (to - from), 0), 1) : high
    }
    let centre = band.centre
    if speed < band.fullLow {
      return speed <= band.noneLow ? root : between(band.noneLow, band.fullLow, root, lowEdge)
    }
    if speed <= centre { return between(band.fullLow, centre, lowEdge, middle) }
    if speed <= band.fullHigh { return between(centre, band.fullHigh, middle, highEdge) }
    return speed >= band.noneHigh ? top : between(band.fullHigh, band.noneHigh, highEdge, top)
  }
}

/// A quiet tone that follows speed over a quieter one that stays, so that the right speed is a
/// consonance and needs no memory for pitch.
struct SpeedVoice: Sendable {
  /// The most it gives.
  static let peak = 0.2
  /// Seconds in which the pitch comes within 1/e of where it goes.
  private static let glide = 0.025

  private let rate: Double
  private let share: Double
  private var ramp: Ramp
  private var hertz = SpeedPitch.root
  private var aim = SpeedPitch.root
  /// In turns.
  private var tone = 0.0
  private var root = 0.0

  init(rate: Double) {
    self.rate = rate
    share = 1 / (SpeedVoice.glide * rate)
    ramp = Ramp(seconds: 0.02, rate: rate)
  }

  mutating func follow(_ speed: HandSpeed?, isOn: Bool) {
    guard isOn, let speed, speed.speed.isFinite else {
      ramp.target = 0
      return
    }
    let pitch = SpeedPitch.hertz(speed.speed, in: speed.band)
    guard pitch.isFinite else {
      ramp.target = 0
      return
    }
    aim = pitch
    // Out of silence it begins where it belongs.
    if ramp.isSilent { (hertz, tone, root) = (aim, 0, 0) }
    ramp.target = 1
  }

  mutating func next() -> Double {
    let loudness = ramp.next()
    guard loudness > 0 else { return 0 }
    let value = 0.13 * Wave.sine(tone) + 0.07 * Wave.sine(root)
    hertz += (aim - hertz) * share
    tone += hertz / rate
    if tone >= 1 { tone -= 1 }
    root += SpeedPitch.root / rate
    if root >= 1 { root -= 1 }
    return value * loudness
  }
}
