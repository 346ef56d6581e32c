/// What a game controller has, in the program's own terms.
enum PadAxis: Hashable, Sendable {
  // Shares of the travel, -1 to 1; right and down are positive.
  case leftX, leftY, rightX, rightY
  // Shares of the travel, 0 to 1.
  case leftTrigger, rightTrigger
}

/// Buttons by their place, as they are named on most controllers.
enum PadButton: Hashable, Sendable {
  /// The lower and the right one of the four for the thumb.
  case a, b
  case x, y
  case select, start
  case leftShoulder, rightShoulder
  case rightStick
  case up, down, left, right
}

/// What a device that SDL has no layout for reports.
enum PlainControl: Hashable, Sendable {
  /// -1 to 1.
  case axis(Int, Double)
  case button(Int, isDown: Bool)
  /// Up, down, left, right as bits 1, 4, 8, 2, as SDL has them.
  case hat(UInt8)
}
