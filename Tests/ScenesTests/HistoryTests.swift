import Attempts
import Drawing
import Geometry
import Scenarios
import Scoring
import Testing

@testable import Scenes

@Suite struct HistoryTests {
  private func drawn(
    _ screen: HistoryScreen, width: Int = 1280, height: Int = 800,
    recorder: TextRecorder? = TextRecorder()
  ) -> (targets: [Target], texts: [String]) {
    let kept = recorder ?? TextRecorder()
    let targets = SceneStage.picture(width, height, recorder: kept) { canvas, frame, _ in
      screen.draw(on: canvas, in: frame, recorder: recorder)
    }.targets
    return (targets, kept.entries.map(\.text))
  }

  @Test(arguments: ["ordinary", "empty", "long", "first", "courses", "opening"])
  func holdsAtEverySize(_ name: String) {
    let screen =
      switch name {
      case "ordinary": HistorySamples.ordinary
      case "empty": HistorySamples.empty
      case "long": HistorySamples.long
      case "courses": HistorySamples.begun
      case "opening": HistorySamples.opening
      default: HistorySamples.first
      }
    SceneStage.check("history-\(name)") { screen.draw(on: $0, in: $1, recorder: $2) }
  }

  @Test func aLibraryWithCoursesHoldsAtEverySize() {
    for selected in [0, 1, 2, 3] {
      var screen = HistorySamples.library
      screen.selected = selected
      SceneStage.check("library-course-\(selected)") { screen.draw(on: $0, in: $1, recorder: $2) }
    }
  }

  // MARK: What it says

  @Test func anAttemptIsToldWhole() {
    var screen = HistorySamples.first
    screen.model.attempts[0].score = 74.96
    let texts = drawn(screen).texts
    #expect(texts.contains("Lifting strain, left L4–L5"))
    #expect(texts.contains("28 May, 9:20. Practice"))
    #expect(
      texts.contains("Mouse, pressure set, 0.5 mm"))
    // Rounded down: just short of the mark is not the mark.
    #expect(texts.contains("74") && !texts.contains("75.0"))
    #expect(texts.contains("Not passed"))
  }

  @Test func anEmptyHistorySaysWhatToDo() {
    let (targets, texts) = drawn(HistorySamples.empty)
    #expect(texts.contains("No attempts yet"))
    #expect(texts.contains { $0.contains("press Practice") })
    #expect(targets.contains { $0.command == .back })
  }

  @Test func everythingThatIsSeenIsSaidAndEveryControlOnce() {
    let screen = HistorySamples.ordinary
    let lines =
      ScreenText(
        of: screen, on: .image(width: 1280, height: 800), in: Frame(width: 1280, height: 800))?
      .lines(notNow: "not now", chosen: "chosen") ?? []
    let all = lines.joined(separator: "\n")
    let (targets, texts) = drawn(screen)
    for text in texts { #expect(all.contains(text), "\(text)") }
    for target in targets {
      #expect(lines.count { $0.hasPrefix("[\(target.label)]") } == 1, "\(target.label)")
    }
    #expect(
      lines.contains {
        $0.hasPrefix("[Draught on a building site: 20 May, 11:33. Exam] (chosen)")
          && $0.contains("86; Passed") && $0.contains("Mouse, pressure set, 0.5 mm")
      })
    #expect(lines.contains("<↑> <↓> Choose an attempt"))
  }

  @Test func everyValueIsWrittenWithoutHovering() {
    let screen = HistorySamples.ordinary
    let texts = drawn(screen).texts
    let chosen = screen.model.attempts.first { $0.id == "attempt-19" }
    for criterion in Criterion.allCases {
      guard let share = chosen?.share(.criterion(criterion)) else { continue }
      #expect(texts.contains("\(Int((share * 100 + 1e-9).rounded(.down))) %"), "\(criterion)")
    }
  }

  @Test func indicatorsSayBetterAndWorseInWords() {
    var screen = HistorySamples.ordinary
    screen.choice.caseID = "lifting"
    let texts = drawn(screen).texts
    #expect(texts.contains("62 % → 50 %"))
    #expect(texts.filter { $0 == "better" }.count == 5)
    #expect(texts.filter { $0 == "worse" }.count == 1)
    #expect(texts.filter { $0 == "lower is better" }.count == 3)
    #expect(texts.filter { $0 == "higher is better" }.count == 3)
    #expect(texts.contains { $0.hasPrefix("Didactic") })
  }

  @Test(arguments: [
    (CourseStep.session(HistorySamples.today), "Next session: today"),
    (.session(CalendarDay(number: HistorySamples.today.number - 3)), "Next session: today"),
    (.session(CalendarDay(number: HistorySamples.today.number + 1)), "Next session: from tomorrow"),
    (.session(CalendarDay(number: HistorySamples.today.number + 2)), "Next session: from 30 May"),
    (.retention(CalendarDay(year: 2025, month: 5, day: 3)), "Retention check due since 3 May 2025"),
    (.retention(HistorySamples.today), "Retention check due today"),
    (
      .retention(CalendarDay(number: HistorySamples.today.number + 1)),
      "Retention check from 29 May"
    ),
    (.over, "Course complete"),
  ])
  func whatIsNext(step: CourseStep, words: String) {
    var screen = HistorySamples.ordinary
    screen.model.courses = [HistorySamples.courses[0]]
    screen.model.courses[0].next = step
    #expect(drawn(screen).texts.contains(words))
    #expect(screen.model.courses[0].isDue == (words.contains("today") || words.contains("since")))
  }

  @Test func theLibraryTellsTheSessionAndWhatIsNext() {
    let recorder = TextRecorder()
    _ = SceneStage.picture(1280, 800, recorder: recorder) {
      HistorySamples.library.draw(on: $0, in: $1, recorder: $2)
    }
    let texts = recorder.entries.map(\.text)
    #expect(texts.filter { $0 == "Session 4 of 12" }.count == 3)
    #expect(texts.contains("Next session: today"))
    #expect(texts.contains("Next in course"))
    #expect(texts.contains("Check due"))
    #expect(texts.contains("Proficient"))
  }

  @Test func whatIsBeingOpenedSaysSoAndHowToStop() {
    let (targets, texts) = drawn(HistorySamples.opening)
    let id = HistorySamples.opening.opening ?? ""
    #expect(texts.contains("Opening…") && !texts.contains("Open the debrief"))
    #expect(texts.contains("Stop opening"))
    #expect(targets.contains { $0.command == .openAttempt(id) && !$0.isEnabled })
    // Another choice can be opened.
    var other = HistorySamples.opening
    other.model.attempts[1].canBeOpened = true
    other.choice.attempt = other.model.attempts[1].id
    #expect(drawn(other).texts.contains("Open the debrief"))
  }

  // MARK: Choosing

  @Test func classesAreNeverMixed() {
    var screen = HistorySamples.ordinary
    let listed = screen.listed
    let classes = screen.classes(of: listed)
    #expect(Set(classes) == [HistorySamples.mouse, HistorySamples.touch])
    // The curves hold the chosen attempt; what was abandoned is none of them.
    for attempt in listed where attempt.isCounted {
      screen.choice = screen.choosing(attempt: attempt.id)
      #expect(screen.shownClass(of: listed) == attempt.deviceClass)
    }
    screen.choice = screen.choosing(attempt: "attempt-23")
    #expect(screen.shownClass(of: listed) == listed.first { $0.isCounted }?.deviceClass)
    screen.choice = screen.choosingClass(1)
    #expect(screen.shownClass(of: listed) == classes[1])
    let number = listed.count { $0.isCounted && $0.deviceClass == classes[1] }
    #expect(drawn(screen).texts.contains(Words.Library.attempts(number)))
    screen.choice = screen.choosingClass(1)
    #expect(screen.shownClass(of: listed) == classes[0])
  }

  @Test func stepsGoRoundAndEndsHold() {
    var screen = HistorySamples.ordinary
    var ids: [String?] = []
    for _ in 0..<4 {
      screen.choice = screen.choosingCase(1)
      ids.append(screen.choice.caseID)
      #expect(
        screen.listed.allSatisfy {
          screen.choice.caseID == nil || $0.caseID == screen.choice.caseID
        })
    }
    #expect(Set(ids).count == 4 && ids.last == .some(nil))
    screen.choice = screen.choosingCase(-1)
    #expect(screen.choice.caseID == ids[2])
    for curve in HistoryCurve.all {
      #expect(screen.choice.curve == curve)
      screen.choice = screen.choosingCurve(1)
    }
    #expect(screen.choice.curve == .score)
    screen.choice = HistoryChoice()
    screen.choice = screen.choosingAttempt(-1)
    #expect(screen.choice.attempt == screen.model.attempts.first?.id)
    screen.choice = screen.choosingAttempt(1000)
    #expect(screen.choice.attempt == screen.model.attempts.last?.id)
    #expect(HistorySamples.empty.choosingAttempt(1) == HistoryChoice())
  }

  @Test(arguments: [
    (0.1, 1), (0.37, 1), (0.38, 2), (0.74, 2), (0.76, 4), (1.4, 4), (1.6, 8), (9, 8),
  ])
  func aDeviceClassTakesTheNearestMeasure(measure: Double, quarters: Int) {
    #expect(
      DeviceClass(Device(kind: .pen, pressure: .measured), millimetresPerPixel: measure).quarters
        == quarters)
  }

  // MARK: Many

  @Test func ofTenThousandOnlyRowsInSightAreDrawn() {
    var screen = HistoryScreen(HistorySamples.model(10_000))
    let targets = drawn(screen, recorder: nil).targets
    let rows = targets.filter { if case .selectAttempt = $0.command { true } else { false } }
    #expect((8...40).contains(rows.count), "\(rows.count)")
    // A row that was chosen far down is a control, so that it can be brought into sight.
    screen.choice.attempt = "attempt-5000"
    let far = drawn(screen, recorder: nil).targets
    #expect(far.contains { $0.command == .selectAttempt("attempt-5000") && $0.visible == nil })
    #expect(Set(far.map(\.command)).count == far.count)
  }

  @Test func everyRowCanBeReachedByScrolling() {
    let screen = HistoryScreen(HistorySamples.model(600))
    for (width, height) in [(1280, 800), (960, 600)] {
      var reached: Set<String> = []
      var scrolls: [ScrollOffset] = []
      for _ in 0..<400 {
        let setting = SceneStage.Setting(width: width, height: height, scrolls: scrolls)
        let canvas = Canvas.image(width: width, height: height)
        let drawn = screen.draw(on: canvas, in: setting.frame)
        for target in drawn.targets where target.isHit(at: target.area.centre) {
          if case .selectAttempt(let id) = target.command { reached.insert(id) }
        }
        let next = drawn.scrolls.map { ScrollOffset($0.id, $0.offset + 0.8 * $0.area.height) }
        if drawn.scrolls.allSatisfy({ $0.offset >= $0.limit - 0.5 }) { break }
        scrolls = next
      }
      #expect(reached.count == 600, "\(width)x\(height)")
    }
  }
}

@Suite struct CalendarDayTests {
  @Test(arguments: [
    (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2000, 3, 1, 11_017),
    (2026, 5, 28, 20_601), (1900, 2, 28, -25_509), (1900, 3, 1, -25_508), (2100, 3, 1, 47_541),
  ])
  func isCounted(year: Int, month: Int, day: Int, number: Int) {
    let made = CalendarDay(year: year, month: month, day: day)
    #expect(made.number == number)
    #expect(made.parts == (year, month, day))
  }

  @Test func everyDayOfFourHundredYearsFollowsTheOneBefore() {
    var before = CalendarDay(number: -150_000).parts
    for number in -149_999 ... -3_000 {
      let day = CalendarDay(number: number)
      let parts = day.parts
      let follows =
        parts == (before.year, before.month, before.day + 1)
        || (parts.day == 1 && parts.month == before.month + 1 && before.day >= 28)
        || (parts == (before.year + 1, 1, 1) && before.month == 12 && before.day == 31)
      guard follows, CalendarDay(year: parts.year, month: parts.month, day: parts.day) == day else {
        Issue.record("\(before) then \(parts)")
        return
      }
      before = parts
    }
  }
}
