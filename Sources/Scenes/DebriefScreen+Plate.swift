import Drawing
import Geometry
import Scenarios
import Scoring

extension DebriefScreen {
  /// The phase whose ways are on the plate: that of the chosen deduction, else the longest worked.
  var shownPhase: Int? {
    if let selected, deductions.indices.contains(selected), let phase = model.marks[selected].phase {
      return phase
    }
    var lengths: [Int: Double] = [:]
    for trace in model.traces {
      guard let phase = trace.phase else { continue }
      lengths[phase, default: 0] += (trace.times.last ?? 0) - (trace.times.first ?? 0)
    }
    return lengths.keys.sorted().max { lengths[$0, default: 0] < lengths[$1, default: 0] }
  }

  func drawPlate(_ painter: inout Painter, _ area: Rectangle) {
    painter.card(area)
  }
}
