import Attempts
import Drawing
import Geometry
import Scenarios
import Scoring
import Testing

@testable import Scenes

/// What a press or a key in the debrief leads to, and what is shown of it.
@Suite struct DebriefChoiceTests {
  private let screen = DebriefTests.ordinary

  private func drawn(_ screen: DebriefScreen) -> (texts: [String], targets: [Target]) {
    let recorder = TextRecorder()
    let targets = SceneStage.picture(1280, 800, recorder: recorder) { canvas, frame, recorder in
      screen.draw(on: canvas, in: frame, recorder: recorder)
    }.targets
    return (recorder.entries.map(\.text), targets)
  }

  @Test func aMarkIsAllTimesOfItsDeductionInOrderAndStandsForTheLongest() throws {
    let scenario = self.screen.model.scenario
    var result = self.screen.model.result
    let spans = [(90.0, 91.0), (70, 73), (60, 61), (110, 113)]
    result.deductions = [
      SampleAttempts.deduction(.speed, "speed.tooFast", 52, "comb", spans, "")
    ]
    let events = SampleAttempts.events(scenario)
    func model() -> DebriefModel {
      DebriefModel(scenario: scenario, result: result, events: events)
    }
    // The longest of the step in which the points are counted, where the step has any.
    let step = { (time: Double) in
      model().segments.last { $0.start <= time }?.phase.map { scenario.phases[$0].id }
    }
    let last = try #require(step(110))
    try #require(step(70) != last)
    result.deductions[0].phase = last
    #expect(model().marks[0].moment == 110)
    #expect(model().marks[0].phase == scenario.phaseIndex(last))
    result.deductions[0].phase = nil
    let model = model()
    let mark = try #require(model.marks.first)
    #expect(mark.stretches.map(\.start) == [60, 70, 90, 110])
    // Of two that are as long as each other the earlier one.
    #expect(mark.main == 1 && mark.moment == 70)
    var screen = DebriefScreen(model: model)
    screen.choice = screen.choosing(deduction: 0)
    #expect(screen.choice.stretch == 1 && screen.choice.time == 70)
    #expect(drawn(screen).texts.contains("2 of 4"))
    var seen: [Double?] = []
    for step in [-1, -1, 1, 1, 1, 1] {
      screen.choice = screen.steppingStretch(step)
      seen.append(screen.choice.time)
    }
    #expect(seen == [60, 60, 70, 90, 110, 110])
    #expect(drawn(screen).texts.contains("4 of 4"))
    let later = drawn(screen).targets.first { $0.command == .stepStretch(1) }
    #expect(later?.isEnabled == false)
    // The mark on the back goes with the stretch.
    #expect(screen.place(ofMark: 0) == mark.stretches[3].place)
  }

  @Test func whatHasNoMomentSaysSo() {
    var screen = screen
    screen.choice = screen.choosing(deduction: 0)
    #expect(screen.selected == 0 && screen.choice.time == nil)
    #expect(drawn(screen).texts.contains(Words.Debrief.noMoment("procedure.notAsked")))
    screen.choice = screen.choosing(deduction: 1)
    #expect(screen.choice.time == screen.model.marks[1].moment)
    #expect(!drawn(screen).texts.contains(Words.Debrief.noMoment("procedure.notAsked")))
    for (code, isLeftOut) in [
      ("path.notShown", true), ("procedure.phaseMissing", true), ("procedure.before", true),
      ("procedure.product", false), ("procedure.wrongDecision", false),
    ] {
      #expect(
        (Words.Debrief.noMoment(code) == Words.Debrief.noMoment("procedure.notAsked"))
          == isLeftOut, "\(code)")
    }
  }

  @Test func anAdviceLeadsToItsCostliestDeduction() {
    var screen = screen
    #expect(screen.changes.indices.map(screen.deduction(ofAdvice:)) == [2, 1, 4])
    screen.model.result.deductions = [
      SampleAttempts.deduction(.path, "path.notShown", 30, "comb", [(0, 90)], ""),
      SampleAttempts.deduction(.speed, "speed.notShown", 50, "comb", [(0, 90)], ""),
      SampleAttempts.deduction(.spasm, "spasm.notShown", 50, "comb", [(0, 90)], ""),
    ]
    #expect(screen.changes.map(\.deductions) == [[0, 1, 2]])
    #expect(screen.deduction(ofAdvice: 0) == 1)
    #expect(screen.deduction(ofAdvice: 1) == nil)
    // A critical fault that cost no points has nothing to show.
    screen.selected = nil
    screen.model.result.deductions = []
    screen.model.result.critical = ["spasm.wentOn"]
    screen.model.marks = []
    #expect(screen.deduction(ofAdvice: 0) == nil)
    #expect(!drawn(screen).targets.contains { $0.command == .selectAdvice(0) })
  }

  @Test func everyMarkNameAndAdviceCanBePressed() {
    let targets = drawn(screen).targets.filter(\.isEnabled).map(\.command)
    for index in screen.deductions.indices {
      #expect(targets.contains(.selectDeduction(index)))
      let hasMoment = screen.model.marks[index].moment != nil
      #expect(targets.contains(.selectMark(index)) == hasMoment)
      #expect(targets.contains(.selectPlace(index)) == hasMoment)
    }
    for place in 0..<3 { #expect(targets.contains(.selectAdvice(place))) }
    for command in [Command.playDebrief, .debriefMoment, .debriefTimeline, .export] {
      #expect(targets.contains(command))
    }
    // The order of Tab is that of reading.
    let order = [
      Command.debriefTimeline, .selectMark(1), .selectDeduction(1), .selectAdvice(0),
      .selectPlace(1), .playDebrief, .debriefMoment, .nextCase,
    ].compactMap { targets.firstIndex(of: $0) }
    #expect(order.count == 8 && order == order.sorted())
  }

  @Test func theShownStepFollowsTheMoment() throws {
    var screen = screen
    screen.selected = nil
    #expect(screen.shownPhase == screen.model.longestStep)
    for segment in screen.model.segments {
      let middle = (segment.start + segment.end) / 2
      screen.choice = screen.moving(to: middle)
      #expect(screen.shownPhase == segment.phase)
      #expect(screen.range == segment.start...segment.end)
      #expect(screen.shownTime == middle)
    }
    screen.choice = screen.moving(to: -5)
    #expect(screen.shownTime == 0)
    screen.choice = screen.moving(to: 1e9)
    #expect(screen.shownTime == screen.model.duration && screen.shownPhase == 2)
    // A deduction is shown with the whole of its step.
    screen.choice = screen.choosing(deduction: 1)
    #expect(screen.shownPhase == 1 && screen.wayEnd == nil)
    screen.choice = screen.moving(by: 0.5)
    #expect(screen.wayEnd == screen.model.marks[1].moment.map { $0 + 0.5 })
    #expect(screen.selected == 1)
  }

  @Test func playingGoesOnFromTheMomentThroughTheStepsToTheEnd() throws {
    var screen = screen
    screen.selected = nil
    let comb = try #require(screen.model.segments.first { $0.phase == 1 })
    screen.choice = screen.togglingPlay()
    #expect(screen.choice.isPlaying && screen.choice.time == screen.range.lowerBound)
    screen.choice = screen.moving(to: comb.end - 1)
    screen.choice.isPlaying = true
    screen.choice = screen.playing(for: 2)
    #expect(screen.choice.isPlaying && screen.shownPhase == 2)
    #expect(screen.shownTime == comb.end + 1)
    screen.choice = screen.togglingPlay()
    #expect(!screen.choice.isPlaying && screen.shownTime == comb.end + 1)
    #expect(screen.playing(for: 3) == screen.choice)
    screen.choice = screen.togglingPlay()
    screen.choice = screen.playing(for: 1e6)
    #expect(!screen.choice.isPlaying && screen.shownTime == screen.model.duration)
    // At the end it begins with the step anew.
    screen.choice = screen.togglingPlay()
    #expect(screen.choice.isPlaying && screen.choice.time == screen.range.lowerBound)
  }

  @Test func withoutATouchThereIsNothingToPlay() {
    let scenario = SampleCases.lifting
    let screen = DebriefScreen(
      model: DebriefModel(
        scenario: scenario,
        result: SampleAttempts.result(scenario, deductions: [], assessed: [.procedure]),
        events: [.act(.decision(.refer), time: 1_000_000)]))
    #expect(screen.togglingPlay() == DebriefChoice())
    let targets = drawn(screen).targets
    #expect(targets.first { $0.command == .playDebrief }?.isEnabled == false)
    #expect(!targets.contains { $0.command == .debriefMoment })
  }

  /// Between two samples the hand is on the line from one to the other.
  @Test(
    arguments: [
      (0.9, nil), (1.0, 0.0), (1.5, 5), (2, 10), (2.5, 10), (3, 10), (3.25, 15), (3.5, 20),
      (3.6, nil),
    ] as [(Double, Double?)])
  func theHandIsWhereItWas(seconds: Double, x: Double?) {
    let trace = DebriefModel.Trace(
      phase: 0, times: [1, 2, 3, 3.5],
      points: [Point(0, 7), Point(10, 7), Point(10, 7), Point(20, 7)])
    #expect(trace.place(at: seconds) == x.map { Point($0, 7) })
  }

  /// What is kept from frame to frame changes nothing that is seen, nor what can be pressed.
  @Test(arguments: SceneStage.someSettings)
  func keptPicturesShowTheSame(setting: SceneStage.Setting) {
    let pictures = DebriefPictures()
    var screen = DebriefTests.playing
    var moved = setting
    moved.scrolls = [ScrollOffset(.page, 60)]
    for seconds in [0, 0.5, 20, 40, 1] {
      screen.choice = screen.playing(for: seconds)
      screen.choice.isPlaying = true
      screen.pictures = nil
      func shoot() -> (canvas: Canvas, drawn: Drawn) {
        _ = SceneStage.fonts
        let canvas = Canvas.image(width: setting.width, height: setting.height)
        return (canvas, screen.draw(on: canvas, in: moved.frame))
      }
      let whole = shoot()
      screen.pictures = pictures
      let kept = shoot()
      #expect(kept.drawn.targets == whole.drawn.targets)
      let difference = Golden.compare(kept.canvas, whole.canvas)
      #expect(difference.mean < 0.05 && difference.far < 0.0002)
    }
  }

  /// The way ends where the hand is: later pixels of it are not there yet.
  @Test func thePlayedWayGrows() {
    var counts: [Int] = []
    var screen = screen
    screen.selected = nil
    guard let comb = screen.model.segments.first(where: { $0.phase == 1 }) else {
      Issue.record("no circles")
      return
    }
    for share in [0.0, 0.3, 0.6, 1] {
      screen.choice = screen.moving(to: comb.start + (comb.end - comb.start - 0.1) * share)
      let canvas = Canvas.image(width: 1280, height: 800)
      _ = screen.draw(on: canvas, in: Frame(width: 1280, height: 800))
      let blue = Theme.light.inBand.mark
      let wanted = [blue.blue, blue.green, blue.red].map { UInt8(($0 * 255).rounded()) }
      counts.append(
        canvas.withPixels { data, stride in
          var count = 0
          for y in 200..<480 {
            for x in 960..<1240 {
              let pixel = data + y * stride + x * 4
              let isBlue = wanted.enumerated().allSatisfy {
                pixel.load(fromByteOffset: $0.offset, as: UInt8.self) == $0.element
              }
              if isBlue { count += 1 }
            }
          }
          return count
        } ?? 0)
    }
    #expect(counts == counts.sorted() && Set(counts).count == counts.count)
  }
}

/// The criteria beside those of the attempt before.
@Suite struct DebriefComparisonTests {
  private func texts(_ screen: DebriefScreen) -> [String] {
    let recorder = TextRecorder()
    _ = SceneStage.picture(1280, 800, recorder: recorder) { canvas, frame, recorder in
      Painter.paint(on: canvas, in: frame, recorder: recorder) { painter in
        let places = screen.places(painter)
        screen.drawScore(painter, places.score)
        screen.drawCriteria(painter, places.criteria)
      }
    }
    for entry in recorder.entries { #expect(!entry.isCut, "“\(entry.text)” is cut") }
    return recorder.entries.map(\.text)
  }

  /// What stands in the row of a criterion, from its name to the next one.
  private func row(_ criterion: Criterion, _ texts: [String]) -> [String] {
    guard let start = texts.firstIndex(of: Words.criterion(criterion)) else { return [] }
    let names = Criterion.allCases.map(Words.criterion)
    return Array(texts[(start + 1)...].prefix { !names.contains($0) })
  }

  @Test func withoutOneTheColumnSaysWhatWasLost() {
    let texts = texts(DebriefTests.ordinary)
    #expect(row(.path, texts) == ["25 %", "87", "−3.1"])
    #expect(texts.contains("12 points above the pass mark"))
    #expect(!texts.contains(Words.Debrief.lastKey))
  }

  @Test func eachCriterionSaysWhatItChanged() {
    var screen = DebriefTests.compared
    let texts = texts(screen)
    #expect(row(.procedure, texts) == ["15 %", "90", "90", "0"])
    #expect(row(.path, texts) == ["25 %", "87", "78", "+9"])
    #expect(row(.speed, texts) == ["15 %", "60", "61", "−1"])
    // It was not assessed then.
    #expect(row(.flow, texts) == ["10 %", "100", "–"])
    #expect(texts.contains("Last attempt 79.2, now 7.8 points up"))
    #expect(!texts.contains("12 points above the pass mark"))
    // And not now.
    screen.model.result.criteria[1].assessed = false
    #expect(row(.path, self.texts(screen)) == [Words.Debrief.notAssessed, "78"])
  }

  @Test(arguments: [
    (870, "Last attempt 87, the same now"), (860, "Last attempt 86, now 1 point up"),
    (880, "Last attempt 88, now 1 point down"), (871, "Last attempt 87.1, now 0.1 points down"),
    (0, "Last attempt 0, now 87 points up"),
  ])
  func theScoreIsComparedInWords(tenths: Int, words: String) {
    let last = DebriefModel.Last(score: .tenths(tenths), kept: [])
    #expect(Words.Debrief.last(last, now: .tenths(870)) == words)
  }

  @Test func aCloseCallIsToldBesideTheReason() {
    var screen = DebriefTests.ordinary
    screen.model.result.borderline = true
    #expect(texts(screen).contains(Words.Debrief.closeCall))
    #expect(texts(screen).contains("12 points above the pass mark"))
    screen.model.result.critical = ["spasm.wentOn"]
    let texts = texts(screen)
    #expect(texts.contains(Words.Debrief.closeCall))
    #expect(texts.contains(Words.Debrief.reason(screen.model.result)))
    screen.isPicture = true
    #expect(self.texts(screen).contains(Words.Debrief.closeCall))
    screen.model.result.borderline = false
    #expect(!self.texts(screen).contains(Words.Debrief.closeCall))
  }
}
