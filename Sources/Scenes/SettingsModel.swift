public import Preferences

/// What the settings screen shows.
public struct SettingsModel: Hashable, Sendable {
  /// A language the window can speak.
  public struct Language: Hashable, Sendable {
    /// As `en`.
    public var code: String
    /// In its own words, as `English`.
    public var name: String

    public init(code: String, name: String) {
      self.code = code
      self.name = name
    }
  }

  public var settings: Settings
  /// Who practises; nil when nobody is named.
  public var trainee: String?
  public var languages: [Language]
  /// The display on which the window stands.
  public var display: DisplaySize?
  public var canUndo: Bool
  /// What is connected.
  public var devices: InputDevices
  /// Why nothing is heard, in a sentence; nil while there is nothing to say.
  public var soundProblem: String?

  public init(
    settings: Settings, trainee: String? = nil, languages: [Language] = [],
    display: DisplaySize? = nil, canUndo: Bool = false, devices: InputDevices = InputDevices(),
    soundProblem: String? = nil
  ) {
    self.settings = settings
    self.trainee = trainee
    self.languages = languages
    self.display = display
    self.canUndo = canUndo
    self.devices = devices
    self.soundProblem = soundProblem
  }
}

/// A sound that is on or off.
public enum SoundToggle: String, CaseIterable, Hashable, Sendable {
  case spasmWarning, metronome, speedTone

  public func isOn(in sounds: SoundChoices) -> Bool {
    switch self {
    case .spasmWarning: sounds.spasmWarning
    case .metronome: sounds.metronome
    case .speedTone: sounds.speedTone
    }
  }

  /// What turning it the other way changes.
  public func change(in sounds: SoundChoices) -> SettingChange {
    switch self {
    case .spasmWarning: .spasmWarning(!sounds.spasmWarning)
    case .metronome: .metronome(!sounds.metronome)
    case .speedTone: .speedTone(!sounds.speedTone)
    }
  }
}
