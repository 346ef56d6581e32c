import Drawing
import Geometry

/// Where the cards are: the table at the left and the choices beside it, or all in one column.
extension PreparationScreen {
  /// How many choices stand beside each other in a card of a width.
  struct Columns {
    var before: Int
    var pictures: Int
    var products: Int

    init(_ width: Double) {
      before = width >= 836 ? 4 : 2
      pictures = width >= 836 ? 3 : 2
      products = width >= 820 ? 5 : 3
    }

    func beforeHeight() -> Double { before == 4 ? 148 : 148 + 98 }
    func picturesHeight(_ row: Double) -> Double { pictures == 3 ? row : 2 * row + 16 }
    func productsHeight(_ row: Double) -> Double { products == 5 ? row : 2 * (row - 60) + 10 + 60 }
  }

  /// Places in rows; those of a last row that is not full share its width.
  static func boxes(_ count: Int, columns: Int, in area: Rectangle, gap: Double) -> [Rectangle] {
    let rows = (count + columns - 1) / columns
    let height = (area.height - gap * Double(rows - 1)) / Double(rows)
    return (0..<count).map { index in
      let row = index / columns
      let inRow = min(columns, count - row * columns)
      let width = (area.width - gap * Double(inRow - 1)) / Double(inRow)
      return Rectangle(
        x: area.x + Double(index % columns) * (width + gap),
        y: area.y + Double(row) * (height + gap), width: width, height: height)
    }
  }

  func drawBody(_ painter: inout Painter) {
    if painter.width < 900 {
      drawStacked(&painter)
    } else if painter.isNarrow || painter.isTall {
      drawBeside(&painter)
    } else {
      drawReference(&painter)
    }
  }

  private func drawReference(_ painter: inout Painter) {
    let height = max(painter.height, Space.referenceHeight) - Space.hintBar - 24 - 88
    painter.page(length: height + 48) { painter in
      let left = Rectangle(
        x: Space.margin, y: 88,
        width: (344 + (painter.width - Space.referenceWidth) * 0.4).rounded(), height: height)
      drawTable(painter, left)
      let x = left.maxX + Space.columnGap
      let extra = (height - 648) / 2
      drawChoices(
        &painter,
        Rectangle(x: x, y: 88, width: painter.width - Space.margin - x, height: height),
        pictures: 212 + extra, products: 184 + extra)
    }
  }

  /// The table stays in sight while the choices scroll.
  private func drawBeside(_ painter: inout Painter) {
    let area = painter.pageArea
    let leftWidth =
      painter.isNarrow
      ? 280 : (painter.width - 2 * Space.margin - Space.columnGap) / 2
    let x = Space.margin + leftWidth + Space.columnGap
    let width = painter.width - Space.margin - x
    drawTable(
      painter,
      Rectangle(
        x: Space.margin, y: area.y + 20, width: leftWidth,
        height: min(area.height - 40, max(560, choicesHeight(width)))))
    painter.scrolled(
      .page,
      in: Rectangle(x: x - 10, y: area.y, width: painter.width - x + 10, height: area.height),
      length: choicesHeight(width) + 40
    ) { painter in
      drawChoices(
        &painter, Rectangle(x: x, y: area.y + 20, width: width, height: 0), pictures: 212,
        products: 184)
    }
  }

  /// The table comes last: what was chosen, before the massage begins.
  private func drawStacked(_ painter: inout Painter) {
    let top = Space.appBar + 20
    let width = painter.width - 2 * Space.margin
    let table = 380.0
    painter.page(length: choicesHeight(width) + table + 16 + 40) { painter in
      drawChoices(
        &painter, Rectangle(x: Space.margin, y: top, width: width, height: 0), pictures: 212,
        products: 184, table: table)
    }
  }

  private func choicesHeight(_ width: Double) -> Double {
    let columns = Columns(width)
    return columns.beforeHeight() + columns.picturesHeight(212) + columns.productsHeight(184)
      + 3 * 16 + 56
  }

  /// - Parameters:
  ///   - pictures: height of a row, as `products`.
  ///   - table: height of the table, where it stands among the choices.
  private func drawChoices(
    _ painter: inout Painter, _ area: Rectangle, pictures: Double, products: Double,
    table: Double? = nil
  ) {
    let columns = Columns(area.width)
    var next = area
    func place(_ height: Double) -> Rectangle {
      let result = Rectangle(x: area.x, y: next.y, width: area.width, height: height)
      next.y = result.maxY + 16
      return result
    }
    drawBefore(&painter, place(columns.beforeHeight()))
    drawPictures(&painter, place(columns.picturesHeight(pictures)))
    drawProducts(&painter, place(columns.productsHeight(products)))
    if let table { drawTable(painter, place(table)) }
    painter.button(
      .primary, place(56), Words.Preparation.start, icon: .play, key: "Enter", size: 17,
      command: .startMassage)
  }
}
