import Drawing
import Geometry
import Scenarios
import Scoring

/// What the hands did, on the plate.
extension DebriefScreen {
  /// The ways of the shown phase, up to the moment where one leads there.
  func drawWays(_ view: PlateView, _ canvas: Canvas, _ theme: Theme) {
    let faults = faultSpans()
    var plain: [Path] = []
    var marked: [(Path, TrailQuality)] = []
    for trace in model.traces where trace.phase == shownPhase {
      var run: [Point] = []
      var quality = TrailQuality.inBand
      func close() {
        guard run.count > 1 else { return }
        let path = Path.polyline(run, closed: false)
        if quality == .inBand { plain.append(path) } else { marked.append((path, quality)) }
      }
      for (time, place) in samples(of: trace) {
        let next = faults.first { $0.span.contains(time) }?.quality ?? .inBand
        let point = view.layout(place)
        if next != quality {
          run.append(point)
          close()
          run = []
          quality = next
        }
        if let last = run.last, last.distance(to: point) < 0.7 { continue }
        run.append(point)
      }
      close()
    }
    // Many strokes on one lane are drawn finer, so that they stay apart.
    let count = model.traces.filter { $0.phase == shownPhase }.count
    let scale = count > 12 ? 0.55 : count > 6 ? 0.75 : 1
    for path in plain { DebriefScreen.drawTrail(canvas, path, .inBand, theme, scale: scale) }
    for (path, quality) in marked {
      DebriefScreen.drawTrail(canvas, path, quality, theme, scale: scale)
    }
  }

  /// When the hand did what cost points, worst kind first.
  func faultSpans() -> [(span: ClosedRange<Double>, quality: TrailQuality)] {
    var faults: [(span: ClosedRange<Double>, quality: TrailQuality)] = []
    for (deduction, mark) in zip(deductions, model.marks) {
      let quality: TrailQuality
      switch (deduction.code, mark.shape) {
      case (_, .octagon): quality = .spasm
      case (_, .diamond): quality = .high
      case ("speed.tooSlow", _), ("pressure.tooLight", _): quality = .low
      default: continue
      }
      for span in deduction.spans where span.start.value <= span.end.value {
        faults.append((span.start.value...span.end.value, quality))
      }
    }
    return faults.sorted { $0.quality.rawValue > $1.quality.rawValue }
  }

  /// Times and places of a contact, up to the moment at which the way ends.
  private func samples(of trace: DebriefModel.Trace) -> some Sequence<(Double, Point)> {
    guard let wayEnd else { return zip(trace.times[...], trace.points[...]) }
    let count = trace.count(until: wayEnd)
    var (times, points) = (trace.times[..<count], trace.points[..<count])
    if count > 0, count < trace.times.count, let place = trace.place(at: wayEnd) {
      times.append(wayEnd)
      points.append(place)
    }
    return zip(times, points)
  }

  /// The hands where they are at the moment that is shown.
  func drawHands(_ view: PlateView, _ canvas: Canvas, _ theme: Theme) {
    guard let time = choice.time, !isPicture else { return }
    let phases = model.scenario.phases
    guard let index = shownPhase, phases.indices.contains(index) else { return }
    let phase = phases[index]
    let quality = faultSpans().first { $0.span.contains(time) }?.quality ?? .inBand
    let mark =
      switch quality {
      case .inBand: theme.inBand.mark
      case .high: theme.high.mark
      case .low: theme.low.mark
      case .spasm: theme.spasm.mark
      }
    let hand = PlateHand(
      view: view, theme: theme, hand: phase.hand, rowAcross: phase.rowAcross)
    for trace in model.traces where trace.phase == index {
      guard let place = trace.place(at: time) else { continue }
      hand.draw(at: place, pressure: nil, mark: mark, isDown: true, on: canvas)
    }
  }
}
