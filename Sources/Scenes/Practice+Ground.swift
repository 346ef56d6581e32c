import Attempts
import BackAtlas
import Catalogue
import Drawing
import Geometry
import Scenarios

/// The parts of the practice screen that stay from frame to frame.
struct PracticeGround {
  /// All that the plate depends on.
  struct PlateKey: Hashable {
    var frame: Frame
    var art: PracticePictures.ArtKey
    var views: [PlateView.Kind]
    var mode: String
    var scenario: Scenario
    var phase: Int?
    var showsGuide: Bool
    var showsWarmth: Bool
    var active: Int?
    var finished: [Bool]
    var language = Texts.current.language
  }

  /// All that the rail depends on.
  struct RailKey: Hashable {
    var frame: Frame
    var mode: String
    var scenario: Scenario
    var phase: Int?
    var entered: [Bool]
    var kind: PlateView.Kind
    var views: [PlateView.Kind]
    var aids: [Aid]
    var hasPatient: Bool
    var hasSetPressure: Bool
    var isDemonstration: Bool
    var demonstrationSpeed: Double
    /// Whether a hand is down whose pressure nobody knows.
    var isUnmeasured: Bool
    var language = Texts.current.language
  }

  let model: PracticeModel
  let view: PlateView
  /// What the switch offers.
  let views: [PlateView.Kind]
  let rail: PracticeRail
  let back: Back

  /// What lies over the skin and its warmth.
  func drawPlate(task: PlateTask?, on painter: inout Painter) {
    painter.canvas.saved {
      painter.canvas.clip(.rectangle(view.area))
      if model.shows(.guide), let task {
        task.drawCorridors(
          active: model.activeGuide, finished: model.guides.map(\.isFinished), on: painter.canvas)
      }
      let spasm = PlateSpasm(view: view, theme: painter.theme)
      for area in model.scenario.spasm where area.reveal == .drawn {
        spasm.draw(area, on: painter.canvas)
      }
    }
    labels.draw(on: painter)
    title(on: &painter)
  }

  private var labels: PlateLabels {
    PlateLabels(
      view: view, back: back, showsNames: view.frameScale >= 0.9 && hasMargins,
      showsLevels: hasMargins || view.isClose,
      showsLegend: view.frameScale >= 0.7 && view.area.width >= 620 && model.mode != .exam,
      isCrowded: model.isSideLying || !hasMargins,
      showsSpasm: model.scenario.spasm.contains { $0.reveal == .drawn },
      showsWarmth: model.shownWarmth != nil)
  }

  /// Whether beside the body there is room for labels and for the title.
  private var hasMargins: Bool { view.area.width >= 700 && view.area.height >= 700 }
  private var isBoxed: Bool { view.isClose || !hasMargins || model.isSideLying }

  func drawRail(on painter: inout Painter) {
    painter.line(
      view.area.maxX + 0.5, 0, view.area.maxX + 0.5, view.area.maxY, painter.theme.line)
    rail.drawHeading(on: &painter)
    PracticeHints(
      model: model, next: PlateView.next(after: view.kind, of: views), hasViews: view.isCompact
    ).draw(on: &painter)
  }

  /// Cards on the plate; nothing is drawn over them.
  func cards(on painter: Painter) -> [Rectangle] {
    (titleBox(on: painter).map { [$0] } ?? []) + (labels.legendBox.map { [$0] } ?? [])
  }

  /// Cards at the plate's lower edge, over which a breath is not drawn; hands may come over them.
  func lowerCards(on painter: Painter) -> [Rectangle] { labels.lowerBoxes(on: painter) }

  /// Way back, what is practised, and the switch between the views.
  private func title(on painter: inout Painter) {
    let theme = painter.theme
    let x = titleLeft
    let heading = TextForm(TypeSize.title, .semibold, theme.ink)
    let room = isBoxed ? boxedRoom : min(210, view.area.width / 2 - 175)
    let width = painter.measure(model.scenario.title, heading).width
    if let box = titleBox(on: painter) {
      painter.fill(box, radius: 14, theme.surface)
      painter.stroke(box, radius: 14, theme.line)
    }
    let button = Rectangle(x: x, y: 16, width: 44, height: 44)
    painter.fill(
      button.inset(0.75), radius: 10, painter.isHovered(.back) ? theme.sunken : theme.surface)
    painter.stroke(button.inset(0.75), radius: 10, theme.edge, width: 1.5)
    painter.icon(.arrowLeft, x: x + 12, y: 28, theme.ink)
    painter.target(.back, button, label: PracticeWords.back)
    var detail = 54.0
    let smaller = TextForm(TypeSize.row, .semibold, theme.ink)
    if width <= room {
      painter.text(model.scenario.title, x: x + 60, y: 34, heading)
    } else if painter.measure(model.scenario.title, smaller).width <= room {
      painter.text(model.scenario.title, x: x + 60, y: 34, smaller)
    } else {
      painter.text(
        model.scenario.title, x: x + 60, y: 27,
        TextForm(
          TypeSize.row, .semibold, theme.ink, maxWidth: room, maxLines: 2, lineHeight: 1.25,
          mayBeCut: true))
      detail = 63
    }
    let patient = model.scenario.patient
    let form = TextForm(
      TypeSize.caption, .regular, theme.inkSecondary, maxWidth: room, mayBeCut: true)
    // A long name leaves no room for the period, which the case sheet tells too.
    let words = PracticeWords.patient(patient)
    painter.text(
      painter.measure(words, form).isCut ? PracticeWords.shortPatient(patient) : words, x: x + 60,
      y: detail, form)
    // Where height is scarce a key in the bar below turns from view to view.
    if !view.isCompact { viewSwitch(x: x, top: 80, on: &painter) }
  }

  /// Left edge of what stands on the title's card.
  private var titleLeft: Double {
    view.isClose ? (hasMargins ? 80 : 76) : 24
  }
  private var boxedRoom: Double {
    let room = min(300, view.area.width - titleLeft - 60 - 24)
    guard let end = view.titleEnd else { return room }
    return max(60, min(room, end - titleLeft - 60 - 16.5))
  }

  /// The card that carries the title where the back runs under it.
  private func titleBox(on painter: Painter) -> Rectangle? {
    guard isBoxed else { return nil }
    let heading = TextForm(TypeSize.title, .semibold, painter.theme.ink)
    let width = painter.measure(model.scenario.title, heading).width
    let content = max(
      min(max(width, 140), boxedRoom) + 60, view.isCompact ? 0 : switchWidth)
    return Rectangle(
      x: titleLeft - 15.5, y: 8.5, width: min(content + 32, view.area.width - titleLeft + 8),
      height: (view.isCompact ? PlateView.compactCard : PlateView.fullCard) - 8.5)
  }

  /// Width of a view's part of the switch, as wide as the title's card allows.
  private var segment: Double {
    guard isBoxed else { return 98 }
    return max(80, min(98, (boxedRoom + 56) / Double(max(views.count, 1))))
  }
  private var switchWidth: Double { 4 + segment * Double(views.count) }

  /// Drawn 36 high as a quiet control; what can be clicked is 44.
  private func viewSwitch(x: Double, top: Double, on painter: inout Painter) {
    let theme = painter.theme
    let width = switchWidth
    painter.fill(Rectangle(x: x, y: top, width: width, height: 36), radius: 9, theme.surface)
    painter.stroke(
      Rectangle(x: x + 0.5, y: top + 0.5, width: width - 1, height: 35), radius: 9, theme.edge)
    for (index, kind) in views.enumerated() {
      let command: Command =
        switch kind {
        case .wholeBack: .showWholeBack
        case .lowerBack: .showLowerBack
        case .lifeSize: .showLifeSize
        }
      let label = PracticeHints.name(of: kind)
      let part = Rectangle(
        x: x + 2 + segment * Double(index), y: top + 2, width: segment,
        height: 32)
      let isChosen = view.kind == kind
      if isChosen {
        painter.fill(part, radius: 8, theme.tealTint)
        painter.stroke(part.inset(0.25), radius: 8, theme.teal, width: 1.5)
      } else if painter.isHovered(command) {
        painter.fill(part, radius: 8, theme.sunken)
      }
      painter.text(
        label, x: part.centre.x, y: top + 22.5,
        TextForm(
          TypeSize.caption, isChosen ? .semibold : .medium,
          isChosen ? theme.tealDeep : theme.inkSecondary, alignment: .centre))
      painter.target(
        command, Rectangle(x: part.x, y: top - 4, width: part.width, height: 44), radius: 8,
        label: label)
    }
  }
}
