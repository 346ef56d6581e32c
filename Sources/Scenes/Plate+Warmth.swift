import BackAtlas
import Drawing
import Geometry
import Patients

/// Warm skin as a halftone: dots on a hexagonal grid, larger where it is warmer.
struct PlateWarmth {
  /// From dot to dot, and from row to row, in layout units.
  static let step = 7.0
  private static let rowStep = 7.0 * 0.866_025_403_784_438_6
  private static let opacity = 0.42
  /// Sizes that are told apart, none included.
  static let sizes = 17

  struct Dot {
    /// In layout units.
    var centre: Point
    /// The same in mm.
    var place: Point
  }

  /// Row by row from the top, each from the left; only where skin is and no cloth.
  let rows: [[Dot]]
  private let top: Double

  init(view: PlateView, back: Back) {
    let trunk = back.trunk
    let low = view.layout(
      Point(Double(trunk.lowerBound.point.x), Double(trunk.lowerBound.point.y)))
    let high = view.layout(trunk.upperBound.point)
    // The towel begins here.
    let hem = min(view.layout(back.place(ofArtwork: Point(0, 704))).y, high.y, view.area.maxY)
    top = max(low.y, view.area.y)
    var rows: [[Dot]] = []
    var y = top
    while y < hem {
      var row: [Dot] = []
      var x =
        (max(low.x, view.area.x) / PlateWarmth.step).rounded(.up) * PlateWarmth.step
        + (rows.count.isMultiple(of: 2) ? 0 : PlateWarmth.step / 2)
      while x < min(high.x, view.area.maxX) {
        let centre = Point(x, y)
        let place = Point(
          (x - view.origin.x) / view.scale, (y - view.origin.y) / view.scale)
        let fine = FinePoint(FinePoint(x: 0, y: 0), offset: place)
        // The largest dot still lies on the skin.
        if trunk.signedDistance(to: fine) <= -3 / view.scale {
          row.append(Dot(centre: centre, place: place))
        }
        x += PlateWarmth.step
      }
      rows.append(row)
      y += PlateWarmth.rowStep
    }
    self.rows = rows
  }

  /// The size of every dot for a warmth, from 0, none.
  func sizes(for map: WarmthMap) -> [[UInt8]] {
    rows.map { row in
      row.map { dot in
        let value = min(max(map.value(at: dot.place), 0), 1)
        return UInt8((value * Double(PlateWarmth.sizes - 1)).rounded())
      }
    }
  }

  /// The band of the plate that rows lie in, in layout units.
  func band(_ range: Range<Int>, scale: Double) -> (from: Double, to: Double) {
    let from = top + (Double(range.lowerBound) - 0.5) * PlateWarmth.rowStep
    let to = top + (Double(range.upperBound) - 0.5) * PlateWarmth.rowStep
    // Whole pixels, so that a band that is painted again leaves no seam.
    return ((from * scale).rounded(.down) / scale, (to * scale).rounded(.up) / scale)
  }

  /// The dots of some rows as one shape.
  func draw(_ range: Range<Int>, _ sizes: [[UInt8]], on canvas: Canvas, theme: Theme) {
    var dots = Path()
    for index in range.clamped(to: rows.indices) {
      for (dot, size) in zip(rows[index], sizes[index]) where size > 0 {
        let share = Double(size) / Double(PlateWarmth.sizes - 1)
        dots.append(.circle(centre: dot.centre, radius: 0.5 + 2 * share))
      }
    }
    if !dots.isEmpty { canvas.fill(dots, theme.warmth.opacity(PlateWarmth.opacity)) }
  }
}

extension WarmthMap {
  /// The warmth of a place in mm, straight between the middles of cells; 0 outside.
  func value(at place: Point) -> Double {
    let x = (place.x - left) / WarmthMap.cell - 0.5
    let y = (place.y - top) / WarmthMap.cell - 0.5
    let (column, row) = (x.rounded(.down), y.rounded(.down))
    guard column >= -1, row >= -1, column < Double(columns), row < Double(rows) else { return 0 }
    let (i, j) = (Int(column), Int(row))
    let (u, v) = (x - column, y - row)
    func cell(_ i: Int, _ j: Int) -> Double {
      guard i >= 0, j >= 0, i < columns, j < rows else { return 0 }
      return values[j * columns + i]
    }
    return (cell(i, j) * (1 - u) + cell(i + 1, j) * u) * (1 - v)
      + (cell(i, j + 1) * (1 - u) + cell(i + 1, j + 1) * u) * v
  }
}

/// The art with the warmth on it, kept from frame to frame: a few rows are drawn anew at a time, and
/// only those whose dots changed.
final class WarmthPicture {
  private struct Key: Hashable {
    var art: PracticePictures.ArtKey
    var isShown: Bool
  }

  /// Seconds between two looks at the warmth.
  private static let pause = 0.25
  /// Rows that are drawn as one, and how many such bands a frame may draw.
  private static let rowsInBand = 2
  private static let bandsInFrame = 5

  private var key: Key?
  private var warmth: PlateWarmth?
  private var sizes: [[UInt8]] = []
  private var taken: WarmthMap?
  private var lookedAt = 0.0
  private var stale: [Range<Int>] = []
  private var picture: Layer?

  /// The ground to draw on, and the bands of it that changed since the last time; nil: all of it.
  func ground(
    _ map: WarmthMap?, art: Layer, _ artKey: PracticePictures.ArtKey, now: Double,
    theme: Theme
  ) -> (layer: Layer, changed: [Rectangle]?) {
    guard let map else {
      let isNew = key?.isShown != false || key?.art != artKey
      key = Key(art: artKey, isShown: false)
      (warmth, picture, taken) = (nil, nil, nil)
      return (art, isNew ? nil : [])
    }
    guard let warmth, let picture, key == Key(art: artKey, isShown: true) else {
      return (begin(map, art: art, artKey, now: now, theme: theme), nil)
    }
    if taken != map, now - lookedAt >= WarmthPicture.pause || now < lookedAt {
      let next = warmth.sizes(for: map)
      stale = stride(from: 0, to: next.count, by: WarmthPicture.rowsInBand).compactMap { row in
        let range = row..<min(row + WarmthPicture.rowsInBand, next.count)
        return stale.contains(range) || next[range] != sizes[range] ? range : nil
      }
      (sizes, taken, lookedAt) = (next, map, now)
    }
    let bands = stale.prefix(WarmthPicture.bandsInFrame)
    stale.removeFirst(bands.count)
    let changed = bands.map { range in
      let (from, to) = warmth.band(range, scale: picture.scale)
      let band = Rectangle(x: 0, y: from, width: picture.width, height: to - from)
      picture.canvas.saved {
        picture.canvas.clip(.rectangle(band))
        picture.canvas.paint(art, at: .zero)
        // Dots of the neighbours reach into the pixels at the band's edges.
        warmth.draw(
          range.lowerBound - 1..<range.upperBound + 1, sizes, on: picture.canvas, theme: theme)
      }
      return band
    }
    return (picture, Array(changed))
  }

  private func begin(
    _ map: WarmthMap, art: Layer, _ artKey: PracticePictures.ArtKey, now: Double, theme: Theme
  ) -> Layer {
    let warmth = PlateWarmth(view: artKey.view, back: artKey.back)
    let picture = art.canvas.layer(width: art.width, height: art.height, isOpaque: true) {
      $0.paint(art, at: .zero)
    }
    sizes = warmth.sizes(for: map)
    warmth.draw(0..<warmth.rows.count, sizes, on: picture.canvas, theme: theme)
    key = Key(art: artKey, isShown: true)
    (self.warmth, self.picture, taken, lookedAt, stale) = (warmth, picture, map, now, [])
    return picture
  }
}
