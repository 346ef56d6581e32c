/// Finds a hand that shakes: to and fro along an axis or a diagonal, again and again.
///
/// A simpler cousin of the alarm that scoring raises: a turning point is where the hand has come
/// back by the hysteresis, a swing is quick when it lasts 20 to 150 ms, and six quick swings in a
/// row are shaking, until none follows for 200 ms.
struct ShakeWatch: Sendable {
  static let shortestSwing = 20_000
  static let longestSwing = 150_000
  static let swings = 6
  static let echo = 200_000

  private struct Axis: Sendable {
    var direction = 0
    var low: Int
    var lowTime: Int
    var high: Int
    var highTime: Int
    var lastTurn: Int?
    var swings = 0

    init(_ value: Int, _ time: Int) {
      low = value
      lowTime = time
      high = value
      highTime = time
    }

    mutating func take(_ value: Int, _ time: Int, _ hysteresis: Int) {
      if direction >= 0, value > high {
        high = value
        highTime = time
      }
      if direction <= 0, value < low {
        low = value
        lowTime = time
      }
      if direction >= 0, high - value >= hysteresis {
        turn(at: highTime)
        direction = -1
        low = value
        lowTime = time
      } else if direction <= 0, value - low >= hysteresis {
        turn(at: lowTime)
        direction = 1
        high = value
        highTime = time
      }
    }

    private mutating func turn(at time: Int) {
      if let lastTurn {
        let swing = time - lastTurn
        let isQuick = swing >= ShakeWatch.shortestSwing && swing <= ShakeWatch.longestSwing
        swings = isQuick ? min(swings + 1, ShakeWatch.swings) : 0
      }
      lastTurn = time
    }

    func isShaking(at time: Int) -> Bool {
      guard swings >= ShakeWatch.swings, let lastTurn else { return false }
      return time - lastTurn <= ShakeWatch.echo
    }
  }

  private var across: Axis
  private var along: Axis
  private var falling: Axis
  private var rising: Axis
  /// What a turning point must come back by, in 1/100 mm, along the axes and along the diagonals,
  /// where a mm counts sqrt 2.
  private let hysteresis: Int
  private let diagonal: Int

  /// - Parameter millimetresPerPixel: of the input; a turning point is at least 1.5 pixels.
  init(_ x: Int, _ y: Int, at time: Int, millimetresPerPixel: Double) {
    across = Axis(x, time)
    along = Axis(y, time)
    falling = Axis(x + y, time)
    rising = Axis(x - y, time)
    let pixels = min(millimetresPerPixel * 1.5, 1_000)
    hysteresis = Int(max(0.5, pixels) * 100)
    diagonal = Int(max(0.5, pixels) * 141.421_356)
  }

  mutating func take(_ x: Int, _ y: Int, at time: Int) {
    across.take(x, time, hysteresis)
    along.take(y, time, hysteresis)
    falling.take(x + y, time, diagonal)
    rising.take(x - y, time, diagonal)
  }

  func isShaking(at time: Int) -> Bool {
    across.isShaking(at: time) || along.isShaking(at: time) || falling.isShaking(at: time)
      || rising.isShaking(at: time)
  }
}

/// Finds rows of taps: short contacts that hardly move, one soon after the other.
struct TapRow: Sendable {
  /// As in rule set 1: longest contact and gap in microseconds, extent in 1/100 mm.
  static let longest = 250_000
  static let gap = 800_000
  static let extent = 800
  /// A row is one from this tap on.
  static let taps = 3

  private var lastLift: Int?
  private var count = 0

  /// Takes a contact that ended; says whether it is a tap of a row.
  mutating func take(landing: Int, lift: Int, extent: Int) -> Bool {
    guard lift - landing <= TapRow.longest, extent <= TapRow.extent else {
      lastLift = nil
      count = 0
      return false
    }
    let goesOn = lastLift.map { landing - $0 <= TapRow.gap } ?? false
    count = goesOn ? min(count + 1, TapRow.taps) : 1
    lastLift = lift
    return count >= TapRow.taps
  }
}
