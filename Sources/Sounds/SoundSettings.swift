/// What can be heard.
public enum Sound: String, CaseIterable, Hashable, Sendable {
  /// A soft tick at the tempo that the step asks for.
  case metronome
  /// A tone whose pitch follows the speed of the hand.
  case speedTone
  /// Pulses when a hand comes near an area in spasm, presses on it, or hurts.
  case spasmWarning
}

/// Which sounds a person wants, and how loud.
public struct SoundSettings: Hashable, Sendable {
  public var metronome: Bool
  public var speedTone: Bool
  public var spasmWarning: Bool
  /// 0 to 1; what is heard is as loud as its square, which is nearer to how loudness is felt.
  public var volume: Double

  public static let usualVolume = 0.6

  public init(
    metronome: Bool = false, speedTone: Bool = false, spasmWarning: Bool = true,
    volume: Double = SoundSettings.usualVolume
  ) {
    self.metronome = metronome
    self.speedTone = speedTone
    self.spasmWarning = spasmWarning
    self.volume = volume
  }

  public subscript(sound: Sound) -> Bool {
    get {
      switch sound {
      case .metronome: metronome
      case .speedTone: speedTone
      case .spasmWarning: spasmWarning
      }
    }
    set {
      switch sound {
      case .metronome: metronome = newValue
      case .speedTone: speedTone = newValue
      case .spasmWarning: spasmWarning = newValue
      }
    }
  }

  /// Whether anything can be heard at all.
  public var isAnyOn: Bool { volume > 0 && Sound.allCases.contains { self[$0] } }
}
