/// What a person chose about the program, and where they were when they last left it.
public struct Settings: Hashable, Sendable {
  /// Light or dark.
  public enum Theme: String, CaseIterable, Hashable, Sendable {
    case light, dark
    /// As the desktop asks; light where it does not say.
    case desktop
  }

  /// How large texts and controls are, in percent of what is usual.
  public enum TextSize: Int, CaseIterable, Hashable, Sendable {
    case usual = 100
    case large = 125
    case larger = 150
    case veryLarge = 175
    case double = 200

    /// 1 to 2.
    public var factor: Double { Double(rawValue) / 100 }
  }

  /// Whether nothing may move that does not have to.
  public enum Motion: String, CaseIterable, Hashable, Sendable {
    case full, reduced
    /// As the desktop asks; full where it does not say.
    case desktop
  }

  /// What gives the hand.
  public enum Input: String, CaseIterable, Hashable, Sendable {
    /// Whatever touches first.
    case automatic
    case mouse, touch, controller
  }

  /// Which cases the library lists.
  public enum CaseFilter: String, CaseIterable, Hashable, Sendable {
    case all
    /// Not passed yet.
    case toDo
    case passed
  }

  /// Which part of the back the plate shows.
  public enum Plate: String, CaseIterable, Hashable, Sendable {
    case wholeBack, lowerBack, lifeSize
  }

  /// `t-` and 8 of a-z2-9; nil when nobody is named.
  public var trainee: String?
  public var theme = Theme.desktop
  public var textSize = TextSize.usual
  public var motion = Motion.desktop
  public var sounds = SoundChoices()
  public var input = Input.automatic
  /// Pixels in a millimetre, by display; a display without an entry was not measured.
  public var lifeSizes: [LifeSize] = []
  /// A language's code, such as `en`; nil: as the desktop asks, else English.
  public var language: String?
  /// Nil before the window was closed for the first time.
  public var window: WindowPlace?
  /// Id of the case that was chosen last.
  public var lastCase: String?
  public var plate = Plate.wholeBack
  public var caseFilter = CaseFilter.all
  /// Whether the first start lies behind.
  public var isFirstStartOver = false

  public init() {}

  /// Pixels in a millimetre of a display; nil when it was not measured.
  public func lifeSize(of display: DisplaySize) -> Double? {
    lifeSizes.first { $0.display == display }?.pixelsPerMillimetre
  }

  /// Notes or, with nil, forgets the measure of a display.
  public mutating func setLifeSize(_ pixelsPerMillimetre: Double?, of display: DisplaySize) {
    lifeSizes.removeAll { $0.display == display }
    guard let pixelsPerMillimetre else { return }
    lifeSizes.append(LifeSize(display: display, pixelsPerMillimetre: pixelsPerMillimetre))
    lifeSizes.sort {
      ($0.display.width, $0.display.height) < ($1.display.width, $1.display.height)
    }
  }
}

/// Which sounds are made, and how loud.
public struct SoundChoices: Hashable, Sendable {
  public var metronome = false
  /// A tone that follows the speed of the hand.
  public var speedTone = false
  /// A warning when the hand comes upon an area in spasm.
  public var spasmWarning = true
  /// Percent, 0 to 100.
  public var volume = SoundChoices.usualVolume

  public static let usualVolume = 60
  /// A step of the volume, in percent.
  public static let volumeStep = 5

  public init() {}
}

/// A display by its size in pixels, so that another monitor does not inherit what was measured.
public struct DisplaySize: Hashable, Sendable {
  public var width: Int
  public var height: Int

  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}

/// The true scale of a display.
public struct LifeSize: Hashable, Sendable {
  public var display: DisplaySize
  public var pixelsPerMillimetre: Double

  /// From a wall of projected light to the densest telephones, in pixels per millimetre.
  public static let range = 0.5...60.0

  public init(display: DisplaySize, pixelsPerMillimetre: Double) {
    self.display = display
    self.pixelsPerMillimetre = pixelsPerMillimetre
  }
}

/// Where the window stood, in points of the desktop.
public struct WindowPlace: Hashable, Sendable {
  public var x: Int
  public var y: Int
  public var width: Int
  public var height: Int
  public var isMaximized: Bool

  public init(x: Int, y: Int, width: Int, height: Int, isMaximized: Bool = false) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
    self.isMaximized = isMaximized
  }
}
