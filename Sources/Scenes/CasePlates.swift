import BackAtlas
import Catalogue
public import Drawing
import Geometry
public import Scenarios

/// A case as a sheet to look at: for each step a back with its guides, points and areas.
public struct CasePlates: Sendable {
  /// Of one plate, in units.
  private static let plate = (width: 400.0, height: 560.0)
  private static let head = 76.0
  private static let columns = 3

  private let scenario: Scenario

  public init(of scenario: Scenario) { self.scenario = scenario }

  private var count: Int { max(1, scenario.phases.count) }
  private var columns: Int { min(count, CasePlates.columns) }
  private var rows: Int { (count + columns - 1) / columns }

  /// Of the whole sheet, in units.
  public var width: Double {
    2 * Space.margin + Double(columns) * (CasePlates.plate.width + Space.gap) - Space.gap
  }
  public var height: Double {
    CasePlates.head + Double(rows) * (CasePlates.plate.height + Space.gap) - Space.gap
      + Space.margin
  }

  /// - Parameter pixelsPerUnit: size of the picture beside ``width`` and ``height``.
  public func draw(on canvas: Canvas, pixelsPerUnit: Double, isDark: Bool = false) {
    let frame = Frame(
      width: Space.referenceWidth * pixelsPerUnit, height: Space.referenceHeight * pixelsPerUnit,
      isDark: isDark, density: pixelsPerUnit)
    _ = Painter.paint(on: canvas, in: frame) { painter in
      let theme = painter.theme
      painter.fill(Rectangle(x: 0, y: 0, width: width, height: height), theme.window)
      painter.text(
        scenario.title, x: Space.margin, y: 36,
        TextForm(TypeSize.heading, .semibold, theme.ink, maxWidth: width - 2 * Space.margin))
      painter.text(
        Words.Case.facts(scenario.patient), x: Space.margin, y: 60,
        TextForm(TypeSize.row, .medium, theme.inkSecondary, maxWidth: width - 2 * Space.margin))
      for index in 0..<count {
        let phase = scenario.phases.indices.contains(index) ? scenario.phases[index] : nil
        drawPlate(painter, area(of: index), number: index + 1, phase)
      }
    }
  }

  private func area(of index: Int) -> Rectangle {
    Rectangle(
      x: Space.margin + Double(index % columns) * (CasePlates.plate.width + Space.gap),
      y: CasePlates.head + Double(index / columns) * (CasePlates.plate.height + Space.gap),
      width: CasePlates.plate.width, height: CasePlates.plate.height)
  }

  private func drawPlate(
    _ painter: Painter, _ area: Rectangle, number: Int, _ phase: Phase?
  ) {
    let theme = painter.theme
    let canvas = painter.canvas
    painter.fill(area, radius: Space.cardRadius, theme.plateOuter)
    let ground = Rectangle(
      x: area.x, y: area.y + 62, width: area.width, height: area.height - 62 - 36)
    canvas.save()
    canvas.clip(.rectangle(ground))
    drawBack(canvas, theme, ground, phase)
    canvas.restore()
    for y in [ground.y, ground.maxY] {
      canvas.stroke(
        .polyline([Point(area.x, y), Point(area.maxX, y)], closed: false), StrokeStyle(width: 1),
        theme.line)
    }
    painter.stroke(area.inset(0.5), radius: Space.cardRadius - 0.5, theme.line)
    let heading = phase.map { "\(number)  \($0.title)" } ?? Words.Case.whereItHurts
    painter.text(
      heading, x: area.x + 16, y: area.y + 28,
      TextForm(TypeSize.title, .semibold, theme.ink, maxWidth: area.width - 32))
    painter.text(
      phase.map(Words.Case.asked) ?? Words.decision(scenario.decision).title, x: area.x + 16,
      y: area.y + 48,
      TextForm(TypeSize.caption, .medium, theme.inkSecondary, maxWidth: area.width - 32))
    let form = TextForm(TypeSize.label, .medium, theme.inkSecondary)
    var trailing = form
    trailing.alignment = .trailing
    painter.text(Words.Case.patientsLeft, x: area.x + 16, y: area.maxY - 14, form)
    painter.text(Words.Case.patientsRight, x: area.maxX - 16, y: area.maxY - 14, trailing)
  }

  /// From the nape to the buttocks, where hands work, with what a step asks.
  private func drawBack(_ canvas: Canvas, _ theme: Theme, _ area: Rectangle, _ phase: Phase?) {
    let back = scenario.patient.back
    canvas.fill(
      .rectangle(area),
      .radial(
        centre: area.centre, radius: area.height * 0.7,
        stops: [(0, theme.plateInner), (1, theme.plateOuter)]))
    let top = back.place(ofArtwork: Point(0, -76)).y
    let bottom = back.place(ofArtwork: Point(0, 740)).y
    let scale = min(
      (area.width - 16) / (2 * PlateView.halfWidth(back)), area.height / (bottom - top))
    let view = PlateView(
      .lowerBack, area: area, scale: scale,
      origin: Point(area.centre.x, area.maxY - bottom * scale))
    Plate(
      view: view, back: back, theme: theme, hasCushion: false,
      sideDown: scenario.preparation.position == .sideLying
        ? PlateSideLying.sideDown(scenario) : nil
    ).drawPatient(on: canvas)
    let spasm = PlateSpasm(view: view, theme: theme)
    for spot in scenario.spasm { spasm.draw(spot, on: canvas) }
    if let phase { PlateTask(phase: phase, view: view, theme: theme).drawAll(on: canvas) }
  }
}

extension Words.Case {
  /// What a step asks, in a line.
  static func asked(_ phase: Phase) -> String {
    let hand = Texts["hand.name.\(phase.hand.rawValue)"]
    return switch phase.task {
    case .stroking(let task): Texts.count("plates.strokes", task.strokes, ["hand": hand])
    case .combCircles(let task): Texts.count("plates.circles", task.loops, ["hand": hand])
    case .pointPress(let task): Texts.count("plates.points", task.points.count, ["hand": hand])
    case .honeyLift(let task): Texts.count("plates.lifts", task.lifts, ["hand": hand])
    }
  }
}
