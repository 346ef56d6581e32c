import Patients
import Scenarios
import Testing

/// What is carried from session to session. Each failure says its seed.
@Suite("A course of sessions")
struct CourseStateTests {
  static let none = PatientIndicators(Course().state, of: Course.scenario())

  /// A whole good session, changed.
  static func session(
    calm: Double = 600, _ change: (inout SessionEffect) -> Void = { _ in }
  ) -> SessionEffect {
    var effect = SessionEffect(before: none, after: none, contact: 600, calm: calm)
    change(&effect)
    return effect
  }

  /// How far a state is from wholly well: less is better.
  private func ill(_ state: CourseState) -> [Double] {
    [1 - state.comfort, state.tone, state.rootPressure]
  }

  private func isBetter(_ a: CourseState, _ b: CourseState) -> Bool {
    zip(ill(a), ill(b)).allSatisfy { $0 < $1 }
  }

  private func isNoWorse(_ a: CourseState, _ b: CourseState) -> Bool {
    zip(ill(a), ill(b)).allSatisfy { $0 <= $1 }
  }

  private func shares(_ state: CourseState) -> [Double] {
    [state.comfort, state.tone, state.rootPressure]
  }

  @Test(
    "Each good session brings the patient nearer, the first the furthest",
    arguments: [
      Period.acute, .easing, .remission, .prevention,
    ])
  func goodSessions(period: Period) {
    var states = [CourseState.beginning(period)]
    for _ in 0..<15 { states.append(states[states.count - 1].finishing(Self.session())) }
    var gains: [Double] = []
    for (before, after) in zip(states, states.dropFirst()) {
      #expect(isBetter(after, before))
      #expect(after.sessions == before.sessions + 1)
      gains.append(after.comfort - before.comfort)
    }
    #expect(gains == gains.sorted(by: >))
    // Felt after the first, near the end after ten, and what the disc presses stays.
    let end = states[15].comfort + gains[14]
    let whole = end - states[0].comfort
    #expect(gains[0] > 0.15 * whole)
    #expect(states[10].comfort - states[0].comfort > 0.85 * whole)
    #expect(states[15].rootPressure >= states[0].rootPressure / 2)
    #expect(states[15].comfort < 0.95 && states[15].tone > 0.25)
  }

  @Test("More calm work helps more, up to a whole session")
  func amounts() {
    let start = CourseState.beginning(.easing)
    let after = [0, 20, 40, 60, 600].map { start.finishing(Self.session(calm: $0)) }
    #expect(shares(after[0]) == shares(start))
    for (less, more) in zip(after.prefix(4), after.prefix(4).dropFirst()) {
      #expect(isBetter(more, less))
    }
    #expect(after[4] == after[3])
  }

  static let harms: [(String, @Sendable (inout SessionEffect) -> Void)] = [
    ("pain", { $0.painSignals += 1 }), ("strain", { $0.strain += 20 }),
    ("guarding", { $0.guarding += 60 }), ("shaking", { $0.shaking += 30 }),
    ("cold hands", { $0.cold += 60 }), ("leaving in more pain", { $0.after.pain += 0.15 }),
    ("an irritated skin", { $0.irritation += 0.5 }),
  ]

  @Test("What harms makes a session help less, and without help it sets back", arguments: harms)
  func harm(name: String, harm: @Sendable (inout SessionEffect) -> Void) {
    let start = CourseState.beginning(.easing)
    let good = start.finishing(Self.session())
    let harmed = start.finishing(Self.session(harm))
    #expect(isBetter(good, harmed), "\(name)")
    #expect(isBetter(start, start.finishing(Self.session(calm: 0, harm))), "\(name)")
    // Twice as much is worse.
    let twice = start.finishing(
      Self.session {
        harm(&$0)
        harm(&$0)
      })
    #expect(isBetter(harmed, twice), "\(name)")
  }

  @Test("A good session in which it hurt four times sets back")
  func fourPains() {
    let start = CourseState.beginning(.remission)
    #expect(isBetter(start, start.finishing(Self.session { $0.painSignals = 4 })))
    #expect(isBetter(start.finishing(Self.session { $0.painSignals = 1 }), start))
  }

  @Test("Where no hand was felt nothing changes, and it is no session")
  func nothing() {
    let start = CourseState.beginning(.easing).finishing(Self.session())
    let idle = Self.session {
      $0.contact = 0
      $0.calm = 0
    }
    #expect(start.finishing(idle) == start)
  }

  @Test("Two days are planned; each beyond takes of the gain, and never more than that")
  func days() {
    let start = CourseState.beginning(.easing)
    var state = start
    for _ in 0..<8 { state = state.finishing(Self.session()) }
    for days in [Int.min, -1, 0, 1, 2] { #expect(state.resting(days: days) == state) }
    var last = state
    for days in 3...60 {
      let rested = state.resting(days: days)
      #expect(isBetter(last, rested), "\(days) days")
      #expect(isBetter(rested, start), "\(days) days")
      #expect(rested.sessions == state.sessions)
      last = rested
    }
    #expect(isNoWorse(state.resting(days: .max), start))
    #expect(isNoWorse(start, start.resting(days: 100)))
    // Three weeks beyond leave more than a third of the gain.
    let kept =
      (state.resting(days: 23).comfort - start.comfort) / (state.comfort - start.comfort)
    #expect((0.34...0.38).contains(kept))
  }

  @Test("Rest heals nothing that was harmed")
  func restAfterHarm() {
    let start = CourseState.beginning(.easing)
    let harmed = start.finishing(Self.session(calm: 0) { $0.painSignals = 4 })
    #expect(harmed.resting(days: 50) == harmed)
  }

  /// A session by chance, garbage included.
  private func chance(_ numbers: inout Numbers) -> SessionEffect {
    func amount() -> Double {
      [0, numbers.share() * 600, -5, .infinity, .nan, 1e300][numbers.whole(0...9) % 6]
    }
    return Self.session {
      $0.contact = numbers.share() * 600
      $0.calm = amount()
      $0.strain = amount()
      $0.guarding = amount()
      $0.shaking = amount()
      $0.cold = amount()
      $0.irritation = amount()
      $0.painSignals = [0, 1, 7, -3, .max, .min][numbers.whole(0...5)]
    }
  }

  @Test("All stays from 0 to 1, and the same course is the same", arguments: 1...8)
  func laws(seed: Int) {
    var numbers = Numbers(seed: UInt64(seed))
    var state = CourseState.beginning([Period.acute, .easing, .remission, .prevention][seed % 4])
    for _ in 0..<300 {
      let session = chance(&numbers)
      let days = numbers.whole(0...40)
      let next = state.finishing(session).resting(days: days)
      #expect(shares(next).allSatisfy { (0...1).contains($0) }, "seed \(seed): \(next)")
      #expect(next == state.finishing(session).resting(days: days), "seed \(seed)")
      #expect(isNoWorse(state, state.resting(days: days)), "seed \(seed)")
      // A pain more is never better.
      var worse = session
      if worse.painSignals >= 0, worse.painSignals < 100 {
        worse.painSignals += 1
        #expect(isNoWorse(state.finishing(session), state.finishing(worse)), "seed \(seed)")
      }
      state = next
    }
  }
}
