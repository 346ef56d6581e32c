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
  /// Ways back of less are none, in mm.
  let hysteresis: Double
  /// Of turns, in mm.
  let tolerance: Double
  let start: Double
  /// The farthest that the match came.
  var mark: Double
  /// Where the match is, or was last.
  var arc: Double
  /// Bins touched at a working speed.
  var bins: Set<Int> = []
  var covers: [Cover] = []
  /// All travel of the match along the guide, either way, in mm; that of returns is none.
  var travel = 0.0
  /// That of it which was further back than the tolerance behind the mark.
  var backward = 0.0
  /// Whether it is on a return, or ended on one.
  var hasReturned = false
  /// Where the match went, not on a return: a list for each stretch of moves that join, in mm.
  private var ways: [[Double]] = []
  /// Speeds that are judged tick by tick, with their times; none of returns.
  var speeds: [(time: Int, speed: Double)] = []
  /// Squares of the wobble in mm2, and the newly covered length that each stands for.
  var wobbles: [(square: Double, length: Double)] = []

  init(began: Int, start: Double, pixel: Double) {
    self.began = began
    hysteresis = ReferenceFigures.rubbingHysteresis(pixel: pixel)
    tolerance = ReferenceFigures.turnTolerance(pixel: pixel)
    self.start = start
    mark = start
    arc = start
  }

  /// In mm.
  var net: Double { (hasReturned ? mark : arc) - start }
  var isAgainstGuide: Bool { net < 0 }

  /// Takes a move of the match that is not on a return.
  func go(from: Double, to: Double) {
    if ways.last?.last != from { ways.append([from]) }
    ways[ways.count - 1].append(to)
  }

  /// Whether it was rubbing to and fro rather than a stroke.
  var isRubbing: Bool {
    // A longer way back is a run back.
    let back = ways.flatMap(waysBack).filter { $0 <= 3 * tolerance }.reduce(0, +)
    return back > ReferenceFigures.rubbingLength
      && back > (max(0, net) + back) * ReferenceFigures.rubbingShare
  }

  /// Ways back, each from a highest place to a lowest, with a hysteresis.
  private func waysBack(_ places: [Double]) -> [Double] {
    var ways: [Double] = []
    var highest = places[0]
    // The farthest back since the highest; nil while going forward.
    var lowest: Double?
    for place in places {
      if let low = lowest {
        if place - low >= hysteresis {
          ways.append(highest - low)
          highest = place
          lowest = nil
        } else {
          lowest = min(low, place)
        }
      } else if highest - place >= hysteresis {
        lowest = place
      } else {
        highest = max(highest, place)
      }
    }
    if let lowest { ways.append(highest - lowest) }
    return ways
  }
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
  /// Taps that came to it.
  var taps: [ReferenceContact] = []
  /// The contact on it, by its order.
  var occupant: Int?
  /// Where the hand came farthest back since a run back ended its stroke; nil: it has not.
  var turned: Double?
  /// Travel back that belongs to no stroke.
  var looseBackward = 0.0

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

  func begin(at arc: Double, time: Int, pixel: Double) {
    let stroke = ReferenceStroke(
      began: time, start: arc, pixel: pixel)
    strokes.append(stroke)
    current = stroke
    left = nil
    turned = nil
  }

  // MARK: Measures

  func coverage(_ stroke: ReferenceStroke) -> Double {
    stroke.isAgainstGuide || stroke.isRubbing
      ? 0 : Double(stroke.bins.count) / Double(bins)
  }

  /// The mean over the best strokes, as many as are asked.
  var coverage: Double {
    strokes.map(coverage).sorted(by: >).prefix(asked).reduce(0, +) / Double(asked)
  }

  var made: Int { strokes.filter { coverage($0) >= ReferenceFigures.madeCoverage }.count }

  /// What is judged as newly covered: nothing of a stroke against the guide, which is backward in
  /// all of its length.
  var covers: [ReferenceStroke.Cover] {
    strokes.filter { !$0.isAgainstGuide }.flatMap(\.covers).filter { !$0.isInAlarm }
  }

  var wobbles: [(square: Double, length: Double)] {
    strokes.filter { !$0.isAgainstGuide }.flatMap(\.wobbles)
  }

  var coveredLength: Double { covers.reduce(0) { $0 + $1.length } }

  var backward: Double {
    strokes.reduce(looseBackward) { $0 + ($1.isAgainstGuide ? $1.travel : $1.backward) }
  }

  /// Loss of path on the guide, in mm.
  var coverLoss: Double {
    covers.reduce(0) {
      $0
        + ReferenceFigures.booked(
          $1.length
            * (1
              - ReferenceFigures.grade(
                abs($1.deviation), full: corridor.full, none: corridor.none)))
    }
  }

  /// RMS of the wobble, in mm; nil where nothing was covered.
  var wobble: Double? {
    let total = wobbles.reduce(0) { $0 + $1.length }
    guard total > 0 else { return nil }
    let squares = wobbles.reduce(0) { $0 + ReferenceFigures.booked($1.square * $1.length) }
    return (squares / total).squareRoot()
  }

  /// A mean over the newly covered length.
  func mean(_ value: (ReferenceStroke.Cover) -> Double) -> Double? {
    let total = coveredLength
    return total > 0 ? covers.reduce(0) { $0 + $1.length * value($1) } / total : nil
  }
}
