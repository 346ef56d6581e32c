/// One thing a person changes in the settings.
public enum SettingChange: Hashable, Sendable {
  case theme(Settings.Theme)
  case textSize(Settings.TextSize)
  case motion(Settings.Motion)
  case metronome(Bool)
  case speedTone(Bool)
  case spasmWarning(Bool)
  /// Percent; what is beyond 0 to 100 is cut.
  case volume(Int)
  case input(Settings.Input)
  /// Nil: as the desktop asks.
  case language(String?)
  /// Pixels in a millimetre, cut to ``LifeSize/range``; nil forgets it.
  case lifeSize(Double?, DisplaySize)
}

extension Settings {
  public mutating func take(_ change: SettingChange) {
    switch change {
    case .theme(let theme): self.theme = theme
    case .textSize(let size): textSize = size
    case .motion(let motion): self.motion = motion
    case .metronome(let isOn): sounds.metronome = isOn
    case .speedTone(let isOn): sounds.speedTone = isOn
    case .spasmWarning(let isOn): sounds.spasmWarning = isOn
    case .volume(let volume): sounds.volume = min(max(volume, 0), 100)
    case .input(let input): self.input = input
    case .language(let language): self.language = language
    case .lifeSize(let measure, let display):
      let range = LifeSize.range
      setLifeSize(measure.map { min(max($0, range.lowerBound), range.upperBound) }, of: display)
    }
  }
}

/// A real bank card, which a person lays on the screen to measure it.
public enum BankCard {
  /// Millimetres. Source: ISO/IEC 7810:2019, format ID-1.
  public static let width = 85.60
  /// Millimetres. Source: ISO/IEC 7810:2019, format ID-1.
  public static let height = 53.98
  /// Millimetres, 2.88 to 3.48 are allowed. Source: ISO/IEC 7810:2019, format ID-1.
  public static let cornerRadius = 3.18
}
