import BackAtlas
import Geometry
import Scenarios

/// Where on the warmth's cells there is skin of the back, symmetric about the midline.
struct Skin: Sendable {
  /// Edge of a cell in 1/100 mm.
  static let cell = Int(WarmthMap.cell * 100)
  /// Upper left corner of the first cell, in 1/100 mm.
  let left: Int
  let top: Int
  let columns: Int
  let rows: Int
  private let isSkin: [Bool]

  init(_ back: Back) {
    let trunk = back.trunk
    let fine = 10_000 * Skin.cell
    let half = -Skin.floor(-trunk.upperBound.x, fine)
    let first = Skin.floor(trunk.lowerBound.y, fine)
    left = -half * Skin.cell
    top = first * Skin.cell
    columns = 2 * half
    rows = -Skin.floor(-trunk.upperBound.y, fine) - first
    var isSkin = [Bool](repeating: false, count: columns * rows)
    for row in 0..<rows {
      let y = top + row * Skin.cell + Skin.cell / 2
      for column in half..<columns {
        let x = left + column * Skin.cell + Skin.cell / 2
        let inside = trunk.contains(Position(x: x, y: y).fine)
        isSkin[row * columns + column] = inside
        isSkin[row * columns + columns - 1 - column] = inside
      }
    }
    self.isSkin = isSkin
  }

  /// A map without warmth on these cells.
  var map: WarmthMap {
    WarmthMap(left: Double(left) / 100, top: Double(top) / 100, columns: columns, rows: rows)
  }

  /// Whether the cell of this index is skin, by its middle.
  func holds(_ index: Int) -> Bool { isSkin[index] }

  /// Warms the cells whose middles lie under a disc.
  ///
  /// - Parameters:
  ///   - centre: of the disc, in 1/100 mm.
  ///   - radius: in 1/100 mm.
  ///   - ceiling: the warmth toward which they go; warmer cells stay as they are.
  ///   - part: of what is missing to it.
  /// - Returns: how many cells are skin, and their warmth together.
  func warm(
    _ map: inout WarmthMap, under centre: Position, radius: Int, toward ceiling: Double,
    by part: Double
  ) -> (cells: Int, warmth: Double) {
    let half = Skin.cell / 2
    let rowRange = Skin.cells(centre.y - top - half, radius, rows)
    let columnRange = Skin.cells(centre.x - left - half, radius, columns)
    var cells = 0
    var warmth = 0.0
    for row in rowRange {
      let dy = top + row * Skin.cell + half - centre.y
      let room = radius * radius - dy * dy
      for column in columnRange {
        let dx = left + column * Skin.cell + half - centre.x
        let index = row * columns + column
        guard dx * dx <= room, isSkin[index] else { continue }
        var value = map.values[index]
        if value < ceiling {
          value += (ceiling - value) * part
          map.values[index] = value
        }
        cells += 1
        warmth += value
      }
    }
    return (cells, warmth)
  }

  /// Cells whose middles lie within `radius` of a place, both from the first middle in 1/100 mm.
  private static func cells(_ place: Int, _ radius: Int, _ count: Int) -> Range<Int> {
    let first = max(0, -floor(radius - place, cell))
    let last = min(count - 1, floor(place + radius, cell))
    return first <= last ? first..<last + 1 : 0..<0
  }

  /// Division that rounds toward negative infinity.
  private static func floor(_ value: Int, _ divisor: Int) -> Int {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
  }
}
