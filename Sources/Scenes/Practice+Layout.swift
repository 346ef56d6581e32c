import Drawing
import Geometry

/// Where the parts of the practice screen lie, in layout units.
struct PracticeLayout: Hashable {
  /// Of the whole page.
  let width: Double
  let height: Double
  /// The back.
  let plate: Rectangle
  /// Left edge and width of what is on the rail.
  let left: Double
  let railWidth: Double

  /// Whether there is a coaching line, and how many gauges the step has.
  var hasCoach = true
  var gaugeCount = 3

  /// Narrowest rail, and its usual width.
  static let narrowestRail = 300.0
  static let usualRail = 464.0
  /// Narrowest page that has to hold.
  static let narrowestPage = 640.0

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
    let share = min(
      max(
        (width - PracticeLayout.narrowestPage)
          / (Space.referenceWidth - PracticeLayout.narrowestPage), 0), 1)
    let margin = 12 + 12 * share
    railWidth =
      PracticeLayout.narrowestRail
      + (PracticeLayout.usualRail - PracticeLayout.narrowestRail) * share
    left = width - margin - railWidth
    plate = Rectangle(
      x: 0, y: 0, width: max(1, left - margin), height: max(1, height - Space.hintBar))
  }

  /// Whether labels stand above their tracks and cards below each other.
  var isNarrow: Bool { railWidth < 420 }
  /// Whether the rail's cards are more than the page shows at once.
  var isLow: Bool { height < Space.referenceHeight - 0.5 }

  // MARK: What stays at the top

  var stepperHeight: Double { isLow ? 72 : 94 }
  var coaching: Rectangle {
    isLow
      ? Rectangle(x: left, y: 96, width: railWidth, height: 52)
      : Rectangle(x: left, y: 148, width: railWidth, height: 60)
  }

  // MARK: Cards

  /// Where the first card begins.
  var cardsTop: Double { coaching.maxY + (isLow ? 12 : 16) }
  /// What of the rail shows cards.
  var viewport: Rectangle {
    let top = hasCoach ? coaching.maxY + 4 : coaching.y - (isLow ? 0 : 4)
    // The keys below take clicks a little above their bar.
    return Rectangle(
      x: left - 8, y: top, width: railWidth + 20,
      height: max(1, plate.maxY - PracticeHints.reach - top))
  }
  private var fullLive: Double { isNarrow ? 34 + 3 * PracticeLayout.gaugeStep : 236 }
  private static let stripHeight = 108.0
  /// As high as its gauges.
  var live: Rectangle {
    let missing = Double(max(0, 3 - gaugeCount)) * (isNarrow ? PracticeLayout.gaugeStep : 66)
    return Rectangle(x: left, y: cardsTop, width: railWidth, height: fullLive - missing)
  }
  var strip: Rectangle {
    Rectangle(
      x: left, y: cardsTop + fullLive + 16, width: railWidth, height: PracticeLayout.stripHeight)
  }
  var counts: Rectangle {
    Rectangle(
      x: left, y: strip.maxY + 16, width: isNarrow ? railWidth : (railWidth - 16) / 2, height: 144)
  }
  var touch: Rectangle {
    isNarrow
      ? Rectangle(x: left, y: counts.maxY + 16, width: railWidth, height: 144)
      : Rectangle(
        x: counts.maxX + 16, y: counts.y, width: (railWidth - 16) / 2, height: 144)
  }
  /// Where the last card ends, with the margin below it.
  var cardsBottom: Double { touch.maxY + 16 - PracticeHints.reach }

  // MARK: Gauges

  /// From gauge to gauge where their labels stand above them.
  static let gaugeStep = 74.0
  /// Left end and width of the tracks.
  var track: (x: Double, width: Double) {
    isNarrow ? (left + 16, railWidth - 32) : (left + 136, railWidth - 164)
  }
  /// Middles of the tracks.
  var gaugeHeights: [Double] {
    (0..<3).map {
      live.y + (isNarrow ? 58 + PracticeLayout.gaugeStep * Double($0) : 62 + 66 * Double($0))
    }
  }
}
