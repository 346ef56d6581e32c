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
    var mode: String
    var scenario: Scenario
    var phase: Int?
    var showsGuide: Bool
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
    var aids: [Aid]
    var hasSetPressure: Bool
    var isDemonstration: Bool
    var demonstrationSpeed: Double
    /// Whether a hand is down whose pressure nobody knows.
    var isUnmeasured: Bool
    var language = Texts.current.language
  }

  let model: PracticeModel
  let view: PlateView
  let back: Back

  func drawPlate(art: Layer, task: PlateTask?, on painter: inout Painter) {
    painter.canvas.paint(art, at: .zero)
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
    PlateLabels(
      view: view, back: back, showsNames: view.frameScale >= 0.9,
      showsLegend: view.frameScale >= 0.7 && model.mode != .exam
    ).draw(on: painter)
    title(on: &painter)
  }

  func drawRail(on painter: inout Painter) {
    painter.line(
      view.area.maxX + 0.5, 0, view.area.maxX + 0.5, view.area.maxY, painter.theme.line)
    PracticeRail(model: model, left: painter.width - 488, back: back).drawGround(on: &painter)
    PracticeHints(model: model).draw(on: &painter)
  }

  /// Way back, what is practised, and the switch between the two views.
  private func title(on painter: inout Painter) {
    let theme = painter.theme
    let isBoxed = view.kind == .lowerBack
    let x = isBoxed ? 80.0 : 24
    let heading = TextForm(TypeSize.title, .semibold, theme.ink)
    let room = isBoxed ? PracticeGround.boxedRoom : min(210, view.area.width / 2 - 175)
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
    viewSwitch(x: x, on: &painter)
  }

  private static let boxedRoom = 300.0

  /// The card that carries the title where the back runs under it; nothing is drawn over it.
  func titleBox(on painter: Painter) -> Rectangle? {
    guard view.kind == .lowerBack else { return nil }
    let heading = TextForm(TypeSize.title, .semibold, painter.theme.ink)
    let width = painter.measure(model.scenario.title, heading).width
    return Rectangle(
      x: 64.5, y: 8.5, width: min(max(width, 140), PracticeGround.boxedRoom) + 92, height: 123)
  }

  /// Drawn 36 high as a quiet control; what can be clicked is 44.
  private func viewSwitch(x: Double, on painter: inout Painter) {
    let theme = painter.theme
    painter.fill(Rectangle(x: x, y: 80, width: 200, height: 36), radius: 9, theme.surface)
    painter.stroke(
      Rectangle(x: x + 0.5, y: 80.5, width: 199, height: 35), radius: 9, theme.edge)
    let options: [(String, Command, PlateView.Kind)] = [
      (PracticeWords.wholeBack, .showWholeBack, .wholeBack),
      (PracticeWords.lowerBack, .showLowerBack, .lowerBack),
    ]
    for (index, (label, command, kind)) in options.enumerated() {
      let part = Rectangle(x: x + 2 + 98 * Double(index), y: 82, width: 98, height: 32)
      let isChosen = view.kind == kind
      if isChosen {
        painter.fill(part, radius: 8, theme.tealTint)
        painter.stroke(part.inset(0.25), radius: 8, theme.teal, width: 1.5)
      } else if painter.isHovered(command) {
        painter.fill(part, radius: 8, theme.sunken)
      }
      painter.text(
        label, x: part.centre.x, y: 102.5,
        TextForm(
          TypeSize.caption, isChosen ? .semibold : .medium,
          isChosen ? theme.tealDeep : theme.inkSecondary, alignment: .centre))
      painter.target(
        command, Rectangle(x: part.x, y: 76, width: part.width, height: 44), radius: 8,
        label: label)
    }
  }
}
