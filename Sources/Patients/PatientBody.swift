import Attempts
import Geometry
import Scenarios

/// The patient between two steps: what events brought, and what the steps made of it.
struct PatientBody: Sendable {
  private(set) var state: PatientState
  /// Calm after calm work, 0 to 1: it slows the breath and lets more pressure be borne.
  private(set) var ease = 0.0
  /// Tone that calm work took.
  private(set) var relief = 0.0
  /// Steps taken.
  private(set) var steps = 0
  private var tally = EffectTally()

  private let ground: Ground
  private var hands: [TouchingHand] = []
  private var taps = TapRow()
  private var tapsFeltUntil = 0
  private var painUntil = 0
  private var isWarm = false
  /// How cold the hands still are, 0 to 1; nil before the first touch.
  private var coldness: Double?
  /// How irritated the skin is by a product that the patient is allergic to, 0 to 1.
  private var irritation = 0.0

  init(_ ground: Ground) {
    self.ground = ground
    state = PatientState(
      warmth: ground.skin.map, comfort: ground.comfort, breathingRate: Figures.restingRate,
      breath: 0, isInPain: false, tone: ground.tone)
  }

  /// What the steps so far did, between two readings of the indicators.
  func effect(before: PatientIndicators, after: PatientIndicators) -> SessionEffect {
    tally.effect(before: before, after: after, irritation: irritation)
  }

  // MARK: Events

  mutating func land(_ landing: Landing, phase: Int, with preparation: Prepared) {
    if coldness == nil { coldness = preparation.hasWarmHands ? 0 : 1 }
    guard hands.count < Figures.hands else { return }
    hands.append(TouchingHand(landing, phase: phase, areas: ground.areas.count))
  }

  mutating func move(_ contact: Int, _ sample: Sample) {
    guard let index = index(of: contact) else { return }
    hands[index].take(sample)
  }

  mutating func lift(_ contact: Int, _ sample: Sample?) {
    guard let index = index(of: contact) else { return }
    if let sample { hands[index].take(sample) }
    lift(at: index)
  }

  mutating func liftAll() {
    for index in hands.indices where !hands[index].isLifted { lift(at: index) }
  }

  private mutating func lift(at index: Int) {
    hands[index].lift()
    let hand = hands[index]
    if taps.take(landing: hand.landingTime, lift: hand.lastTime, extent: hand.extent),
      !ground.allowsTapping
    {
      tapsFeltUntil = max(tapsFeltUntil, hand.lastTime + Figures.tapEcho)
    }
  }

  private func index(of contact: Int) -> Int? {
    hands.firstIndex { $0.contact == contact && !$0.isLifted }
  }

  // MARK: Steps

  /// Takes every step up to a time, in microseconds, that time included.
  mutating func run(to time: Int, with preparation: Prepared) {
    while (steps + 1) * Figures.step <= time { step(preparation) }
  }

  /// What all hands together do in a step.
  private struct Work {
    /// What the body defends itself against, and what it enjoys, 0 to 1.
    var strain = 0.0
    var pleasure = 0.0
    var isTouched = false
    var hurts = false
    var isShaking = false
  }

  private mutating func step(_ preparation: Prepared) {
    steps += 1
    let now = steps * Figures.step
    if isWarm, steps % Figures.stepsPerCooling == 0 { cool() }
    var work = Work()
    for index in hands.indices { feel(index, at: now, preparation, &work) }
    if hands.contains(where: \.isLifted) { hands.removeAll(where: \.isLifted) }
    if now < tapsFeltUntil { work.strain = max(work.strain, Figures.tappingStrain) }
    if work.hurts { painUntil = now + Figures.painLatch }
    let wasInPain = state.isInPain
    state.isInPain = now < painUntil
    // Whoever guards enjoys nothing; guarding follows strain within half a second.
    work.pleasure *= 1 - state.guarding
    change(work, preparation)
    tally.add(
      isTouched: work.isTouched, isShaking: work.isShaking,
      beginsToHurt: state.isInPain && !wasInPain, pleasure: work.pleasure, strain: work.strain,
      guarding: state.guarding, coldness: coldness ?? 0)
  }

  private mutating func feel(
    _ index: Int, at now: Int, _ preparation: Prepared, _ work: inout Work
  ) {
    let hand = ground.hands[hands[index].phase]
    guard
      let touch = hands[index].step(
        at: now, supposed: hand.isFirm ? Figures.firmShare : Figures.lightShare),
      let warmth = warm(touch, hand, preparation)
    else { return }
    work.isTouched = true
    var strain = strain(touch)
    if shakes(touch) { work.isShaking = true }
    for (area, sore) in ground.areas.enumerated() {
      switch hands[index].areas[area].take(sore, hand, touch) {
      case .none: break
      case .pressed:
        strain = max(strain, sore.isSpine ? Figures.boneStrain : Figures.pressedStrain)
      case .pain:
        strain = 1
        work.hurts = true
      }
    }
    work.strain = max(work.strain, strain)
    let feels = 1 - Figures.coldSkin * (1 - warmth)
    work.pleasure = max(
      work.pleasure,
      hand.speed.grade(touch.speed) * hand.pressure.grade(touch.share) * feels)
  }

  /// What is hard, sudden, fast or shaking in a touch, 0 to 1.
  private func strain(_ touch: Touch) -> Double {
    let borne = Figures.borne + Figures.borneWithEase * ease
    let depth = share(touch.share - borne, of: Figures.deepRange)
    let sudden = share(touch.rise - borne, of: Figures.deepRange)
    let pressed = min(1, touch.share / Figures.pressedShare)
    let fast =
      share(touch.speed - Figures.startlingSpeed, of: Figures.startlingRange)
      * (Figures.lightFastShare + (1 - Figures.lightFastShare) * pressed)
    return max((depth + sudden) / 2, fast, shakes(touch) ? Figures.shakingStrain : 0)
  }

  private func shakes(_ touch: Touch) -> Bool { touch.isShaking && !ground.allowsVibration }

  /// Warms the skin under a hand; its mean warmth after that, nil where the hand is off the skin.
  private mutating func warm(
    _ touch: Touch, _ hand: WorkingHand, _ preparation: Prepared
  ) -> Double? {
    let way = (x: touch.place.x - touch.from.x, y: touch.place.y - touch.from.y)
    let length = (touch.place.point - touch.from.point).length
    let places = min(Figures.sweeps, 1 + Int(min(length / Figures.sweep, 1_000)))
    let ceiling = Figures.warming(preparation.product)
    let moving = min(1, touch.speed / Figures.movingSpeed)
    let rate =
      hand.warming * ceiling
      * (Figures.restingShare + (1 - Figures.restingShare) * moving)
      * min(
        Figures.strongestWarming, Figures.lightestWarming + Figures.warmingPerPressure * touch.share
      )
    let part = rate * Figures.seconds / Figures.warming / Double(places)
    var cells = 0
    var warmth = 0.0
    for place in 1...places {
      cells = 0
      warmth = 0
      for offset in hand.offsets {
        let centre = Position(
          x: touch.from.x + way.x * place / places + offset.x,
          y: touch.from.y + way.y * place / places + offset.y)
        let under = ground.skin.warm(
          &state.warmth, under: centre, radius: hand.radiusUnits, toward: ceiling, by: part)
        cells += under.cells
        warmth += under.warmth
      }
    }
    guard cells > 0 else { return nil }
    isWarm = true
    return warmth / Double(cells)
  }

  private mutating func cool() {
    let kept = 1 - Double(Figures.stepsPerCooling) * Figures.seconds / Figures.cooling
    for index in state.warmth.values.indices { state.warmth.values[index] *= kept }
  }

  // MARK: What follows

  private mutating func change(_ work: Work, _ preparation: Prepared) {
    let dt = Figures.seconds
    if work.isTouched {
      coldness = coldness.map { $0 - $0 * dt / Figures.handWarming }
      if preparation.irritates { irritation += (1 - irritation) * dt / Figures.irritationRise }
    }
    changeGuarding(work)
    changeEase(work)
    changeComfort(work)
    state.tone = bounded(ground.tone - relief + Figures.guardingTone * state.guarding)
    let alarm = state.isInPain ? 1 : state.guarding
    let rate =
      Figures.restingRate - Figures.easeRate * ease * (1 - alarm) + Figures.painRate * alarm
    state.breathingRate += (rate - state.breathingRate) * dt / Figures.rateChange
    state.breath += state.breathingRate * dt / 60
    if state.breath >= 1 { state.breath -= 1 }
  }

  private mutating func changeGuarding(_ work: Work) {
    let guarding = state.guarding
    if work.strain > guarding {
      state.guarding += (work.strain - guarding) * Figures.seconds / Figures.guardingRise
    } else {
      let time =
        Figures.guardingFall
        + (Figures.guardingFallAtEase - Figures.guardingFall) * calm(work)
      state.guarding -= guarding * Figures.seconds / time
    }
  }

  /// How calm the work is for a muscle that guards, which enjoys nothing yet.
  private func calm(_ work: Work) -> Double {
    state.guarding < 1 ? min(1, work.pleasure / (1 - state.guarding)) : 0
  }

  private mutating func changeEase(_ work: Work) {
    let dt = Figures.seconds
    ease += work.pleasure * (1 - ease) * dt / Figures.easeRise
    ease -= work.strain * ease * dt / Figures.easeFall
    if work.isTouched {
      relief = min(Figures.mostRelief, relief + work.pleasure * Figures.reliefPerSecond * dt)
    } else {
      ease -= ease * dt / Figures.easeFade
      relief -= relief * dt / Figures.reliefFall
    }
  }

  private mutating func changeComfort(_ work: Work) {
    let dt = Figures.seconds
    let comfort = state.comfort
    let cold = work.isTouched ? coldness ?? 0 : 0
    let falls =
      work.strain / Figures.comfortFall + cold / Figures.coldFall
      + irritation / Figures.irritationFall
    var next = comfort + work.pleasure * (1 - comfort) * dt / Figures.comfortRise
    next -= comfort * falls * dt
    if !work.isTouched {
      let time = comfort < ground.comfort ? Figures.comfortRecovery : Figures.comfortFade
      next += (ground.comfort - comfort) * dt / time
    }
    state.comfort = bounded(next)
  }

  private func bounded(_ value: Double) -> Double { min(max(value, 0), 1) }

  private func share(_ value: Double, of range: Double) -> Double { bounded(value / range) }
}
