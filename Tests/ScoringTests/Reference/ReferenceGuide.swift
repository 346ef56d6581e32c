import Attempts
import Geometry
import Scenarios

/// One run of the hand along a guide.
final class ReferenceStroke {
  /// A piece of the guide newly covered at a tick.
  struct Cover {
    var length: Double
    var deviation: Double
    var isInAlarm: Bool
  }

  let began: Int
  let start: Double
  /// The farthest that the match came.
  var mark: Double
  /// Where the match is, or was last.
  var arc: Double
  /// Bins touched at a working speed.
  var bins: Set<Int> = []
  var covers: [Cover] = []
  /// All travel of the match against the guide, in mm.
  var against = 0.0
  /// That of it which was further back than the tolerance behind the mark.
  var backward = 0.0
  /// Whether it is on a return, or ended on one.
  var hasReturned = false
  /// Speeds that are judged tick by tick, with their times; none of returns.
  var speeds: [(time: Int, speed: Double)] = []

  init(began: Int, start: Double) {
    self.began = began
    self.start = start
    mark = start
    arc = start
  }

  var isAgainstGuide: Bool { (hasReturned ? mark : arc) < start }
}

/// A guide of a stroking phase and what was done on it.
final class ReferenceGuide {
  let line: Polyline
  let corridor: Limit
  let asked: Int
  let bins: Int

  var strokes: [ReferenceStroke] = []
  /// The stroke under way or, after a lift, the one that may go on.
  var current: ReferenceStroke?
  /// When the hand left the current stroke; nil while it is on.
  var left: Int?
  /// The contact on it, by its order.
  var occupant: Int?
  /// Where the hand came farthest back since a run back ended its stroke; nil: it has not.
  var turned: Double?
  /// Travel back that belongs to no stroke.
  var looseBackward = 0.0
  var wobbles: [(square: Double, length: Double)] = []

  init(_ guide: Guide, _ task: StrokingTask) {
    line = guide.line(task.curve)
    corridor = task.corridor
    asked = task.strokes
    bins = max(1, Int((line.length / ReferenceFigures.binLength).rounded()))
  }

  var length: Double { line.length }

  func bin(_ arc: Double) -> Int {
    min(bins - 1, max(0, Int(arc / length * Double(bins))))
  }

  /// Whether travel back is a return.
  func permitsReturn(_ stroke: ReferenceStroke) -> Bool {
    stroke.mark - stroke.start >= length / 2 && stroke.mark >= length * 0.9
  }

  func begin(at arc: Double, time: Int) {
    let stroke = ReferenceStroke(began: time, start: arc)
    strokes.append(stroke)
    current = stroke
    left = nil
    turned = nil
  }

  // MARK: Measures

  func coverage(_ stroke: ReferenceStroke) -> Double {
    stroke.isAgainstGuide ? 0 : Double(stroke.bins.count) / Double(bins)
  }

  /// The mean over the best strokes, as many as are asked.
  var coverage: Double {
    strokes.map(coverage).sorted(by: >).prefix(asked).reduce(0, +) / Double(asked)
  }

  var made: Int { strokes.filter { coverage($0) >= ReferenceFigures.madeCoverage }.count }

  var covers: [ReferenceStroke.Cover] { strokes.flatMap(\.covers).filter { !$0.isInAlarm } }

  var coveredLength: Double { covers.reduce(0) { $0 + $1.length } }

  var backward: Double {
    strokes.reduce(looseBackward) { $0 + ($1.isAgainstGuide ? $1.against : $1.backward) }
  }

  /// Loss of path on the guide, in mm.
  var coverLoss: Double {
    covers.reduce(0) {
      $0 + $1.length
        * (1
          - ReferenceFigures.grade(abs($1.deviation), full: corridor.full, none: corridor.none))
    }
  }

  /// A mean over the newly covered length.
  func mean(_ value: (ReferenceStroke.Cover) -> Double) -> Double? {
    let total = coveredLength
    return total > 0 ? covers.reduce(0) { $0 + $1.length * value($1) } / total : nil
  }
}
