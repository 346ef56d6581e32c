import Drawing
import Geometry
import Scenes
import Sessions

/// Where the back is on the screen.
struct Plate {
  /// Units of the frame in which a hand may come down.
  var area: Rectangle
  var millimetresPerUnit: Double
  var origin: Point

  func millimetres(_ place: Point) -> Point {
    Point(
      (place.x - origin.x) * millimetresPerUnit, (place.y - origin.y) * millimetresPerUnit)
  }
}

struct Pictures {}

extension Trainer {
  var plate: Plate? { nil }
  var wakeMoment: Int? { nil }
  func needsFrame(at moment: Int) -> Bool { false }
  func draw(on canvas: Canvas, in frame: Frame, at moment: Int) -> [Target] {
    LibraryScreen(cases: session.cases.map { LibraryCase(.scenario($0.scenario)) } + session.broken.map { LibraryCase(.broken(file: $0.file, error: $0.error)) }, selected: session.selected).draw(on: canvas, in: frame)
  }
}
