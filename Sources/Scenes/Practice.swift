import Attempts
import BackAtlas
public import Drawing
import Geometry
import Patients
import Scenarios
public import Scoring

/// The practice screen: the back to work on, and what the work is like at this moment.
public struct PracticeScreen: Screen {
  public var model: PracticeModel
  /// Kept while the screen is shown, so that a frame draws only what changed.
  private let pictures: PracticePictures

  public init(_ model: PracticeModel, pictures: PracticePictures = PracticePictures()) {
    self.model = model
    self.pictures = pictures
  }

  /// Seconds in which one coaching line gives way to the next.
  public static let fade = PracticeCoaching.fade

  /// Whether two coaching lines say the same, maybe with other figures.
  public static func isSameAdvice(_ a: Cue, _ b: Cue) -> Bool {
    PracticeCoaching(cue: a).isAlike(PracticeCoaching(cue: b))
  }

  /// How far the chest has risen, 0 to 1, at a place in a breath.
  public static func rise(ofBreath breath: Double) -> Double { PracticePatient.rise(breath) }

  private var back: Back { model.scenario.patient.back }

  /// How the plate lies in a frame: for turning input into mm and back.
  public func plate(in frame: Frame) -> PlateView {
    PlateView.shown(
      model.view, model.currentPhase, back: back, in: frame,
      pixelsPerMillimetre: model.pixelsPerMillimetre)
  }

  public func draw(on canvas: Canvas, in frame: Frame) -> Drawn {
    draw(on: canvas, in: frame, recorder: nil)
  }

  func draw(on canvas: Canvas, in frame: Frame, recorder: TextRecorder?) -> Drawn {
    let view = plate(in: frame)
    return Painter.paint(on: canvas, in: frame, recorder: recorder) { painter in
      let artKey = PracticePictures.ArtKey(
        view: view, back: back, isDark: frame.isDark, hasCushion: model.hasCushion,
        sideDown: model.isSideLying ? PlateSideLying.sideDown(model.scenario) : nil,
        isBreathing: model.patient != nil)
      let task = pictures.task(model, view, painter.theme)
      let rail = PracticeRail(
        model: model, width: painter.width, height: painter.height, back: back)
      let views = PlateView.choices(
        model.currentPhase, back: back, in: frame, pixelsPerMillimetre: model.pixelsPerMillimetre)
      let ground = PracticeGround(
        model: model, view: view, views: views, rail: rail, back: back)
      let plate = pictures.plate(plateKey(frame, artKey, views), ground, task: task, on: painter)
      let key = railKey(frame, view, views)
      let instruments = pictures.rail(key, ground, on: painter)
      painter.canvas.paint(instruments.layer, at: .zero)
      painter.canvas.paint(plate.layer, at: .zero)
      painter.canvas.saved {
        painter.canvas.clip(.rectangle(workArea(view)))
        if let patient = model.patient {
          let rise = frame.isReducedMotion ? 0 : PracticePatient.rise(patient.breath)
          pictures.breathing(artKey, painter.theme)?.draw(rise: rise, on: painter.canvas)
          for box in ground.lowerCards(on: painter) {
            restore(box, radius: PlateLabels.lowerRadius, from: plate.layer, on: painter.canvas)
          }
        }
        work(view, artKey, task, on: painter)
      }
      for box in ground.cards(on: painter) {
        restore(box, radius: 14, from: plate.layer, on: painter.canvas)
      }
      let live = PracticeLive(
        model: model, rail: rail, task: task, kept: (pictures, key))
      let isStill = frame.isReducedMotion
      live.drawHeading(isStill: isStill, on: painter)
      if !model.isPaused {
        note(plate.targets + instruments.targets, on: &painter)
        model.introduction?.draw(live.layout.coaching, on: &painter)
      }
      drawCards(live, key, on: &painter)
      if model.isPaused {
        // What lies under the veil is not there to be read.
        painter.recorder?.entries.removeAll()
        PracticePause(clock: model.clock, isDemonstration: model.isDemonstration)
          .draw(on: &painter)
      }
    }
  }

  /// Paints a part of the plate once more, over what was drawn on it.
  private func restore(_ box: Rectangle, radius: Double, from plate: Layer, on canvas: Canvas) {
    canvas.saved {
      canvas.clip(.roundedRectangle(box, radius: radius))
      canvas.paint(plate, at: .zero)
    }
  }

  private func note(_ targets: [Target], on painter: inout Painter) {
    for target in targets {
      painter.target(
        target.command, target.area, isEnabled: target.isEnabled, label: target.label)
    }
  }

  /// The rail's cards, which scroll where the page is too low for them.
  private func drawCards(
    _ live: PracticeLive, _ key: PracticeGround.RailKey, on painter: inout Painter
  ) {
    let layout = live.layout
    let corner = Point(layout.viewport.x, layout.viewport.y)
    let isStill = painter.frame.isReducedMotion
    painter.scrolled(
      .side, in: layout.viewport, length: layout.cardsBottom - corner.y
    ) { painter in
      if painter.recorder == nil || model.isPaused {
        let cards = pictures.cards(key, live.rail, from: corner, on: painter)
        painter.canvas.paint(cards.layer, at: corner)
        if !model.isPaused { note(cards.targets, on: &painter) }
      } else {
        // What is recorded has to know how far it is scrolled.
        live.rail.drawCards(on: &painter)
      }
      live.drawCards(isStill: isStill, on: painter)
    }
  }

  /// The plate without the ruler of the near views.
  private func workArea(_ view: PlateView) -> Rectangle {
    guard view.isClose else { return view.area }
    return Rectangle(
      x: PlateView.ruler, y: 0, width: view.area.width - PlateView.ruler, height: view.area.height)
  }

  /// The frame as far as what is kept depends on it: the focus ring is drawn every time.
  private func quiet(_ frame: Frame) -> Frame {
    var quiet = frame
    quiet.focus = nil
    quiet.focusStrength = 1
    quiet.scrolls = []
    if model.isPaused { (quiet.hover, quiet.pressed) = (nil, nil) }
    return quiet
  }

  private func plateKey(
    _ frame: Frame, _ art: PracticePictures.ArtKey, _ views: [PlateView.Kind]
  ) -> PracticeGround.PlateKey {
    // Of the controls only those on the plate change its looks.
    var frame = quiet(frame)
    frame.pressed = nil
    if let hover = frame.hover,
      ![.back, .showWholeBack, .showLowerBack, .showLifeSize].contains(hover)
    {
      frame.hover = nil
    }
    return PracticeGround.PlateKey(
      frame: frame, art: art, views: views, mode: model.mode.rawValue, scenario: model.scenario,
      phase: model.phase, showsGuide: model.shows(.guide), showsWarmth: model.shownWarmth != nil,
      active: model.activeGuide, finished: model.guides.map(\.isFinished))
  }

  private func railKey(
    _ frame: Frame, _ view: PlateView, _ views: [PlateView.Kind]
  ) -> PracticeGround.RailKey {
    PracticeGround.RailKey(
      frame: quiet(frame), mode: model.mode.rawValue, scenario: model.scenario, phase: model.phase,
      entered: model.entered, kind: view.kind, views: views, aids: model.aids,
      hasPatient: model.shownPatient != nil, hasSetPressure: model.setPressure != nil,
      isDemonstration: model.isDemonstration, demonstrationSpeed: model.demonstrationSpeed,
      isUnmeasured: model.hands.contains { $0.pressure == nil })
  }

  /// What moves on the back, in the order of depth.
  private func work(
    _ view: PlateView, _ artKey: PracticePictures.ArtKey, _ task: PlateTask?, on painter: Painter
  ) {
    let canvas = painter.canvas
    let theme = painter.theme
    if model.patient?.isInPain == true, model.mode != .exam {
      let spasm = PlateSpasm(view: view, theme: theme)
      for area in model.areasInPain { spasm.drawPain(area, on: canvas) }
    }
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
    if model.shows(.guide), let task { task.drawLifts(model.lifted, on: canvas) }
    let shape = PlateHand(
      view: view, theme: theme, hand: phase.hand, rowAcross: phase.rowAcross,
      isGhost: model.isDemonstration)
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
    if model.shows(.guide), let task {
      task.drawPresses(
        model.guides, active: model.activeGuide, reach: phase.hand.discRadius, hands: model.hands,
        on: canvas)
    }
    if isTold, let hand = model.hands.first {
      let extra = phase.hand == .knuckles ? (phase.rowAcross ? 44.0 : 32) : 0
      let reach = max(phase.hand.discRadius, extra) * view.scale
      coaching.drawPill(
        at: view.layout(hand.place), reach: reach, within: view.area, on: painter)
    }
  }
}
