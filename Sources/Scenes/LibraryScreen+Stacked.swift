import Geometry
import Scenarios

/// On a narrow page what is known of the chosen case opens below its row.
extension LibraryScreen {
  func drawStacked(_ painter: inout Painter) {
    let grid = Grid(width: painter.width)
    let note = 96.0
    let rows = max(1, grid.rows(cases.count))
    let opened = openedHeight(painter, grid)
    let work = workHeight > 0 ? workHeight + Space.gap : 0
    // Filter and search stand in a row of their own.
    let first = Grid.top + (header == nil ? 0 : Grid.find)
    let length =
      first - Space.appBar + Double(rows) * Grid.pitch + opened + work + note + Space.margin
    painter.page(length: length) { painter in
      drawTitle(painter)
      drawFind(
        &painter, left: Space.margin, right: grid.right, middle: Grid.top + 24, isWide: true)
      if cases.isEmpty { drawEmpty(painter, grid, top: first) }
      let row = max(0, selected) / grid.columns
      var next = first + Grid.pitch
      for index in cases.indices {
        let isBelow = current != nil && index / grid.columns > row
        if index % grid.columns == 0, index / grid.columns == row + 1 {
          drawOpened(&painter, grid, top: next)
        }
        let area = grid.area(index, top: first + (isBelow ? opened : 0))
        drawCard(&painter, area, index: index)
        next = area.maxY + Space.gap
      }
      if row == rows - 1 { drawOpened(&painter, grid, top: next) }
      if work > 0 {
        drawWork(
          &painter,
          Rectangle(
            x: Space.margin,
            y: Space.appBar + length - Space.margin - note - Space.gap - workHeight,
            width: painter.width - 2 * Space.margin, height: workHeight))
      }
      drawDisclaimer(
        painter,
        Rectangle(
          x: Space.margin, y: Space.appBar + length - Space.margin - note,
          width: painter.width - 2 * Space.margin, height: note))
    }
  }

  /// Where the two cards of the chosen case are: beside each other where there are two columns.
  private func openedWidth(_ grid: Grid) -> Double {
    grid.columns > 1 ? (grid.right - Space.margin - Space.gap) / 2 : grid.right - Space.margin
  }

  private func openedHeight(_ painter: Painter, _ grid: Grid) -> Double {
    guard let current else { return 0 }
    let width = openedWidth(grid)
    switch current.content {
    case .scenario(let scenario):
      let about = aboutHeight(painter, scenario, width: width)
      let actions = actionsHeight(painter, scenario, width: width)
      return (grid.columns > 1 ? max(about, actions) : about + Space.gap + actions) + Space.gap
    case .broken(let file, let error):
      return errorHeight(
        painter, file: file, error: error, width: grid.right - Space.margin) + Space.gap
    }
  }

  private func drawOpened(_ painter: inout Painter, _ grid: Grid, top: Double) {
    guard let current else { return }
    let height = openedHeight(painter, grid) - Space.gap
    let width = openedWidth(grid)
    let whole = Rectangle(
      x: Space.margin, y: top, width: grid.right - Space.margin, height: height)
    switch current.content {
    case .scenario(let scenario):
      var about = whole
      var actions = whole
      about.width = width
      actions.width = width
      if grid.columns > 1 {
        actions.x = about.maxX + Space.gap
      } else {
        about.height = aboutHeight(painter, scenario, width: width)
        actions.y = about.maxY + Space.gap
        actions.height = height - about.height - Space.gap
      }
      drawAbout(&painter, about, scenario)
      drawActions(&painter, actions, scenario)
    case .broken(let file, let error):
      drawError(painter, whole, file: file, error: error)
    }
  }
}
