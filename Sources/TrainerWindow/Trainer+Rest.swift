import Catalogue
import Sessions

/// What the program missed while the machine slept or the display stood still.
extension Trainer {
  /// Microseconds between two turns of the loop after which a hand's place is not known any more.
  static let longestTurn = 3_000_000

  /// Looks whether time passed in which nobody could work. Then the hand left when it was last
  /// seen; practice pauses, and an exam's clock has run on.
  func noteRest(at moment: Int) {
    let slept = sleep.sinceLastLook()
    if slept > 0 {
      // Before the massage nothing can pause, and nothing is timed.
      if session.isExam { Moments.count(slept) }
      lift(after: Texts.count("devices.slept", slept / 1_000_000))
    } else if moment - lastTurn > Trainer.longestTurn, session.underWay?.isAnyHandDown == true {
      lift(after: Texts.count("devices.stoodStill", (moment - lastTurn) / 1_000_000))
    }
  }

  private func lift(after what: String) {
    pacer.isStale = true
    let wasAtWork = session.acceptsHands || session.demonstration != nil
    letGo()
    session.takeHandsOff(at: lastTurn)
    if session.demonstration != nil { session.pause(at: lastTurn) }
    guard wasAtWork else { return }
    let then = Texts[session.isExam ? "devices.examGoesOn" : "devices.paused"]
    session.tell(Notice(.warning, what + " " + then))
  }
}
