import Geometry
import Preferences
import Scenarios
import Scenes
import Sessions
import Testing

@testable import TrainerWindow

extension SDLTests {
  /// Which part of the back is shown, and which case the library shows.
  @Suite(.enabled(if: Stage.hasDisplay, Stage.needsDisplay)) @MainActor struct Views {}
}

extension SDLTests.Views {
  @Test(arguments: [PlateView.Kind.wholeBack, .lowerBack])
  func theSettingsLeaveTheViewAsItIs(kind: PlateView.Kind) throws {
    let stage = try Stage()
    defer { stage.close() }
    stage.trainer.perform(kind == .wholeBack ? .showWholeBack : .showLowerBack, at: Moments.now)
    stage.trainer.perform(.pause, at: Moments.now)
    for panel in [Command.settings, .about, .trainees, .lifeSize] {
      stage.trainer.perform(.settings, at: Moments.now)
      if panel != .settings { stage.trainer.perform(panel, at: Moments.now) }
      #expect(stage.session.screen != .practice)
      try stage.turn()
      while stage.session.screen != .practice { stage.trainer.perform(.back, at: Moments.now) }
      #expect(stage.trainer.view == kind)
      #expect(stage.trainer.plate?.kind == kind)
    }
    stage.trainer.perform(.help, at: Moments.now)
    stage.trainer.perform(.cancel, at: Moments.now)
    #expect(stage.trainer.plate?.kind == kind)
  }

  /// A new attempt begins in the view that shows its work, whatever was chosen before.
  @Test func anotherAttemptBeginsInItsOwnView() throws {
    let stage = try Stage()
    defer { stage.close() }
    let first = PlateView.first(for: stage.scenario)
    #expect(stage.trainer.view == first)
    stage.trainer.perform(.toggleView, at: Moments.now)
    #expect(stage.trainer.view != first)
    stage.trainer.perform(.back, at: Moments.now)
    stage.trainer.perform(.confirm, at: Moments.now)
    #expect(stage.session.screen == .library)
    for command in [Command.practise, .choose(.proceed), .confirmDecision, .startMassage] {
      stage.trainer.perform(command, at: Moments.now)
    }
    #expect(stage.session.screen == .practice)
    #expect(stage.trainer.view == first)
  }

  /// The circles of the case lie in the lower back, its strokes do not.
  @Test func aDrillBeginsInTheViewOfItsStep() throws {
    let stage = try Stage()
    defer { stage.close() }
    let phases = stage.scenario.phases
    let comb = try #require(phases.firstIndex { $0.technique == .combCircles })
    let stroking = try #require(phases.firstIndex { $0.technique == .stroking })
    for (step, kind) in [(comb, PlateView.Kind.lowerBack), (stroking, .wholeBack)] {
      stage.trainer.perform(.back, at: Moments.now)
      stage.trainer.perform(.confirm, at: Moments.now)
      stage.trainer.perform(.drill(step), at: Moments.now)
      #expect(stage.session.screen == .practice)
      #expect(stage.trainer.view == kind)
    }
  }

  /// The settings can be reached from a pause without a keyboard.
  @Test func aPauseLeadsToTheSettingsAndBack() throws {
    let stage = try Stage()
    defer { stage.close() }
    for isDemonstration in [false, true] {
      if isDemonstration { stage.trainer.perform(.demonstrate, at: Moments.now) }
      stage.trainer.perform(.pause, at: Moments.now)
      let below = stage.session.screen
      try stage.turn("the pause") {
        stage.trainer.targets.contains { $0.command == .settings }
      }
      stage.trainer.perform(.settings, at: Moments.now)
      #expect(stage.session.screen == .settings)
      stage.trainer.perform(.back, at: Moments.now)
      #expect(stage.session.screen == below)
      #expect(stage.session.onScreen?.isPaused == true)
      stage.trainer.perform(.resume, at: Moments.now)
    }
  }

  /// The library opens where the chosen case is, also in large texts, where all of it is one page.
  @Test(arguments: [Settings.TextSize.usual, .double], [0, 9, 23])
  func theLibraryOpensAtTheChosenCase(size: Settings.TextSize, chosen: Int) throws {
    let stage = try Stage()
    defer { stage.close() }
    let file = stage.session.cases[0]
    let cases = (0..<24).map { number in
      var scenario = file.scenario
      scenario.id += "-\(number)"
      return CaseFile(scenario: scenario, source: file.source)
    }
    stage.trainer.perform(.back, at: Moments.now)
    stage.trainer.perform(.confirm, at: Moments.now)
    stage.trainer.session.take(LibraryContents(cases: cases))
    stage.trainer.session.change(.textSize(size))
    stage.trainer.session.select(chosen)
    stage.trainer.perform(.about, at: Moments.now)
    try stage.turn("another screen") {
      !stage.trainer.targets.contains { $0.command == .selectCase(0) }
    }
    stage.trainer.perform(.back, at: Moments.now)
    // In the very first frame of it.
    try stage.turn("the library") {
      stage.trainer.targets.contains { $0.command == .selectCase(0) }
    }
    let card = try #require(
      stage.trainer.targets.first { $0.command == .selectCase(chosen) })
    let list = try #require(stage.trainer.scrolling.areas.first { $0.id == card.scroll })
    #expect(card.area.y >= list.area.y && card.area.maxY <= list.area.maxY)
    if chosen == 0, size == .usual { #expect(list.offset == 0) }
    // From there on it stays where a person scrolls it.
    stage.trainer.scrolling.move(list, by: chosen == 0 ? 9000 : -9000)
    let offsets = stage.trainer.scrolling.offsets
    stage.trainer.pacer.isStale = true
    try stage.turn("a frame") { !stage.trainer.pacer.isStale }
    #expect(stage.trainer.scrolling.offsets == offsets)
  }
}
