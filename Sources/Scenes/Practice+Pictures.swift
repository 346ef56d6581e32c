import BackAtlas
import Drawing
import Geometry
import Scenarios

/// Pictures that a practice screen keeps from frame to frame.
public final class PracticePictures {
  struct ArtKey: Hashable {
    var view: PlateView
    var back: Back
    var isDark: Bool
    var hasCushion: Bool
    var sideDown: Double?
    var isBreathing: Bool

    func plate(_ theme: Theme) -> Plate {
      Plate(
        view: view, back: back, theme: theme, hasCushion: hasCushion, sideDown: sideDown,
        isBreathing: isBreathing)
    }
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

  struct CountsKey: Hashable {
    var rail: PracticeGround.RailKey
    var card: Rectangle
    private var guides: [PracticeGuide]
    var active: Int?

    /// How far a stroke is shows in steps that are too small to see.
    init(
      rail: PracticeGround.RailKey, card: Rectangle, guides: [PracticeGuide], active: Int?
    ) {
      self.rail = rail
      self.card = card
      self.active = active
      self.guides = guides.map {
        PracticeGuide(
          done: $0.done, asked: $0.asked, coverage: ($0.coverage * 64).rounded() / 64)
      }
    }
  }

  /// A picture and what can be clicked in it.
  struct Kept {
    var layer: Layer
    var targets: [Target]
  }

  /// The plate: what lies over the skin, and all of it put together.
  private struct KeptPlate {
    var key: PracticeGround.PlateKey
    var over: Layer
    var whole: Kept
  }

  private var art: (key: ArtKey, layer: Layer)?
  private var breath: (key: ArtKey, breathing: PlateBreathing?)?
  private var plate: KeptPlate?
  private var rail: (key: PracticeGround.RailKey, kept: Kept)?
  private var cards: (key: PracticeGround.RailKey, kept: Kept)?
  private var counts: (key: CountsKey, layer: Layer)?
  private var task: (key: TaskKey, task: PlateTask)?
  private var trailKey: TrailKey?
  private let trailPicture = TrailPicture()
  private let warmthPicture = WarmthPicture()

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
      // An edge between two pixels would let the black below it through.
      $0.fill(
        .rectangle(
          Rectangle(
            x: 0, y: 0, width: key.view.area.width + 2, height: key.view.area.height + 2)),
        painter.theme.plateOuter)
      key.plate(painter.theme).draw(on: $0)
    }
    art = (key, layer)
    return layer
  }

  func breathing(_ key: ArtKey, _ theme: Theme) -> PlateBreathing? {
    if let breath, breath.key == key { return breath.breathing }
    let made = PlateBreathing(key.plate(theme))
    breath = (key, made)
    return made
  }

  /// The plate with the task drawn on it; made anew when another guide is worked on. Warmth lies
  /// under the task, so where it changed the bands are put together again.
  func plate(
    _ key: PracticeGround.PlateKey, _ ground: PracticeGround, task: PlateTask?, on painter: Painter
  ) -> Kept {
    let art = art(key.art, on: painter)
    let (skin, changed) = warmthPicture.ground(
      ground.model.shownWarmth, art: art, key.art, now: ground.model.now, theme: painter.theme)
    let area = key.art.view.area
    if let plate, plate.key == key, painter.recorder == nil {
      let canvas = plate.whole.layer.canvas
      let all = Rectangle(x: 0, y: 0, width: area.width, height: area.height)
      for band in changed ?? [all] {
        canvas.saved {
          canvas.clip(.rectangle(band))
          canvas.paint(skin, at: .zero)
          canvas.paint(plate.over, at: .zero)
        }
      }
      return plate.whole
    }
    let over = keep(area.width, area.height, key.frame, isOverlay: true, on: painter) {
      ground.drawPlate(task: task, on: &$0)
    }
    let whole = painter.canvas.layer(width: area.width, height: area.height, isOpaque: true) {
      $0.paint(skin, at: .zero)
      $0.paint(over.layer, at: .zero)
    }
    let kept = Kept(layer: whole, targets: over.targets)
    plate = KeptPlate(key: key, over: over.layer, whole: kept)
    return kept
  }

  /// Heading and hint bar; made anew when a step begins or the pointer comes over a control.
  func rail(_ key: PracticeGround.RailKey, _ ground: PracticeGround, on painter: Painter) -> Kept {
    if let rail, rail.key == key, painter.recorder == nil { return rail.kept }
    let kept = keep(painter.width, painter.height, key.frame, isOverlay: false, on: painter) {
      ground.drawRail(on: &$0)
    }
    rail = (key, kept)
    return kept
  }

  /// The rail's cards, in a picture as long as they are, from a corner of the page on.
  func cards(
    _ key: PracticeGround.RailKey, _ rail: PracticeRail, from corner: Point, on painter: Painter
  ) -> Kept {
    if let cards, cards.key == key, painter.recorder == nil { return cards.kept }
    let layout = rail.layout
    let place = Rectangle(
      x: corner.x, y: corner.y, width: layout.viewport.width,
      height: max(1, layout.cardsBottom - corner.y))
    let kept = keep(place.width, place.height, key.frame, isOverlay: true, on: painter) {
      $0.canvas.translate(-place.x, -place.y)
      $0.fill(place, $0.theme.window)
      rail.drawCards(on: &$0)
    }
    cards = (key, kept)
    return kept
  }

  /// The counted strokes on their card; made anew when one is done or got further.
  func counts(_ key: CountsKey, on painter: Painter, _ draw: (Painter) -> Void) -> Layer {
    if let counts, counts.key == key { return counts.layer }
    let layer = painter.canvas.layer(width: key.card.width, height: key.card.height) {
      draw(painter.onto($0))
    }
    counts = (key, layer)
    return layer
  }

  private func keep(
    _ width: Double, _ height: Double, _ frame: Frame, isOverlay: Bool, on painter: Painter,
    _ draw: (inout Painter) -> Void
  ) -> Kept {
    var targets: [Target] = []
    // In layout units, which the canvas of a layer already has.
    var inner = frame
    inner.width = painter.width
    inner.height = painter.height
    inner.textSize = 1
    inner.density = 1
    let layer = painter.canvas.layer(width: width, height: height, isOpaque: !isOverlay) {
      targets =
        Painter.paint(on: $0, in: inner, recorder: painter.recorder, isOverlay: isOverlay, draw)
        .targets
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
