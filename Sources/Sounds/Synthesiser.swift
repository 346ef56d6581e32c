/// Makes the samples of everything that is heard, one after the other.
///
/// The same states at the same samples give the same stream, however it is cut into blocks. No
/// sample is above ``peak``, and all changes are ramps of 10 to 20 ms, so that nothing clicks.
public struct Synthesiser: Sendable {
  /// The largest a sample can be; full scale is 1.
  public static let peak = MetronomeVoice.peak + SpeedVoice.peak + WarningVoice.peak
  /// Samples a second that it can make.
  public static let rates = 8_000.0...192_000.0

  private var metronome: MetronomeVoice
  private var tone: SpeedVoice
  private var warning: WarningVoice
  private var volume: Ramp
  private var hasBegun = false

  /// - Parameter rate: samples a second.
  /// - Precondition: `rate` lies in ``rates``.
  public init(rate: Double) {
    precondition(Synthesiser.rates.contains(rate), "a rate of samples that can be heard")
    metronome = MetronomeVoice(rate: rate)
    tone = SpeedVoice(rate: rate)
    warning = WarningVoice(rate: rate)
    volume = Ramp(seconds: 0.02, rate: rate)
  }

  /// From the next sample on this is to be heard.
  public mutating func follow(_ state: SoundState, _ settings: SoundSettings) {
    metronome.follow(state.beat, isOn: settings.metronome)
    tone.follow(state.speed, isOn: settings.speedTone)
    warning.follow(state.nearness, isOn: settings.spasmWarning)
    let loudness = settings.volume > 0 ? min(settings.volume, 1) : 0
    volume.target = loudness * loudness
    if !hasBegun { volume.jump() }
  }

  /// The next sample, within -1...1; exactly 0 while there is nothing to be heard.
  public mutating func next() -> Double {
    hasBegun = true
    return (metronome.next() + tone.next() + warning.next()) * volume.next()
  }

  /// Fills a block with the next samples.
  public mutating func render(into block: inout [Double]) {
    for index in block.indices { block[index] = next() }
  }
}
