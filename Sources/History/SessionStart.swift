public import Attempts
import Foundation
public import Patients
import Scenarios

/// What a patient brings to an attempt: where it would stand in a course.
public struct SessionStart: Hashable, Sendable {
  /// Number of the session that it would be, from 1.
  public var number: Int
  /// Sessions of the whole course.
  public var planned: Int
  /// The patient as earlier sessions and the days since left them.
  public var before: CourseState
  /// False for an attempt that does not take the course on: a patient comes once a day, and not
  /// after the last session.
  public var counts: Bool

  public init(number: Int, planned: Int, before: CourseState, counts: Bool) {
    self.number = number
    self.planned = planned
    self.before = before
    self.counts = counts
  }
}

/// What a session did, before it has its place in a course: the history gives it one when it enters
/// the attempt, as what it is the next session of then.
public struct SessionDone: Hashable, Sendable {
  /// Sessions of the course, should it begin with this one.
  public var planned: Int
  /// The patient as it came and as it went, as the history keeps them (``CourseStateText``).
  public var stateBefore: String
  public var stateAfter: String
  public var indicatorsBefore: PatientIndicators
  public var indicatorsAfter: PatientIndicators

  init(
    planned: Int, stateBefore: String, stateAfter: String, indicatorsBefore: PatientIndicators,
    indicatorsAfter: PatientIndicators
  ) {
    self.planned = planned
    self.stateBefore = stateBefore
    self.stateAfter = stateAfter
    self.indicatorsBefore = indicatorsBefore
    self.indicatorsAfter = indicatorsAfter
  }

  /// Nil when the attempt was no session: a drill, a demonstration, left early, or nobody was
  /// touched.
  ///
  /// - Parameters:
  ///   - header: of the attempt.
  ///   - isAbandoned: whether the trainee did not end it.
  ///   - effect: of a patient who began as `start` says.
  public init?(
    _ start: SessionStart, header: Header, isAbandoned: Bool, effect: SessionEffect
  ) {
    guard header.origin == .live, header.mode != .drill, !isAbandoned, effect.wasTouched,
      let before = CourseStateText.text(start.before),
      let after = CourseStateText.text(start.before.finishing(effect))
    else { return nil }
    self.init(
      planned: start.planned, stateBefore: before, stateAfter: after,
      indicatorsBefore: effect.before, indicatorsAfter: effect.after)
  }
}

/// A patient's state between sessions as text: JSON, keys in the order of the alphabet.
public enum CourseStateText {
  /// Nil when the text is no state.
  public static func state(_ text: String) -> CourseState? {
    try? JSONDecoder().decode(CourseState.self, from: Data(text.utf8))
  }

  static func text(_ state: CourseState) -> String? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return (try? encoder.encode(state)).map { String(decoding: $0, as: UTF8.self) }
  }
}
