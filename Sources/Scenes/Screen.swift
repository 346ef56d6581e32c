public import Attempts
public import Drawing
public import Geometry
public import Preferences
public import Scenarios

/// What a person can do on a screen, by pointer or key.
public enum Command: Hashable, Sendable {
  // Everywhere.
  case back, help, quit, toggleTheme
  // Library.
  case selectCase(Int), practise, exam, demonstrate
  /// Works on one step alone, by its index; in the debrief too.
  case drill(Int)
  /// Begins the guided minutes, or goes on in them.
  case introduce, skipIntroductionStep
  // Case.
  case ask(FlagGroup), choose(Decision), toggleReason(Reason), confirmDecision
  // Preparation.
  case prepare(PreparationChoice), startMassage
  // Practice.
  case enterPhase(Int), endStep, pause, resume, toggleView, showWholeBack, showLowerBack,
    showLifeSize
  case pressureUp, pressureDown, toggleAid(Aid), endAttempt
  // Demonstration.
  case slower, faster
  // Debrief.
  case retry, nextCase, selectDeduction(Int), toLibrary, export
  /// A deduction by its mark in the timeline, by its mark on the back, or by the change that names it.
  case selectMark(Int), selectPlace(Int), selectAdvice(Int)
  /// To the one before (-1) or after (1).
  case stepDeduction(Int), stepStretch(Int)
  /// Plays the way of the hands; the moments of a step, and those of the whole attempt.
  case playDebrief, debriefMoment, debriefTimeline
  // Replay: opening it, its line of time, its speed in seconds of the attempt in one.
  case replay, scrub, replaySpeed(Double), replayStart, replayEnd
  /// To the one before (-1) or after (1).
  case stepMark(Int), stepEvent(Int)
  /// To the moment of one of the changes worth most, by its index.
  case showChange(Int)
  // Questions.
  case confirm, cancel, scoreLeftAttempt, discardLeftAttempt
  // Settings and what belongs to them.
  case settings, about, trainees, lifeSize
  case change(SettingChange), toggleSound(SoundToggle), volume, undoChange
  case lifeSizeEdge, stepLifeSize(Int), forgetLifeSize
  case chooseTrainee(String?), nameField, addTrainee, renameTrainee(String), renameField, saveName
  /// Asks before a trainee is deleted; the question's answer.
  case deleteTrainee(String), confirmDeletion
  // Finding cases.
  case find, filter(Settings.CaseFilter)
  // History.
  case history, selectAttempt(String), openAttempt(String), historyCurve(HistoryCurve)
  /// To the one before (-1) or after (1).
  case stepAttempt(Int), stepHistoryCurve(Int), stepHistoryCase(Int), stepHistoryClass(Int)
}

/// Where a command can be clicked or focused; in reading order, which is the order of Tab.
public struct Target: Hashable, Sendable {
  public var command: Command
  /// In layout units (pixels at scale 1).
  public var area: Rectangle
  public var isEnabled: Bool
  /// What the control says, for tests and for text output.
  public var label: String
  /// Whether it stands for what holds now, as the chosen one of several does.
  public var isChosen = false
  /// Whether it is a mark in a picture: it lies where its place is, however near to others, and may
  /// be smaller than a control, because a larger one does the same.
  public var isSpot = false
  /// The part to scroll in which it lies; nil: it stands still.
  public var scroll: ScrollArea.ID?
  /// What of the area can be seen and clicked; nil when it is scrolled out of sight.
  public var visible: Rectangle?

  public init(_ command: Command, _ area: Rectangle, isEnabled: Bool = true, label: String) {
    self.command = command
    self.area = area
    self.isEnabled = isEnabled
    self.label = label
    visible = area
  }

  /// Whether a click at a place of the frame is meant for this control.
  public func isHit(at place: Point) -> Bool { visible?.contains(place) ?? false }
}

/// What every screen needs to know of its surroundings.
public struct Frame: Hashable, Sendable {
  /// Pixels. How many of them a layout unit takes is ``scale``.
  public var width: Double
  public var height: Double
  public var isDark: Bool
  /// The control that has keyboard focus, when it is to be shown.
  public var focus: Command?
  /// How far the mark of the focus has come up, 0 to 1.
  public var focusStrength = 1.0
  /// The control under the pointer.
  public var hover: Command?
  /// The control that is held down, as long as letting go would do it.
  public var pressed: Command?
  /// 1 to 2: how large texts and controls are to what is usual.
  public var textSize: Double
  /// Frame units in a point of the display: 2 on a display of high density.
  public var density: Double
  /// Whether nothing may move that does not have to.
  public var isReducedMotion: Bool
  /// How far parts of the screen are scrolled; those not named are at their beginning.
  public var scrolls: [ScrollOffset]

  public init(
    width: Double, height: Double, isDark: Bool = false, focus: Command? = nil,
    hover: Command? = nil, textSize: Double = 1, density: Double = 1,
    isReducedMotion: Bool = false, scrolls: [ScrollOffset] = []
  ) {
    self.width = width
    self.height = height
    self.isDark = isDark
    self.focus = focus
    self.hover = hover
    self.textSize = textSize
    self.density = density
    self.isReducedMotion = isReducedMotion
    self.scrolls = scrolls
  }

  /// Frame units per layout unit.
  ///
  /// Windows larger than 1280x800 points scale the layout evenly; the text size multiplies. A unit
  /// is never smaller than a point, so that no text is under 12 points: where that leaves less
  /// than the reference, the page is smaller (640x400 units or more) and its cards flow.
  public var scale: Double {
    let fit = min(width / Space.referenceWidth, height / Space.referenceHeight)
    return max(fit * textSize, density, 1e-6)
  }

  /// How far a part is scrolled, in frame units.
  public func offset(of id: ScrollArea.ID) -> Double {
    scrolls.first { $0.id == id }?.offset ?? 0
  }
}

/// A picture of a state, and what can be done in it.
public protocol Screen {
  /// Draws the whole frame and says where its controls are and what can be scrolled.
  func draw(on canvas: Canvas, in frame: Frame) -> Drawn
}
