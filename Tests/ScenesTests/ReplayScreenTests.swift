import Drawing
import Geometry
import Scenarios
import Scoring
import Testing

@testable import Scenes

/// The replay of an attempt beside the expert's.
@Suite struct ReplayScreenTests {
  private func check(_ name: String, _ screen: ReplayScreen) {
    SceneStage.check(name) { canvas, frame, recorder in
      screen.draw(on: canvas, in: frame, recorder: recorder)
    }
  }

  @Test func holdsAtEverySize() {
    check("replay", ReplaySamples.ordinary)
    check("replay-playing", ReplaySamples.playing)
  }

  @Test func holdsWithTwelvePhasesAndEveryDeduction() {
    check("replay-longest", ReplaySamples.longest)
  }

  @Test func holdsBeforeTheMassageAndWithoutDeductions() {
    check("replay-before", ReplaySamples.before)
  }

  private func draw(_ screen: ReplayScreen, width: Double = 1280, height: Double = 800) -> Drawn {
    screen.draw(
      on: .image(width: Int(width), height: Int(height)), in: Frame(width: width, height: height))
  }

  @Test func everyDeductionAndEveryChangeLeadsToItsMoment() throws {
    for screen in [ReplaySamples.ordinary, ReplaySamples.longest] {
      let model = try #require(screen.model)
      let commands = draw(screen).targets.map(\.command)
      for index in model.debrief.result.deductions.indices {
        #expect(commands.contains(.selectDeduction(index)))
      }
      for index in model.debrief.result.changes.indices {
        #expect(commands.contains(.showChange(index)))
      }
    }
  }

  @Test func whatCannotBeDoneNowIsNotToBePressed() throws {
    var screen = ReplaySamples.ordinary
    screen.model?.chosen = nil
    func enabled(_ time: Double) -> [Command] {
      screen.model?.time = time
      let steps: [Command] = [.stepMark(-1), .stepMark(1), .stepEvent(-1), .stepEvent(1)]
      return draw(screen).targets.filter { $0.isEnabled && steps.contains($0.command) }
        .map(\.command)
    }
    let duration = try #require(screen.model?.debrief.duration)
    #expect(enabled(0) == [.stepEvent(1), .stepMark(1)])
    #expect(enabled(duration) == [.stepMark(-1), .stepEvent(-1)])
    #expect(enabled(duration / 2).count >= 3)
    #expect(draw(screen).targets.contains { $0.command == .resume })
    screen.model?.isPlaying = true
    #expect(draw(screen).targets.contains { $0.command == .pause })
  }

  @Test(arguments: [1.0, 1.5])
  func theLineOfTimeIsReadBothWays(_ scale: Double) throws {
    let screen = ReplaySamples.ordinary
    let model = try #require(screen.model)
    let drawn = draw(screen, width: 1280 * scale, height: 800 * scale)
    let target = try #require(drawn.targets.first { $0.command == .scrub })
    let line = ReplayTimeline(control: target.area, scale: scale, of: model.debrief)
    for share in [0, 0.25, 0.5, 1] {
      let time = share * model.debrief.duration
      #expect(abs(line.time(at: line.x(time)) - time) < 1e-6)
    }
    #expect(line.time(at: -100) == 0 && line.time(at: 1e6) == model.debrief.duration)
    // Every mark is found where it stands, by its number the debrief's.
    let order = DebriefScreen(model: model.debrief).order
    #expect(!line.marks.isEmpty)
    for mark in line.marks {
      let place = Point(mark.x, line.area.y + ReplayTimeline.markLine)
      #expect(line.deduction(at: place) == mark.deduction)
      #expect(order[mark.number - 1] == mark.deduction)
      #expect(line.deduction(at: Point(place.x, place.y - 20)) == nil)
    }
  }

  @Test func bothPlatesShowTheSamePartOfTheBack() throws {
    let model = try #require(ReplaySamples.ordinary.model)
    let phase = try #require(model.attempt.practice.currentPhase)
    let back = model.debrief.scenario.patient.back
    for kind in [PlateView.Kind.wholeBack, .lowerBack] {
      let view = ReplayPlate.view(kind, phase, back: back, width: 400, height: 480)
      let work = PlateView.work(of: phase)
      for corner in [Point(work.x, work.y), Point(work.maxX, work.maxY)] {
        #expect(view.area.contains(view.layout(corner)))
      }
    }
  }

  @Test func textSaysTheFiguresOfBothAndWhatCostsPoints() throws {
    let canvas = Canvas.image(width: 1280, height: 800)
    let text = try #require(
      ScreenText(
        of: ReplaySamples.ordinary, on: canvas, in: Frame(width: 1280, height: 800)))
    let lines = text.lines(notNow: "not now", chosen: "chosen")
    for line in ["142", "58", "Too fast, −5.2 points", "[Play]", "[1×] (chosen)"] {
      #expect(lines.contains(line), "\(lines)")
    }
    #expect(lines.contains { $0.hasPrefix("[Time of the attempt]") })
  }

  /// A picture drawn anew is the one that grew: nothing of the way before a jump stays.
  @Test func afterAJumpNothingIsLeftOfTheWayBefore() throws {
    _ = SceneStage.fonts
    let frame = Frame(width: 1280, height: 800)
    let model = try #require(ReplaySamples.ordinary.model)
    var earlier = model
    earlier.attempt.practice.trail.removeLast()
    earlier.attempt.version = 1
    func bytes(_ model: ReplayModel, _ pictures: ReplayPictures) throws -> [UInt8] {
      let canvas = Canvas.image(width: 1280, height: 800)
      _ = ReplayScreen(model, caseTitle: "", pictures: pictures).draw(on: canvas, in: frame)
      return try canvas.pngData()
    }
    let kept = ReplayPictures()
    _ = try bytes(model, kept)
    #expect(try bytes(earlier, kept) == bytes(earlier, ReplayPictures()))
    #expect(try bytes(earlier, kept) != bytes(model, ReplayPictures()))
  }
}
