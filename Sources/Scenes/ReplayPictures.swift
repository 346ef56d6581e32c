import BackAtlas
import Drawing
import Geometry
import Scenarios

/// Pictures that a replay screen keeps from frame to frame, for each of its plates.
public final class ReplayPictures {
  /// Of one plate.
  final class OfPlate {
    struct ArtKey: Hashable {
      var view: PlateView
      var back: Back
      var isDark: Bool
      var hasCushion: Bool
      var sideDown: Double?
      /// Pixels in a layout unit.
      var scale: Double
    }
    struct TaskKey: Hashable {
      var art: ArtKey
      var phase: Phase
    }
    struct TrailKey: Hashable {
      var art: ArtKey
      var phase: Int?
      var version: Int
    }

    private var art: (key: ArtKey, layer: Layer)?
    private var task: (key: TaskKey, task: PlateTask)?
    private var trailKey: TrailKey?
    private let trail = TrailPicture()

    /// The patient on the table.
    func art(_ key: ArtKey, on painter: Painter) -> Layer {
      if let art, art.key == key { return art.layer }
      let area = key.view.area
      let layer = painter.canvas.layer(width: area.width, height: area.height, isOpaque: true) {
        // An edge between two pixels would let the black below it through.
        $0.fill(
          .rectangle(Rectangle(x: 0, y: 0, width: area.width + 2, height: area.height + 2)),
          painter.theme.plateOuter)
        let plate = Plate(
          view: key.view, back: key.back, theme: painter.theme, hasCushion: key.hasCushion,
          sideDown: key.sideDown)
        if key.sideDown == nil { plate.drawTable(on: $0) }
        plate.drawPatient(on: $0)
      }
      art = (key, layer)
      return layer
    }

    func task(_ key: TaskKey, _ theme: Theme) -> PlateTask {
      if let task, task.key == key { return task.task }
      let made = PlateTask(phase: key.phase, view: key.art.view, theme: theme)
      task = (key, made)
      return made
    }

    func paintTrail(_ contacts: [TrailContact], _ key: TrailKey, on painter: Painter) {
      if trailKey != key {
        trail.reset()
        trailKey = key
      }
      trail.paint(
        contacts, view: key.art.view, isPlain: false, on: painter.canvas, theme: painter.theme)
    }
  }

  let attempt = OfPlate()
  let expert = OfPlate()

  public init() {}
}
