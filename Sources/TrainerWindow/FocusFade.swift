import Scenes

/// The mark of the keyboard's focus, which comes up in 120 ms where the focus arrives.
struct FocusFade {
  /// In microseconds.
  static let duration = 120_000

  private var command: Command?
  private var since = 0
  private var strength = 1.0

  /// Whether another frame would show more of the mark.
  var isFading: Bool { command != nil && strength < 1 }

  /// How much of the mark a frame shows, 0 to 1.
  ///
  /// - Parameter moment: of the frame, in microseconds.
  mutating func strength(of focus: Command?, at moment: Int) -> Double {
    if focus != command { (command, since) = (focus, moment) }
    strength = min(max(Double(moment - since) / Double(FocusFade.duration), 0), 1)
    return strength
  }
}
