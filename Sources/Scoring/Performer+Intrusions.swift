import BackAtlas
import Geometry
import Scenarios

/// What some faults do beside the work of a phase, and what others lay over all of it.
extension Performer {
  mutating func intrude(_ phase: Phase) {
    if has(.scribble) { scribble(phase) }
    if has(.pressSpasm) { leadOverSpasm(phase) }
    if has(.wentOn) { goOn(phase) }
    if has(.overSpine) { strokeSpine(phase) }
    if has(.tap) { tapRows(phase) }
    if has(.kidneyTap) { tapKidney(phase) }
  }

  // MARK: Over all

  /// Seconds after landing between which a shaking hand shakes.
  private static let shaken = 0.4...3.4

  /// How far vibration or trembling takes the hand from where it means to be.
  func tremor(at elapsed: Int) -> Point {
    let seconds = Double(elapsed) / 1_000_000
    guard has(.vibrate) || has(.tremble), Performer.shaken.contains(seconds) else { return .zero }
    var place = Point.zero
    if has(.vibrate) {
      // 3 mm from side to side, six times a second.
      place = place + Point(1.5 * Performer.circle(seconds * 6).sine, 0)
    }
    if has(.tremble) {
      // Circles of 4 mm, seven in a second.
      let (cosine, sine) = Performer.circle(seconds * 7)
      place = place + Point(cosine, sine) * 2
    }
    return place
  }

  // MARK: Scribbling

  /// Minutes of calm movement anywhere but where it is asked.
  private mutating func scribble(_ phase: Phase) {
    let (guides, curve) = phase.task.guides
    guard let guide = guides.first else { return }
    let line = guide.line(curve)
    let middle = line.place(at: line.length / 2).point
    let ground = PerformerGround(scenario, phase)
    let beside = playground(near: middle + Point(middle.x < 0 ? -70 : 70, 0), ground)
    let speed = calm(phase)
    let route = scribble(from: beside, to: beside, around: beside, length: speed * 150)
    contact([
      PerformerLeg(
        route: ground.lightened(route), speed: speed, ramp: Performer.ramp,
        pressure: pressure(phase))
    ])
    wait()
  }

  /// A middle for scribbling around that hurts nowhere, as near as can be to a place.
  func playground(near place: Point, _ ground: PerformerGround) -> Point {
    var best = place
    var least = Double.infinity
    for row in -6...6 {
      for column in -6...6 {
        let candidate = place + Point(Double(column) * 25, Double(row) * 25)
        let space = ground.freedom(at: candidate, reach: 0, within: 110)
        let cost = max(0, 110 - space) * 10 + candidate.distance(to: place)
        if cost < least {
          least = cost
          best = candidate
        }
      }
    }
    return best
  }

  /// A smooth way of about some length from place to place within 60 mm around a middle.
  mutating func scribble(from: Point, to: Point, around middle: Point, length: Double)
    -> PerformerRoute
  {
    var places = [Position(millimetres: from.x, from.y)]
    var travelled = 0.0
    var last = from
    while travelled < length, places.count < 2_000 {
      let next = middle + Point(offset() * 60, offset() * 80)
      let step = next.distance(to: last)
      guard step > 20 else { continue }
      places.append(Position(millimetres: next.x, next.y))
      travelled += step
      last = next
    }
    if to.distance(to: last) > 1 { places.append(Position(millimetres: to.x, to.y)) }
    return PerformerRoute(CatmullRom.open(through: places).map(\.point))
  }

  // MARK: Pressing where it hurts

  /// The first area in spasm that can be hurt.
  private var tender: SpasmArea? {
    scenario.spasm.first { DemonstrationFault.canHurt($0) }
  }

  /// Presses hard enough to hurt any area that can be hurt.
  private func firmly(_ area: SpasmArea) -> Double { max(0.6, min(1, area.maxPressure + 0.25)) }

  /// Well over an area, and off the spine where that can be, which would have a complaint of its
  /// own.
  private func sore(_ area: SpasmArea, _ phase: Phase) -> Point {
    let outline = area.outline.polygon
    let middle = Performer.inside(outline)
    let away = middle.x < 0 ? -1.0 : 1
    let spine = Region.spine.outline(on: scenario.patient.back)
    let shape = HandShape(phase.hand, rowAcross: phase.rowAcross)
    func clearance(_ place: Point, of outline: Polygon) -> Double {
      let fine = FinePoint(FinePoint(x: 0, y: 0), offset: place)
      return shape.clearance(from: fine, to: fine, of: outline, reach: 100)
    }
    for step in 0..<30 {
      let place = middle + Point(away * Double(step) * 2, 0)
      guard clearance(place, of: outline) < -6 else { break }
      if clearance(place, of: spine) > 3 { return place }
    }
    return middle
  }

  /// Three strokes over the area, each over before the patient has complained for long.
  private mutating func leadOverSpasm(_ phase: Phase) {
    guard let area = tender else { return }
    let middle = sore(area, phase)
    let half = Point(0, 42)
    for _ in 0..<3 {
      contact([
        PerformerLeg(
          route: PerformerRoute([middle - half, middle + half]), speed: 60,
          pressure: firmly(area))
      ])
      wait()
    }
  }

  /// One that stays although the patient says that it hurts.
  private mutating func goOn(_ phase: Phase) {
    guard let area = tender else { return }
    let middle = sore(area, phase)
    contact([
      PerformerLeg(
        route: PerformerRoute([middle - Point(0, 42), middle]), speed: 60, ramp: 0.2, rest: 3,
        pressure: firmly(area))
    ])
    wait()
  }

  /// A firm stroke down the spine itself.
  private mutating func strokeSpine(_ phase: Phase) {
    let (top, bottom) = barePartOfSpine(phase)
    contact([
      PerformerLeg(
        route: PerformerRoute([Point(0, top), Point(0, bottom)]), speed: calm(phase),
        ramp: Performer.ramp, pressure: 0.6)
    ])
    wait()
  }

  /// The longest stretch of the midline on which the hand is off every area in spasm, in mm below
  /// C7; most of the spine where there is none worth a stroke.
  private func barePartOfSpine(_ phase: Phase) -> (top: Double, bottom: Double) {
    let shape = HandShape(phase.hand, rowAcross: phase.rowAcross)
    let outlines = scenario.spasm.map(\.outline.polygon)
    let back = scenario.patient.back
    let (first, last) = (Double(back.level(.t3)), Double(back.level(.s2)))
    var best = (top: first, bottom: first)
    var top: Double?
    let steps = 60
    for step in 0...steps {
      let y = first + (last - first) * Double(step) / Double(steps)
      let place = FinePoint(x: 0, y: FinePoint.units(y))
      let isBare = outlines.allSatisfy {
        shape.clearance(from: place, to: place, of: $0, reach: 10) > 3
      }
      if !isBare { top = nil }
      if isBare, top == nil { top = y }
      if let top, y - top > best.bottom - best.top { best = (top, y) }
    }
    return best.bottom - best.top >= 60 ? best : (first, last)
  }

  // MARK: Tapping

  /// Two rows of eight taps where nothing but the tapping is wrong.
  private mutating func tapRows(_ phase: Phase) {
    let ground = PerformerGround(scenario, phase)
    let back = scenario.patient.back
    let top = Double(back.level(.t2))
    let bottom = Double(back.level(.t8))
    let columns = [-65.0, 65, -100, 100]
    let free = columns.first { x in
      (0..<8).allSatisfy { row in
        let place = Point(x, top + (bottom - top) * Double(row) / 7)
        return ground.trouble(at: place, reach: 0) == 0 && ground.pressureLimit(at: place) == 1
      }
    }
    let x = free ?? -65
    for _ in 0..<2 {
      for row in 0..<8 {
        tap(at: Point(x, top + (bottom - top) * Double(row) / 7), ground, phase)
      }
      wait()
    }
  }

  /// A row of five taps over the left kidney.
  private mutating func tapKidney(_ phase: Phase) {
    let outline = Region.kidneyLeft.outline(on: scenario.patient.back)
    let middle = Performer.inside(outline)
    let ground = PerformerGround(scenario, phase)
    for row in -2...2 { tap(at: middle + Point(0, Double(row) * 15), ground, phase) }
    wait()
  }

  private mutating func tap(at place: Point, _ ground: PerformerGround, _ phase: Phase) {
    contact([still(at: place, 0.12, ground, phase)])
    wait(200_000)
  }
}
