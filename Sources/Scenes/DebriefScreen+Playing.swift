import Drawing
import Geometry

/// Pictures that a debrief keeps from frame to frame while a moment is led or played along: all but
/// what goes with the moment is drawn once. They are of one attempt.
public final class DebriefPictures {
  struct Key: Hashable {
    var frame: Frame
    var choice: DebriefChoice
    var phase: Int?
    var range: ClosedRange<Double>
  }

  struct Still {
    var layer: Layer
    var drawn: Drawn
    var places: DebriefScreen.Places?
  }

  private var kept: (key: Key, still: Still)?

  public init() {}

  func still(_ key: Key, _ draw: () -> Still) -> Still {
    if let kept, kept.key == key { return kept.still }
    let still = draw()
    kept = (key, still)
    return still
  }
}

extension DebriefScreen {
  /// What of the screen is drawn.
  enum Part {
    case all
    /// What stays while the moment moves on within its step.
    case still
    /// What goes with the moment.
    case moving
  }

  /// Draws a moment that is led or played along over what was kept of the screen.
  func drawMoment(
    _ pictures: DebriefPictures, on canvas: Canvas, in frame: Frame
  ) -> Drawn {
    var choice = choice
    choice.time = nil
    let key = DebriefPictures.Key(
      frame: frame, choice: choice, phase: shownPhase, range: range)
    let still = pictures.still(key) {
      var drawn = Drawn()
      var places: Places?
      let layer = canvas.layer(width: frame.width, height: frame.height, isOpaque: true) {
        drawn = Painter.paint(on: $0, in: frame) { painter in
          places = draw(.still, on: &painter)
        }
      }
      return DebriefPictures.Still(layer: layer, drawn: drawn, places: places)
    }
    canvas.paint(still.layer, at: Point(0, 0))
    guard let places = still.places else { return still.drawn }
    _ = Painter.paint(on: canvas, in: frame, recorder: nil, isOverlay: true) { painter in
      painter.page(length: places.bottom - Space.appBar) { painter in
        drawTimeline(&painter, places.timeline, .moving)
        drawPlate(&painter, places.plate, .moving)
      }
    }
    return still.drawn
  }
}
