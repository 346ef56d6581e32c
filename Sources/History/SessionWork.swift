public import Attempts
import Foundation
public import Patients
public import Scenarios

/// What an attempt was as a session with a patient: all that a course is made of.
public struct SessionWork: Hashable, Sendable {
  /// Sessions that the patient was prescribed.
  public var planned: Int
  /// In which the patient came, should the course begin with this one.
  public var period: Period
  public var effect: SessionEffect

  public init(planned: Int, period: Period, effect: SessionEffect) {
    self.planned = planned
    self.period = period
    self.effect = effect
  }

  /// Nil when the attempt was no session: a drill, a demonstration, left early, or nobody was
  /// touched.
  ///
  /// - Parameters:
  ///   - header: of the attempt.
  ///   - isAbandoned: whether the trainee did not end it.
  public init?(
    on scenario: Scenario, header: Header, isAbandoned: Bool, effect: SessionEffect
  ) {
    guard header.origin == .live, header.mode != .drill, !isAbandoned, effect.wasTouched else {
      return nil
    }
    self.init(
      planned: scenario.patient.prescription.sessions, period: scenario.patient.period,
      effect: effect)
  }
}

/// The effect of a session as the history and its archives keep it: JSON, keys in the order of the
/// alphabet.
enum EffectText {
  /// Bytes, at most.
  static let longest = 2_000

  static func text(_ effect: SessionEffect) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(effect), as: UTF8.self)
  }

  /// Nil when the text is no effect that this program writes.
  static func effect(_ text: String) -> SessionEffect? {
    guard text.utf8.count <= longest,
      let found = try? JSONDecoder().decode(SessionEffect.self, from: Data(text.utf8)),
      found.isPlausible
    else { return nil }
    return found
  }
}

extension SessionEffect {
  /// Whether every figure can be of a session, as a file need not have them.
  fileprivate var isPlausible: Bool {
    let seconds = [contact, calm, strain, guarding, cold, shaking]
    return seconds.allSatisfy { (0...100_000).contains($0) } && contact > 0
      && (0...1).contains(irritation) && (0...100_000).contains(painSignals)
      && Indicator.allCases.allSatisfy {
        (0...1).contains(before[$0]) && (0...1).contains(after[$0])
      }
  }
}
