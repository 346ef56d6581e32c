import Attempts
import BackAtlas
public import Drawing
import Geometry
import Scenarios
import Scoring

/// Pictures that a practice screen keeps from frame to frame.
public final class PracticePictures {
  struct ArtKey: Hashable {
    var view: PlateView
    var back: Back
    var isDark: Bool
    var hasCushion: Bool
  }
  struct TaskKey: Hashable {
    var view: PlateView
    var phase: Phase
    var isDark: Bool
  }
  struct TrailKey: Hashable {
    var art: ArtKey
    var phase: Int?
  }

  /// A picture and what can be clicked in it.
  struct Kept {
    var layer: Layer
    var targets: [Target]
  }

  private var art: (key: ArtKey, layer: Layer)?
  private var plate: (key: PracticeGround.PlateKey, kept: Kept)?
  private var rail: (key: PracticeGround.RailKey, kept: Kept)?
  private var task: (key: TaskKey, task: PlateTask)?
  private var trailKey: TrailKey?
  private let trailPicture = TrailPicture()

  public init() {}

  func task(_ model: PracticeModel, _ view: PlateView, _ theme: Theme) -> PlateTask? {
    guard let phase = model.currentPhase else { return nil }
    let key = TaskKey(view: view, phase: phase, isDark: theme.isDark)
    if let task, task.key == key { return task.task }
    let made = PlateTask(phase: phase, view: view, theme: theme)
    task = (key, made)
    return made
  }

  func art(_ key: ArtKey, on painter: Painter) -> Layer {
    if let art, art.key == key { return art.layer }
    let layer = painter.canvas.layer(
      width: key.view.area.width, height: key.view.area.height, isOpaque: true
    ) {
      Plate(
        view: key.view, back: key.back, theme: painter.theme, hasCushion: key.hasCushion
      ).draw(on: $0)
    }
    art = (key, layer)
    return layer
  }

  /// The plate with the task drawn on it; made anew when another guide is worked on.
  func plate(
    _ key: PracticeGround.PlateKey, _ ground: PracticeGround, task: PlateTask?, on painter: Painter
  ) -> Kept {
    if let plate, plate.key == key, painter.recorder == nil { return plate.kept }
    let art = art(key.art, on: painter)
    let area = key.art.view.area
    let kept = keep(area.width, area.height, key.frame, on: painter) {
      ground.drawPlate(art: art, task: task, on: &$0)
    }
    plate = (key, kept)
    return kept
  }

  /// Rail and hint bar; made anew when a step begins or the pointer comes over a control.
  func rail(_ key: PracticeGround.RailKey, _ ground: PracticeGround, on painter: Painter) -> Kept {
    if let rail, rail.key == key, painter.recorder == nil { return rail.kept }
    let kept = keep(painter.width, painter.height, key.frame, on: painter) {
      ground.drawRail(on: &$0)
    }
    rail = (key, kept)
    return kept
  }

  private func keep(
    _ width: Double, _ height: Double, _ frame: Frame, on painter: Painter,
    _ draw: (inout Painter) -> Void
  ) -> Kept {
    var targets: [Target] = []
    var inner = frame
    inner.width = painter.width
    inner.height = painter.height
    inner.textSize = 1
    inner.density = 1
    let layer = painter.canvas.layer(width: width, height: height, isOpaque: true) {
      targets = Painter.paint(on: $0, in: inner, recorder: painter.recorder, draw).targets
    }
    return Kept(layer: layer, targets: targets)
  }

  func paintTrail(
    _ contacts: [TrailContact], art: ArtKey, phase: Int?, isPlain: Bool, on painter: Painter
  ) {
    let key = TrailKey(art: art, phase: phase)
    if trailKey != key {
      trailPicture.reset()
      trailKey = key
    }
    trailPicture.paint(
      contacts, view: art.view, isPlain: isPlain, on: painter.canvas, theme: painter.theme)
  }
}

/// The practice screen: the back to work on, and what the work is like at this moment.
public struct PracticeScreen: Screen {
  public var model: PracticeModel
  /// Kept while the screen is shown, so that a frame draws only what changed.
  private let pictures: PracticePictures

  public init(_ model: PracticeModel, pictures: PracticePictures = PracticePictures()) {
    self.model = model
    self.pictures = pictures
  }

  private var back: Back { model.scenario.patient.back }

  /// How the plate lies in a frame: for turning input into mm and back.
  public func plate(in frame: Frame) -> PlateView { PlateView(model.view, back: back, in: frame) }

  public func draw(on canvas: Canvas, in frame: Frame) -> Drawn {
    draw(on: canvas, in: frame, recorder: nil)
  }

  func draw(on canvas: Canvas, in frame: Frame, recorder: TextRecorder?) -> Drawn {
    let view = plate(in: frame)
    return Painter.paint(on: canvas, in: frame, recorder: recorder) { painter in
      let artKey = PracticePictures.ArtKey(
        view: view, back: back, isDark: frame.isDark, hasCushion: model.hasCushion)
      let task = pictures.task(model, view, painter.theme)
      let ground = PracticeGround(model: model, view: view, back: back)
      let plate = pictures.plate(plateKey(frame, artKey), ground, task: task, on: painter)
      let instruments = pictures.rail(railKey(frame, view), ground, on: painter)
      painter.canvas.paint(instruments.layer, at: .zero)
      painter.canvas.paint(plate.layer, at: .zero)
      painter.canvas.saved {
        painter.canvas.clip(.rectangle(workArea(view)))
        work(view, artKey, task, on: painter)
      }
      if let box = ground.titleBox(on: painter) {
        painter.canvas.saved {
          painter.canvas.clip(.roundedRectangle(box, radius: 14))
          painter.canvas.paint(plate.layer, at: .zero)
        }
      }
      let rail = PracticeRail(model: model, left: painter.width - 488, back: back)
      PracticeLive(model: model, rail: rail, task: task).draw(on: painter)
      if model.isPaused {
        // What lies under the veil is not there to be read.
        painter.recorder?.entries.removeAll()
        PracticePause(clock: model.clock).draw(on: &painter)
      } else {
        for target in plate.targets + instruments.targets {
          painter.target(
            target.command, target.area, isEnabled: target.isEnabled, label: target.label)
        }
        model.introduction?.draw(rail.coaching, on: &painter)
      }
    }
  }

  /// The plate without the ruler of the lower back.
  private func workArea(_ view: PlateView) -> Rectangle {
    guard view.kind == .lowerBack else { return view.area }
    return Rectangle(
      x: 53, y: 0, width: view.area.width - 53, height: view.area.height)
  }

  /// The frame as far as what is kept depends on it: the focus ring is drawn every time.
  private func quiet(_ frame: Frame) -> Frame {
    var quiet = frame
    quiet.focus = nil
    if model.isPaused { quiet.hover = nil }
    return quiet
  }

  private func plateKey(_ frame: Frame, _ art: PracticePictures.ArtKey) -> PracticeGround.PlateKey {
    // Of the controls only those on the plate change its looks.
    var frame = quiet(frame)
    if let hover = frame.hover, ![.back, .showWholeBack, .showLowerBack].contains(hover) {
      frame.hover = nil
    }
    return PracticeGround.PlateKey(
      frame: frame, art: art, mode: model.mode.rawValue, scenario: model.scenario,
      phase: model.phase, showsGuide: model.shows(.guide), active: model.activeGuide,
      finished: model.guides.map(\.isFinished))
  }

  private func railKey(_ frame: Frame, _ view: PlateView) -> PracticeGround.RailKey {
    PracticeGround.RailKey(
      frame: quiet(frame), mode: model.mode.rawValue, scenario: model.scenario, phase: model.phase,
      entered: model.entered, kind: view.kind, aids: model.aids,
      hasSetPressure: model.setPressure != nil,
      isDemonstration: model.isDemonstration, demonstrationSpeed: model.demonstrationSpeed,
      isUnmeasured: model.hands.contains { $0.pressure == nil })
  }

  /// What moves on the back, in the order of depth.
  private func work(
    _ view: PlateView, _ artKey: PracticePictures.ArtKey, _ task: PlateTask?, on painter: Painter
  ) {
    let canvas = painter.canvas
    let theme = painter.theme
    if model.shows(.guide), let task, let active = model.activeGuide {
      let mark = model.guides.indices.contains(active) ? model.guides[active].mark : nil
      task.drawGuide(active, from: mark ?? 0, on: canvas)
    }
    pictures.paintTrail(
      model.trail, art: artKey, phase: model.phase, isPlain: model.mode == .exam, on: painter)
    if model.shows(.pacer), let task, let pacer = model.pacer {
      task.drawPacer(pacer, on: canvas)
    }
    guard let phase = model.currentPhase else { return }
    let shape = PlateHand(
      view: view, theme: theme, hand: phase.hand, rowAcross: phase.rowAcross)
    let isTold = model.shows(.coach)
    let coaching = PracticeCoaching(cue: isTold ? model.cue : .steady)
    for hand in model.hands {
      shape.draw(
        at: hand.place, pressure: hand.pressure ?? model.setPressure,
        mark: model.shows(.gauges) || isTold ? coaching.mark(theme) : theme.ink, isDown: true,
        on: canvas)
    }
    if model.hands.isEmpty, let pointer = model.pointer {
      shape.draw(
        at: pointer, pressure: model.setPressure, mark: theme.ink, isDown: false, on: canvas)
    }
    for place in model.hovering {
      shape.draw(at: place, pressure: nil, mark: theme.ink, isDown: false, on: canvas)
    }
    if isTold, let hand = model.hands.first {
      let extra = phase.hand == .knuckles ? (phase.rowAcross ? 44.0 : 32) : 0
      let reach = max(phase.hand.discRadius, extra) * view.scale
      coaching.drawPill(
        at: view.layout(hand.place), reach: reach, within: view.area, on: painter)
    }
  }
}
