import Attempts
import Geometry
import Scenarios
import Testing

@testable import Scoring

@Suite struct DemonstrationTests {
  private func make(
    _ scenario: Scenario, _ change: (inout Demonstration.Options) -> Void = { _ in }
  ) throws -> Demonstration {
    var options = Demonstration.Options()
    change(&options)
    return try Demonstration(of: scenario, options: options, program: "test")
  }

  // MARK: The expert

  @Test(arguments: Cases.rates, Cases.graded)
  func theExpertScoresAtLeast98(rate: Int, scenario: Scenario) throws {
    let result = try Cases.demonstration(scenario) {
      $0.rate = rate
      $0.seed = UInt64(rate)
    }
    #expect(result.score.value >= 98)
    #expect(result.verdict == .passed)
    #expect(!result.borderline)
  }

  @Test func theExpertRefersAnAcuteCase() throws {
    let result = try Cases.demonstration(Cases.acute())
    #expect(result.score.value == 100)
    #expect(result.verdict == .passed)
  }

  /// Every technique, and an area that nothing may touch a millimetre beside a palm's way.
  @Test func theExpertDoesEverythingAndGivesWay() throws {
    let result = try Cases.demonstration(Cases.everyTechnique())
    #expect(result.score.value >= 98)
    #expect(result.verdict == .passed)
    for phase in result.phases {
      #expect(phase.guides.allSatisfy { $0.done?.value == 1 }, "\(phase.id)")
      #expect(phase.points.allSatisfy { $0.done?.value == 1 }, "\(phase.id)")
      #expect(phase.area.map { $0.done?.value == 1 } ?? true, "\(phase.id)")
    }
    let sore = try #require(result.areas.first { $0.id == "sore" })
    #expect(sore.entries == 0)
    #expect(result.criteria.first { $0.criterion == .path }?.lost.units == 0)
  }

  /// Straight over the guide lies an area that only a bend of its own depth clears.
  @Test(arguments: [AllowedContact.none, .light])
  func aFirmHandBendsRoundWhatItMayNotPress(contact: AllowedContact) throws {
    let scenario = Cases.straight(
      spasm: [
        SpasmArea(
          id: "sore", outline: .ellipse(at: Cases.position(-42, 250), radiusX: 10, radiusY: 14),
          contact: contact, maxPressure: 0.02)
      ], hand: .thumb)
    let result = try Cases.demonstration(scenario)
    let area = try #require(result.areas.first)
    #expect(area.entries == 0)
    let guide = result.phases[0].guides[0]
    // 10 of the area, 10 of the thumb, 18 between guide and middle: 2 mm are missing.
    #expect(try #require(guide.maxDeviation).value > 2)
    #expect(guide.corridorShare?.value == 1)
    #expect(guide.coverage?.value == 1)
  }

  @Test func aLightHandLightensWhereItMayPass() throws {
    var scenario = Cases.straight(spasm: [
      SpasmArea(
        id: "tense", outline: .ellipse(at: Cases.position(-60, 250), radiusX: 10, radiusY: 14),
        maxPressure: 0.08)
    ])
    scenario.phases[0].pressure = Band(full: 0.05...0.30, none: 0...0.60)
    let result = try Cases.demonstration(scenario)
    let area = try #require(result.areas.first)
    #expect(area.entries == 1)
    #expect(area.pressed.units == 0)
    #expect(area.peakPressure.map { $0.value <= 0.08 } ?? false)
    #expect(result.phases[0].pressureInBand?.value == 1)
    #expect(try #require(result.phases[0].meanPressure).value > 0.08)
  }

  @Test func minutesAreFilledAndKept() throws {
    func contact(_ minutes: Band) throws -> Double {
      var scenario = Cases.straight(strokes: 4)
      scenario.phases[0].minutes = minutes
      let result = try Cases.demonstration(scenario)
      #expect(!result.deductions.contains { $0.code == "procedure.duration" })
      #expect(result.phases[0].guides[0].strokes ?? 0 >= 4)
      return try #require(result.phases.first).contact.value / 60
    }
    // Four calm strokes take a third of a minute.
    #expect(try contact(Band(full: 0.6...2, none: 0.1...4)) >= 0.6)
    #expect(try contact(Band(full: 0.05...0.27, none: 0...1)) <= 0.27)
  }

  /// A guide that ends beside its beginning is gone back in contact: a lift would be a break.
  @Test func anAlmostClosedGuideIsStrokedToAndFro() throws {
    let bow = Guide(
      id: "bow",
      path: (0...11).map { corner in
        let angle = corner * 5
        return Cases.position(
          -90 + 30 * Ellipse.cosine(angle), 250 + 30 * Ellipse.sine(angle))
      })
    let scenario = Cases.straight(strokes: 3, guides: [bow], curve: .smooth)
    let result = try Cases.demonstration(scenario)
    #expect(result.phases[0].contacts == 1)
    #expect(result.phases[0].breaks == 0)
    #expect(result.phases[0].guides[0].strokes == 3)
  }

  @Test func whatNobodyBearsIsNotUsed() throws {
    var scenario = Cases.short()
    scenario.patient.allergies = [.nuts, .fragrance]
    let events = try make(scenario).events
    #expect(
      events.contains {
        if case .act(.prepare(.product(.neutralOil)), _) = $0 { true } else { false }
      })
  }

  @Test func tooLongAMassageIsSaid() {
    var scenario = Cases.short()
    scenario.phases[0].minutes = Band(full: 1_400...1_440, none: 0...1_440)
    #expect(throws: DemonstrationError.self) { try Cases.demonstration(scenario) }
  }

  // MARK: Form

  @Test func sameArgumentsSameEvents() throws {
    let clumsy: (inout Demonstration.Options) -> Void = {
      $0.skill = 0.4
      $0.seed = 9
      $0.faults = [.returnScribble, .noConsent]
    }
    let events = try make(Cases.short(), clumsy).events
    #expect(try make(Cases.short(), clumsy).events == events)
    #expect(
      try make(Cases.short()) {
        clumsy(&$0)
        $0.seed = 10
      }.events != events)
  }

  /// Another rate is the same movement, looked at more or less often.
  @Test func theRateChangesNoPlace() throws {
    func places(_ rate: Int) throws -> [(time: Int, place: Position)] {
      try make(Cases.short()) {
        $0.rate = rate
        $0.skill = 0.3
      }.events.compactMap {
        guard case .move(let contact, let sample) = $0, contact == 1 else { return nil }
        return (sample.time, sample.position)
      }
    }
    let often = try places(1000)
    var compared = 0
    for (time, place) in try places(125) {
      guard let same = often.first(where: { $0.time == time }) else { continue }
      #expect(same.place == place)
      compared += 1
    }
    #expect(compared > 50)
  }

  @Test(arguments: [nil] + DemonstrationFault.allCases.map(Optional.some))
  func eventsAreInTheOneOrder(fault: DemonstrationFault?) throws {
    var scenario = fault == .acuteAnyway ? Cases.acute() : Cases.short()
    scenario.patient.allergies = [.nuts]
    let events = try make(scenario) { options in
      options.faults = fault.map { [$0] } ?? []
      options.rate = 30
    }.events
    for (a, b) in zip(events, events.dropFirst()) {
      #expect(a.time < b.time || (a.time == b.time && a.contact ?? 0 <= b.contact ?? 0))
    }
    #expect(
      events.allSatisfy {
        switch $0 {
        case .land(let landing): Bounds.holds(landing.sample)
        case .move(_, let sample), .lift(_, let sample): Bounds.holds(sample)
        case .act: true
        }
      })
    var down: [Int] = []
    for event in events {
      switch event {
      case .land(let landing): down.append(landing.contact)
      case .lift(let contact, _): down.removeAll { $0 == contact }
      case .move(let contact, _): #expect(down.contains(contact))
      case .act: #expect(down.isEmpty)
      }
    }
  }

  // MARK: Skill

  @Test func lessSkillScoresLess() throws {
    let scores = try [1.0, 0.6, 0.3, 0].map { skill in
      try Cases.demonstration(Cases.graded.last ?? Cases.short()) { $0.skill = skill }.score.value
    }
    for (better, worse) in zip(scores, scores.dropFirst()) { #expect(better > worse, "\(scores)") }
    #expect(scores[3] < 75)
  }

  // MARK: Faults

  /// All of them are judged on the shipped cases, in release builds.
  @Test(
    arguments: [
      DemonstrationFault.slaps, .backward, .eightFingers, .tooFast, .pressSpasm, .wentOn,
      .overSpine, .vibrate, .tap, .kidneyTap, .nothing,
    ])
  func badMassagesFail(fault: DemonstrationFault) throws {
    let result = try Cases.demonstration(Cases.short()) { $0.faults = [fault] }
    #expect(result.verdict == .failed, "\(fault.rawValue) scored \(result.score)")
  }

  @Test func massagingAnAcuteCaseIsCritical() throws {
    let result = try Cases.demonstration(Cases.acute()) { $0.faults = [.acuteAnyway] }
    #expect(result.verdict == .failed)
    #expect(result.critical == ["procedure.wrongDecision"])
    #expect(result.deductions.first?.code == "procedure.wrongDecision")
  }

  @Test func faultsGoTogether() throws {
    let result = try Cases.demonstration(Cases.acute()) {
      $0.faults = [.acuteAnyway, .noConsent, .tap]
    }
    #expect(result.critical == ["procedure.wrongDecision", "technique.tapping"])
    let both = try make(Cases.short()) { $0.faults = [.noConsent, .skipClosing] }.events
    #expect(!both.contains { $0 == .act(.prepare(.before(.consent)), time: $0.time) })
    #expect(!both.contains { $0 == .act(.phase("closing"), time: $0.time) })
  }

  @Test func eightFingersComeDownAtOnce() throws {
    var scenario = Cases.straight(strokes: 11)
    scenario.phases[0].minutes = nil
    let landings = try make(scenario) { $0.faults = [.eightFingers] }.events.compactMap {
      if case .land(let landing) = $0 { landing } else { nil }
    }
    #expect(landings.map(\.contact) == Array(1...11))
    #expect(landings.prefix(8).allSatisfy { $0.sample.time == landings[0].sample.time })
    #expect(landings.map(\.hand) == Array(0..<8) + Array(0..<3))
  }

  @Test(
    arguments: [
      (.slaps, Cases.acute()), (.nothing, Cases.acute()), (.acuteAnyway, Cases.short()),
      (.pressSpasm, Cases.straight()), (.wentOn, Cases.straight()),
      (.allergic, Cases.short()), (.skipWarmUp, Cases.straight()),
      (.skipClosing, Cases.straight()), (.wrongOrder, Cases.straight()),
      (.oneMinute, Cases.straight()), (.shortClosing, Cases.straight()),
      (.slaps, Cases.pressing()), (.scribble, Cases.pressing()), (.oneSpot, Cases.pressing()),
      (.eightFingers, Cases.pressing()), (.tooFast, Cases.pressing()),
      (.tooSlow, Cases.pressing()), (.vibrate, Cases.prescribed()),
      (.tremble, Cases.prescribed()), (.tap, Cases.prescribed()),
    ] as [(DemonstrationFault, Scenario)])
  func aFaultThatCannotApplySaysWhy(fault: DemonstrationFault, scenario: Scenario) throws {
    let error = #expect(throws: DemonstrationError.self) {
      try Cases.demonstration(scenario) { $0.faults = [fault] }
    }
    #expect(error?.fault == fault)
    #expect(error?.reason.isEmpty == false)
  }

  @Test func everyFaultIsSaidInALine() {
    let summaries = DemonstrationFault.allCases.map(\.summary)
    for summary in summaries {
      #expect(!summary.isEmpty && summary.count <= 60 && !summary.contains("\n"))
      #expect(summaries.filter { $0 == summary }.count == 1)
    }
  }
}
