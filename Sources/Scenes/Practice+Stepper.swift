import Attempts
import Drawing
import Geometry
import Scenarios

/// Case, preparation and the steps of the massage in a row.
struct PracticeStepper {
  struct Node {
    var label: String
    var number: String
    var state: State
    var command: Command?
  }
  enum State { case done, current, ahead }

  let nodes: [Node]
  let layout: PracticeLayout

  init(_ model: PracticeModel, _ layout: PracticeLayout) {
    self.layout = layout
    let phases = model.scenario.phases
    var nodes: [Node] = []
    // With many steps the finished beginning gives its room to them.
    if phases.count <= 5, !layout.isLow {
      nodes.append(Node(label: PracticeWords.caseStep, number: "", state: .done))
      nodes.append(Node(label: PracticeWords.prepare, number: "", state: .done))
    }
    for (index, phase) in phases.enumerated() {
      let isCurrent = model.phase == index
      let wasEntered = model.entered.indices.contains(index) && model.entered[index]
      nodes.append(
        Node(
          label: Words.title(phase), number: "\(index + 1)",
          state: isCurrent ? .current : wasEntered ? .done : .ahead,
          command: isCurrent || model.mode == .drill ? nil : .enterPhase(index)))
    }
    self.nodes = nodes
  }

  func draw(on painter: inout Painter) {
    if layout.isLow { drawDots(on: &painter) } else { drawTall(on: &painter) }
  }

  /// A row of dots where height is scarce: the heading above says the current title.
  private func drawDots(on painter: inout Painter) {
    let theme = painter.theme
    let y = layout.stepperHeight
    let reach = layout.railWidth - 14
    let step = nodes.count > 1 ? min(reach / Double(nodes.count - 1), 56) : 0
    for (index, node) in nodes.enumerated() {
      let centre = Point(layout.left + 7 + step * Double(index), y)
      if index > 0 {
        let isSolid = node.state != .ahead
        painter.line(
          centre.x - step + 9, y, centre.x - 9, y, isSolid ? theme.teal : theme.edge, width: 1.5,
          dash: isSolid ? [] : [1.5, 3.5], cap: .round)
      }
      let dot = Path.circle(centre: centre, radius: node.state == .current ? 5.5 : 4)
      switch node.state {
      case .done: painter.canvas.fill(dot, theme.teal)
      case .current:
        painter.canvas.fill(dot, theme.teal)
        painter.canvas.stroke(
          .circle(centre: centre, radius: 8), StrokeStyle(width: 1.5), theme.teal)
      case .ahead:
        let isHovered = node.command.map(painter.isHovered) ?? false
        painter.canvas.fill(dot, isHovered ? theme.sunken : theme.surface)
        painter.canvas.stroke(dot, StrokeStyle(width: 1.5), theme.edge)
      }
      if let command = node.command {
        let width = max(min(step, 40), 24)
        painter.target(
          command, Rectangle(x: centre.x - width / 2, y: y - 12, width: width, height: 24),
          radius: 8, label: node.label)
      }
    }
  }

  private func drawTall(on painter: inout Painter) {
    let theme = painter.theme
    let (x, y) = (layout.left, layout.stepperHeight)
    let reach = layout.railWidth
    let step = nodes.count > 1 ? (reach - 56) / Double(nodes.count - 1) : 0
    for index in nodes.indices.dropLast() {
      let left = x + 28 + step * Double(index)
      let isSolid = nodes[index + 1].state != .ahead
      painter.line(
        left + 18, y, left + step - 18, y, isSolid ? theme.teal : theme.edge, width: 2,
        dash: isSolid ? [] : [2, 4], cap: .round)
    }
    for (index, node) in nodes.enumerated() {
      let centre = Point(x + 28 + step * Double(index), y)
      draw(node, at: centre, on: painter)
      let isWide = step >= 64
      if isWide || node.state == .current {
        let room = isWide ? min(step - 8, 2 * (centre.x - x) + (index == 0 ? 16 : 0)) : 220
        let width = isWide ? max(40, min(step - 8, 96)) : room
        let form = TextForm(
          TypeSize.caption, node.state == .current ? .semibold : .regular,
          node.state == .current ? theme.ink : theme.inkSecondary, alignment: .centre,
          maxWidth: width, mayBeCut: true)
        // A label in the middle of a dense row stays within the rail.
        let half = painter.measure(node.label, form).width / 2
        let middle = min(max(centre.x, x + half), x + reach - half)
        painter.text(node.label, x: middle, y: y + 34, form)
      }
      if let command = node.command {
        let width = min(max(44, min(step - 4, 96)), max(step, 24))
        painter.target(
          command,
          Rectangle(x: centre.x - width / 2, y: y - 22, width: width, height: isWide ? 60 : 44),
          label: node.label)
      }
    }
  }

  private func draw(_ node: Node, at centre: Point, on painter: Painter) {
    let theme = painter.theme
    let canvas = painter.canvas
    let isHovered = node.command.map(painter.isHovered) ?? false
    switch node.state {
    case .done:
      canvas.fill(.circle(centre: centre, radius: 13), isHovered ? theme.sunken : theme.tealTint)
      canvas.stroke(.circle(centre: centre, radius: 13), StrokeStyle(width: 1.5), theme.teal)
      painter.icon(
        .tick, x: centre.x - 8, y: centre.y - 8, size: 16, theme.teal, width: 2.4)
    case .current:
      canvas.fill(.circle(centre: centre, radius: 14), theme.teal)
      canvas.stroke(.circle(centre: centre, radius: 17.5), StrokeStyle(width: 1.5), theme.teal)
      painter.text(
        node.number, x: centre.x, y: centre.y + 5,
        TextForm(TypeSize.row, .bold, theme.onTeal, alignment: .centre))
    case .ahead:
      canvas.fill(.circle(centre: centre, radius: 13), isHovered ? theme.sunken : theme.surface)
      canvas.stroke(.circle(centre: centre, radius: 13), StrokeStyle(width: 1.5), theme.edge)
      painter.text(
        node.number, x: centre.x, y: centre.y + 4.6,
        TextForm(TypeSize.caption, .semibold, theme.inkSecondary, alignment: .centre))
    }
  }
}
