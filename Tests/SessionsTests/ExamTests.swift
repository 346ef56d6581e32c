import Attempts
import Foundation
import Geometry
import Scenarios
import Scoring
import Sessions
import Testing

/// What an exam does not allow, and what it tells.
@Suite struct ExamTests {
  private let mouse = Device(kind: .mouse, pressure: .set)

  @Test func itCannotBePausedAndSaysSo() {
    var session = Session.fresh()
    session.goToPractice(.exam)
    session.pause(at: 3_000_000)
    #expect(session.underWay?.isPaused == false)
    #expect(session.notice?.text.isEmpty == false)
    #expect(session.underWay?.time(at: 9_000_000) == 9_000_000)
  }

  @Test func theTimeWithoutFocusIsKeptButNotRecorded() throws {
    let folder = try TemporaryFolder()
    var session = Session.fresh(store: AttemptStore(folder: folder.path + "/records"))
    session.goToPractice(.exam)
    session.land(
      hand: 0, device: mouse, at: 3_000_000, Point(-52, 200), millimetresPerPixel: 1)
    session.loseFocus(at: 3_500_000)
    session.loseFocus(at: 4_000_000)
    #expect(session.underWay?.isAnyHandDown == false)
    #expect(session.underWay?.isPaused == false)
    session.gainFocus(at: 15_500_000)
    session.gainFocus(at: 16_000_000)
    session.loseFocus(at: 17_000_000)
    session.close(at: 18_000_000)
    #expect(session.isClosed)
    let name = try #require(try folder.names(in: "records").first { $0.hasSuffix(".json") })
    let line = try String(contentsOfFile: folder.path + "/records/" + name, encoding: .utf8)
    #expect(!line.contains("ocus"))

    var other = Session.fresh(store: AttemptStore(folder: folder.path + "/records"))
    other.goToPractice(.exam)
    other.loseFocus(at: 4_000_000)
    other.gainFocus(at: 16_000_000)
    other.askToEnd(at: 17_000_000)
    other.confirm(at: 18_000_000)
    #expect(other.finished?.timeWithoutFocus == 12_000_000)
    #expect(other.finished?.result.duration.value == 18)
  }

  /// Hands that a device, a sleeping machine, a question or a resize took away are not absence.
  @Test func onlyTheTimeWithoutTheKeyboardIsCounted() throws {
    var session = Session.fresh()
    session.goToPractice(.exam)
    session.takeHandsOff(at: 3_000_000)
    session.liftAll(at: 4_000_000)
    session.showHelp(at: 5_000_000)
    session.cancel(at: 25_000_000)
    session.back(at: 26_000_000)
    session.cancel(at: 36_000_000)
    #expect(session.underWay?.timeWithoutFocus == 0)
    // Under a question the keyboard can go too.
    session.showHelp(at: 40_000_000)
    session.loseFocus(at: 41_000_000)
    session.takeHandsOff(at: 42_000_000)
    session.gainFocus(at: 43_500_000)
    session.cancel(at: 50_000_000)
    session.askToEnd(at: 51_000_000)
    session.loseFocus(at: 52_000_000)
    session.gainFocus(at: 52_250_000)
    session.confirm(at: 60_000_000)
    #expect(session.finished?.timeWithoutFocus == 2_750_000)
  }

  @Test func practiceWithoutFocusIsNotCounted() {
    var session = Session.fresh()
    session.goToPractice()
    session.loseFocus(at: 4_000_000)
    session.gainFocus(at: 16_000_000)
    #expect(session.underWay?.timeWithoutFocus == 0)
    #expect(session.underWay?.isPaused == true)
  }

  @Test(arguments: [Mode.practice, .exam])
  func theClockRunsOnUnderTheQuestionsOfAnExam(mode: Mode) {
    var session = Session.fresh()
    session.goToPractice(mode)
    session.showHelp(at: 3_000_000)
    #expect(session.isRunning == (mode == .exam))
    session.cancel(at: 8_000_000)
    #expect(session.underWay?.isPaused == false)
    let time = session.underWay?.time(at: 9_000_000) ?? 0
    #expect(mode == .exam ? time == 9_000_000 : (4_000_000...4_000_010).contains(time))
  }

  @Test func whatWasPausedBeforeAQuestionStaysSo() {
    var session = Session.fresh()
    session.goToPractice()
    session.pause(at: 3_000_000)
    session.showHelp(at: 4_000_000)
    session.confirm(at: 5_000_000)
    #expect(session.underWay?.isPaused == true)
    session.resume(at: 6_000_000)
    session.back(at: 7_000_000)
    #expect(session.question == .leaveAttempt)
    session.loseFocus(at: 8_000_000)
    session.cancel(at: 9_000_000)
    #expect(session.underWay?.isPaused == true)
  }
}
