import Drawing
public import Geometry
public import Scoring

/// How a stretch of trail looks: a colour and a second cue.
enum TrailQualityMark {
  case inBand, high, low, spasm

  init(_ quality: TrailQuality) {
    self =
      switch quality {
      case .inBand: .inBand
      case .high: .high
      case .low: .low
      case .spasm: .spasm
      }
  }

  /// - Parameters:
  ///   - isCurrent: the stroke under way; else it is drawn thinner and paler.
  ///   - dashOffset: length of the stretch already drawn, so that its dashes go on.
  func draw(
    _ path: Path, on canvas: Canvas, theme: Theme, isCurrent: Bool, dashOffset: Double = 0
  ) {
    let size = isCurrent ? 1.0 : 0.77
    func line(_ width: Double, _ colour: Colour, dash: [Double] = [], cap: StrokeStyle.Cap) {
      canvas.stroke(
        path,
        StrokeStyle(
          width: width * size, dash: dash, dashOffset: dashOffset, cap: cap, join: .round), colour)
    }
    // On the dark plate the casing and the core of a ladder are darker than its rungs.
    let casing = theme.isDark ? Colour(0x7A3A14) : theme.high.edge
    let core = theme.isDark ? Colour(0x2A1206) : theme.surface
    let pale = theme.isDark ? theme.ink : theme.surface
    switch self {
    case .inBand:
      canvas.stroke(
        path, StrokeStyle(width: isCurrent ? 2.75 : 1.75, cap: .round, join: .round),
        theme.inBand.mark.opacity(isCurrent ? 1 : 0.62))
    case .high:
      line(6.5, casing, cap: .butt)
      line(4.9, theme.high.mark, cap: .butt)
      line(2.47, core, dash: [2, 3.2], cap: .butt)
    case .low:
      line(4.4, theme.low.edge, dash: [0, 7.48], cap: .round)
      line(2.8, theme.low.mark, dash: [0, 7.48], cap: .round)
    case .spasm:
      line(7, theme.spasm.edge, cap: .butt)
      line(2.5, pale, cap: .butt)
    }
  }
}

/// The way one contact of a hand took over the back.
public struct TrailContact: Sendable {
  /// The contact's number in the attempt.
  public var contact: Int
  public private(set) var points: [TrailPoint] = []
  /// Whether the hand was lifted.
  public var isOver = false

  public init(contact: Int) { self.contact = contact }

  /// Adds a place, in mm; one nearer than 0.6 mm to the last is left out while the quality is the
  /// same.
  public mutating func add(_ place: Point, _ quality: TrailQuality) {
    if let last = points.last, last.quality == quality, last.place.distance(to: place) < 0.6 {
      return
    }
    points.append(TrailPoint(place: place, quality: quality))
  }
}

public struct TrailPoint: Hashable, Sendable {
  /// In mm.
  public var place: Point
  /// Of the way that leads here.
  public var quality: TrailQuality
}

/// The trail of a step, kept in pixels: finished contacts in one layer, of those under way all but
/// the last stretch in another, so that a frame draws only what is new.
final class TrailPicture {
  private var finished: Layer?
  private var current: Layer?
  /// Number of the first contact of the list.
  private var first: Int?
  /// Contacts from the start of the list that are in `finished`.
  private var finishedCount = 0
  /// How many points of each contact after those are in `current`.
  private var drawn: [Int] = []

  func reset() {
    finished = nil
    current = nil
    finishedCount = 0
    drawn = []
  }

  /// - Parameter isPlain: an exam shows where the hand was, not how well.
  func paint(
    _ contacts: [TrailContact], view: PlateView, isPlain: Bool, on canvas: Canvas, theme: Theme
  ) {
    // Where old contacts were forgotten, what is left is drawn anew.
    if contacts.count < finishedCount || contacts.first?.contact != first { reset() }
    first = contacts.first?.contact
    var isCurrentStale = false
    while finishedCount < contacts.count, contacts[finishedCount].isOver {
      let layer = finished ?? newLayer(view, canvas)
      finished = layer
      let contact = contacts[finishedCount]
      TrailPicture.draw(
        contact.points[...], view, layer.canvas, theme, isPlain, isCurrent: false)
      finishedCount += 1
      isCurrentStale = true
    }
    if isCurrentStale {
      current?.canvas.clear()
      drawn = []
    }
    if let finished { canvas.paint(finished, at: .zero) }
    let open = contacts[finishedCount...]
    while drawn.count < open.count { drawn.append(0) }
    // Long stretches go into the layer; the last points stay out, so that joints are drawn once.
    for (index, contact) in open.enumerated() where contact.points.count - drawn[index] > 240 {
      let layer = current ?? newLayer(view, canvas)
      current = layer
      let end = contact.points.count - 40
      TrailPicture.draw(
        contact.points[max(0, drawn[index] - 1)..<end], view, layer.canvas, theme, isPlain,
        isCurrent: true)
      drawn[index] = end
    }
    if let current, drawn.contains(where: { $0 > 0 }) { canvas.paint(current, at: .zero) }
    for (index, contact) in open.enumerated() {
      TrailPicture.draw(
        contact.points[max(0, drawn[index] - 1)...], view, canvas, theme, isPlain, isCurrent: true)
    }
  }

  private func newLayer(_ view: PlateView, _ canvas: Canvas) -> Layer {
    canvas.layer(width: view.area.width, height: view.area.height) { _ in }
  }

  /// Draws stretches of one quality each; the plain line first, so that cues lie on it.
  private static func draw(
    _ points: ArraySlice<TrailPoint>, _ view: PlateView, _ canvas: Canvas, _ theme: Theme,
    _ isPlain: Bool, isCurrent: Bool
  ) {
    if isPlain {
      canvas.stroke(
        .polyline(points.map { view.layout($0.place) }),
        StrokeStyle(width: isCurrent ? 2.25 : 1.5, cap: .round, join: .round),
        theme.inkSecondary.opacity(isCurrent ? 0.9 : 0.45))
      return
    }
    var stretches: [(TrailQuality, [Point])] = []
    var last: Point?
    for point in points {
      let place = view.layout(point.place)
      if let (quality, _) = stretches.last, quality == point.quality {
        stretches[stretches.count - 1].1.append(place)
      } else {
        stretches.append((point.quality, last.map { [$0, place] } ?? [place]))
      }
      last = place
    }
    for isCalm in [true, false] {
      for (quality, line) in stretches where (quality == .inBand) == isCalm && line.count > 1 {
        TrailQualityMark(quality).draw(
          .polyline(line), on: canvas, theme: theme, isCurrent: isCurrent)
      }
    }
  }
}
