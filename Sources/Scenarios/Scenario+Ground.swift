import BackAtlas
import Geometry

/// Where the case lets a hand work: on the back, off the spine, off the areas in spasm.
extension Scenario {
  func reviewAreas() -> [ScenarioFinding] {
    let trunk = patient.back.trunk
    return spasm.enumerated().compactMap { index, area in
      guard area.outline.polygon.leaves(trunk) else { return nil }
      return ScenarioFinding(
        .warning, [.key("spasm"), .index(index), .key("outline")],
        "the area \"\(area.id)\" reaches beyond the back")
    }
  }

  func reviewGround() -> [ScenarioFinding] {
    let ground = Ground(self)
    return phases.enumerated().flatMap { index, phase in
      ground.findings(phase, [.key("phases"), .index(index)])
    }
  }
}

/// What a hand of a case must keep to and keep off.
private struct Ground {
  let trunk: Polygon
  let spine: Polygon
  let areas: [(area: SpasmArea, outline: Polygon)]

  init(_ scenario: Scenario) {
    trunk = scenario.patient.back.trunk
    spine = Region.spine.outline(on: scenario.patient.back)
    areas = scenario.spasm.map { ($0, $0.outline.polygon) }
  }

  func findings(_ phase: Phase, _ path: [ScenarioPath.Step]) -> [ScenarioFinding] {
    switch phase.task {
    case .stroking(let task):
      return guides(phase, task.guides, task.curve, task.corridor, path)
    case .combCircles(let task):
      return guides(phase, task.guides, task.curve, nil, path)
    case .pointPress(let task):
      return task.points.enumerated().flatMap { index, point in
        let place = path + [.key("points"), .index(index), .key("at")]
        guard trunk.contains(point.at.fine) else {
          return [ScenarioFinding(.error, place, "this point lies beside the back")]
        }
        return hand(phase, SweptHand(phase, [point.at.fine]), "at this point", place)
      }
    case .honeyLift(let task):
      let place = path + [.key("area")]
      let area = task.area.polygon
      if area.leaves(trunk) {
        return [ScenarioFinding(.error, place, "the area to work on reaches beyond the back")]
      }
      // A lift lands anywhere in the area, so its outline, widened by the hand, is what is touched.
      let edge = SweptHand(phase, area.edge)
      return hand(phase, edge, "in this area", place, within: area)
    }
  }

  private func guides(
    _ phase: Phase, _ guides: [Guide], _ curve: CurveKind, _ corridor: Limit?,
    _ path: [ScenarioPath.Step]
  ) -> [ScenarioFinding] {
    guides.enumerated().flatMap { index, guide in
      let place = path + [.key("guides"), .index(index), .key("path")]
      if let point = guide.path.firstIndex(where: { !trunk.contains($0.fine) }) {
        return [
          ScenarioFinding(.error, place + [.index(point)], "this point lies beside the back")
        ]
      }
      let way = guide.line(curve).resampled(step: Guide.step).vertices
      let half = corridor?.full ?? 0
      var findings: [ScenarioFinding] = []
      if way.contains(where: { trunk.signedDistance(to: $0) > -half }) {
        findings.append(
          ScenarioFinding(
            .warning, place,
            corridor == nil
              ? "the way between these points leaves the back"
              : "the corridor of this guide, \(half.words) mm to each side, leaves the back"))
      }
      let touching = hand(phase, SweptHand(phase, way), "on this guide", place)
      if touching.isEmpty, !phase.hand.isFirm,
        clearance(of: spine, SweptHand(way: way, offsets: [.zero], reach: half)) < 0
      {
        findings.append(
          ScenarioFinding(
            .warning, place,
            "this guide runs over the spine, 12 mm either side of the midline; "
              + "strokes run beside it"))
      }
      return findings + touching
    }
  }

  /// What a hand does wrong that works exactly as asked.
  ///
  /// - Parameter within: an area all of which is worked on, its edge being the way.
  private func hand(
    _ phase: Phase, _ swept: SweptHand, _ place: String, _ path: [ScenarioPath.Step],
    within area: Polygon? = nil
  ) -> [ScenarioFinding] {
    let hand = phase.hand
    // What a hand may stray and still have full marks.
    let strays =
      switch phase.task {
      case .stroking(let task): task.corridor.full
      case .combCircles(let task): task.corridor.full
      case .pointPress(let task): task.radius.full
      case .honeyLift: 0.0
      }
    func free(_ outline: Polygon) -> Double {
      let clearance = clearance(of: outline, swept)
      guard let area, let corner = outline.corners.first, area.contains(corner) else {
        return clearance
      }
      return min(clearance, -swept.reach)
    }
    let isOne = hand == .thumb || hand == .palm
    func says(_ verb: String, _ ending: String, _ rest: String) -> String {
      "\(hand.rawValue) \(place) \(verb)\(isOne ? ending : "") \(rest)"
    }
    var findings: [ScenarioFinding] = []
    if hand.isFirm && free(spine) < 0 {
      findings.append(
        ScenarioFinding(
          .error, path,
          says("press", "es", "on the spine, 12 mm either side of the midline")))
    }
    for (area, outline) in areas {
      let free = free(outline)
      if free < 0 && area.contact == .none {
        findings.append(
          ScenarioFinding(
            .error, path,
            says("touch", "es", "the area \"\(area.id)\", where no contact is allowed")))
      } else if free < 0 && hand.isFirm {
        findings.append(
          ScenarioFinding(
            .error, path,
            says("press", "es", "on the area \"\(area.id)\", where only a light hand may pass")))
      } else if free < strays && area.contact == .none {
        findings.append(
          ScenarioFinding(
            .warning, path,
            "\(hand.rawValue) \(place) clear\(isOne ? "s" : "") the area \"\(area.id)\" by "
              + "\(free.words) mm, but may stray \(strays.words) mm with full marks, and no contact "
              + "is allowed there"))
      } else if free < 0 && phase.pressure.fullLow > area.maxPressure {
        findings.append(
          ScenarioFinding(
            .warning, path,
            "a pressure of at least \(Int((phase.pressure.fullLow * 100).rounded())) percent is "
              + "asked \(place), and the area \"\(area.id)\" under it bears "
              + "\(Int((area.maxPressure * 100).rounded()))"))
      } else if free < area.margin && hand.isFirm {
        findings.append(
          ScenarioFinding(
            .warning, path,
            says(
              "come", "s",
              "within \(area.margin.words) mm of the area \"\(area.id)\", its margin")))
      }
    }
    return findings
  }

  /// Free space in mm between the hand and an outline, negative where they overlap.
  private func clearance(of outline: Polygon, _ hand: SweptHand) -> Double {
    // Nothing asks for more than the widest margin there can be, and a mm for rounding.
    let wide = hand.reach + SpasmArea.widestMargin + 1
    var least = Double.infinity
    for offset in hand.offsets {
      var previous = FinePoint(hand.way[0], offset: offset)
      for vertex in hand.way {
        let place = FinePoint(vertex, offset: offset)
        if outline.mayReach(previous, place, within: wide) {
          least = min(least, outline.deepestSignedDistance(from: previous, to: place))
        }
        previous = place
      }
    }
    return least - hand.reach
  }
}

/// What a hand covers that follows a way exactly, with circles of the middle asked diameter.
private struct SweptHand {
  /// Where the middle goes, in straight steps; at least one place.
  var way: [FinePoint]
  var offsets: [Point]
  /// Radius of a disc and, for circles, of the circle that its middle runs on, in mm.
  var reach: Double

  init(way: [FinePoint], offsets: [Point], reach: Double) {
    self.way = way
    self.offsets = offsets
    self.reach = reach
  }

  init(_ phase: Phase, _ way: [FinePoint]) {
    var reach = phase.hand.discRadius
    if case .combCircles(let task) = phase.task {
      reach += (task.diameter.fullLow + task.diameter.fullHigh) / 4
    }
    self.init(
      way: way, offsets: phase.hand.discOffsets(rowAcross: phase.rowAcross), reach: reach)
  }
}

extension Polygon {
  /// The outline in steps of about 2 mm, back to where it begins.
  fileprivate var edge: [FinePoint] {
    Polyline(corners + [corners[0]]).resampled(step: Guide.step).vertices
  }

  /// Whether any of it lies outside another.
  fileprivate func leaves(_ other: Polygon) -> Bool {
    edge.contains { !other.contains($0) }
  }
}
