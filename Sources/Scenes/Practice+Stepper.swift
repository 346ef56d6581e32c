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

  /// What can be clicked of a step.
  private static let least = 44.0

  /// The steps around the current one that find room, each with a target of its own.
  private func shown(_ room: Int) -> Range<Int> {
    guard nodes.count > room, room > 0 else { return nodes.indices }
    let current = nodes.firstIndex { $0.state == .current } ?? 0
    let first = min(max(current - room / 2, 0), nodes.count - room)
    return first..<first + room
  }

  /// Dots that say that there are more steps to one side.
  private func more(from x: Double, y: Double, _ theme: Theme, on painter: Painter) {
    for index in 0..<3 {
      painter.canvas.fill(
        .circle(centre: Point(x + 4 * Double(index), y), radius: 1), theme.edge)
    }
  }

  /// A row of dots where height is scarce: the heading above says the current title.
  private func drawDots(on painter: inout Painter) {
    let theme = painter.theme
    let y = layout.stepperHeight
    // They end beside the button for the pause, whose target is at the same height.
    let (start, end) = (layout.left - 12, layout.left + layout.railWidth - 48)
    let range = shown(Int((end - start) / PracticeStepper.least))
    let step =
      range.count > 1
      ? min((end - start - PracticeStepper.least) / Double(range.count - 1), 56) : 0
    for index in range {
      let node = nodes[index]
      let centre = Point(start + 22 + step * Double(index - range.lowerBound), y)
      if index > range.lowerBound {
        let isSolid = node.state != .ahead
        painter.line(
          centre.x - step + 11, y, centre.x - 11, y, isSolid ? theme.teal : theme.edge,
          width: 1.5, dash: isSolid ? [] : [1.5, 3.5], cap: .round)
      } else if index > 0 {
        more(from: centre.x - 17, y: y, theme, on: painter)
      }
      if index == range.upperBound - 1, index < nodes.count - 1 {
        more(from: centre.x + 12, y: y, theme, on: painter)
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
        // Below the heading, which is no part of it.
        painter.target(
          command, Rectangle(x: centre.x - 22, y: y - 20, width: 44, height: 44), radius: 8,
          label: node.label)
      }
    }
  }

  private func drawTall(on painter: inout Painter) {
    let theme = painter.theme
    let (x, y) = (layout.left, layout.stepperHeight)
    let reach = layout.railWidth
    let range = shown(Int((reach - 56) / PracticeStepper.least) + 1)
    let step = range.count > 1 ? (reach - 56) / Double(range.count - 1) : 0
    for index in range.dropLast() {
      let left = x + 28 + step * Double(index - range.lowerBound)
      let isSolid = nodes[index + 1].state != .ahead
      painter.line(
        left + 18, y, left + step - 18, y, isSolid ? theme.teal : theme.edge, width: 2,
        dash: isSolid ? [] : [2, 4], cap: .round)
    }
    if range.lowerBound > 0 { more(from: x - 2, y: y, theme, on: painter) }
    if range.upperBound < nodes.count { more(from: x + reach - 6, y: y, theme, on: painter) }
    for index in range {
      let node = nodes[index]
      let centre = Point(x + 28 + step * Double(index - range.lowerBound), y)
      draw(node, at: centre, on: painter)
      let isWide = step >= 64
      if isWide || node.state == .current {
        let width = isWide ? min(step - 4, 100) : 220
        var form = TextForm(
          TypeSize.caption, node.state == .current ? .semibold : .regular,
          node.state == .current ? theme.ink : theme.inkSecondary, alignment: .centre,
          maxWidth: width, mayBeCut: true)
        var base = y + 34
        if painter.measure(node.label, form).isCut {
          // Two lines of the smallest size have room above the coaching line.
          (form.size, form.maxLines, form.lineHeight) = (TypeSize.label, 2, 1.15)
          base = y + 31
        }
        // A label in the middle of a dense row stays within the rail.
        let half = painter.measure(node.label, form).width / 2
        let middle = min(max(centre.x, x + half), x + reach - half)
        painter.text(node.label, x: middle, y: base, form)
      }
      if let command = node.command {
        let width = max(PracticeStepper.least, min(step - 4, 96))
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
