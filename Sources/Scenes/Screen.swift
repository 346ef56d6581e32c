public import Attempts
public import Drawing
public import Geometry
public import Scenarios

/// What a person can do on a screen, by pointer or key.
public enum Command: Hashable, Sendable {
  // Everywhere.
  case back, help, quit, toggleTheme
  // Library.
  case selectCase(Int), practise, exam, demonstrate
  // Case.
  case ask(FlagGroup), choose(Decision), toggleReason(Reason), confirmDecision
  // Preparation.
  case prepare(PreparationChoice), startMassage
  // Practice.
  case enterPhase(Int), endStep, pause, resume, toggleView, showWholeBack, showLowerBack,
    showLifeSize
  case pressureUp, pressureDown, toggleAid(Aid), endAttempt
  // Debrief.
  case retry, nextCase, selectDeduction(Int), toLibrary
  // Questions.
  case confirm, cancel
}

/// Where a command can be clicked or focused; in reading order, which is the order of Tab.
public struct Target: Hashable, Sendable {
  public var command: Command
  /// In layout units (pixels at scale 1).
  public var area: Rectangle
  public var isEnabled: Bool
  /// What the control says, for tests and for text output.
  public var label: String

  public init(_ command: Command, _ area: Rectangle, isEnabled: Bool = true, label: String) {
    self.command = command
    self.area = area
    self.isEnabled = isEnabled
    self.label = label
  }
}

/// What every screen needs to know of its surroundings.
public struct Frame: Hashable, Sendable {
  /// Layout units (pixels at scale 1); 1280x800 is the reference, larger windows scale evenly.
  public var width: Double
  public var height: Double
  public var isDark: Bool
  /// The control that has keyboard focus, when it is to be shown.
  public var focus: Command?
  /// The control under the pointer.
  public var hover: Command?
  /// 1 to 2: how large texts and controls are to what is usual.
  public var textSize: Double
  /// Frame units in a point of the display: 2 on a display of high density.
  public var density: Double
  /// Whether nothing may move that does not have to.
  public var isReducedMotion: Bool

  public init(
    width: Double, height: Double, isDark: Bool = false, focus: Command? = nil,
    hover: Command? = nil, textSize: Double = 1, density: Double = 1, isReducedMotion: Bool = false
  ) {
    self.width = width
    self.height = height
    self.isDark = isDark
    self.focus = focus
    self.hover = hover
    self.textSize = textSize
    self.density = density
    self.isReducedMotion = isReducedMotion
  }
}

/// A picture of a state, and what can be done in it.
public protocol Screen {
  /// Draws the whole frame and says where its controls are.
  func draw(on canvas: Canvas, in frame: Frame) -> [Target]
}
