/// What one session did to the patient: the six indicators before and after, and what of the work
/// helped or harmed. It is never part of the score.
public struct SessionEffect: Codable, Hashable, Sendable {
  /// Before the first touch and at the time that is shown.
  public var before: PatientIndicators
  public var after: PatientIndicators
  /// Seconds in which a hand was felt.
  public var contact: Double
  /// Seconds of calm contact, each weighed by how much it pleased, 0 to 1.
  public var calm: Double
  /// How often it began to hurt.
  public var painSignals: Int
  /// Seconds, each weighed by how strong it was, 0 to 1: what a body defends itself against, how
  /// it guards, and how cold the hands were on it.
  public var strain: Double
  public var guarding: Double
  public var cold: Double
  /// Seconds in which a hand shook that was not to.
  public var shaking: Double
  /// How irritated the skin is at the end by what the patient is allergic to, 0 to 1.
  public var irritation: Double

  public init(
    before: PatientIndicators, after: PatientIndicators, contact: Double = 0, calm: Double = 0,
    painSignals: Int = 0, strain: Double = 0, guarding: Double = 0, cold: Double = 0,
    shaking: Double = 0, irritation: Double = 0
  ) {
    self.before = before
    self.after = after
    self.contact = contact
    self.calm = calm
    self.painSignals = painSignals
    self.strain = strain
    self.guarding = guarding
    self.cold = cold
    self.shaking = shaking
    self.irritation = irritation
  }

  /// Whether a hand was felt at all.
  public var wasTouched: Bool { contact > 0 }
}

extension SessionEffect {
  /// How much of a whole good session it was, 0 to 1, before what harmed is taken off.
  var help: Double { SessionEffect.share(calm / Figures.wholeSession) }

  /// How much of all the harm that a session can do was done, 0 to 1.
  var harm: Double {
    let minutes =
      SessionEffect.amount(strain) * Figures.strainHarm
      + SessionEffect.amount(guarding) * Figures.guardingHarm
      + SessionEffect.amount(shaking) * Figures.shakingHarm
      + SessionEffect.amount(cold) * Figures.coldHarm
    let harm =
      Double(max(0, painSignals)) * Figures.painHarm + minutes / 60
      + SessionEffect.share(after.pain - before.pain) * Figures.leftPainHarm
      + SessionEffect.share(irritation) * Figures.irritationHarm
    return SessionEffect.share((harm - Figures.noHarm) / (1 - Figures.noHarm))
  }

  /// Files may hold anything: what is no amount is none.
  private static func amount(_ value: Double) -> Double { value > 0 ? min(value, 86_400) : 0 }

  static func share(_ value: Double) -> Double { value > 0 ? min(value, 1) : 0 }
}

/// What is counted step by step while a session lasts.
struct EffectTally: Sendable {
  private var contactSteps = 0
  private var shakingSteps = 0
  private(set) var painSignals = 0
  private var calm = 0.0
  private var strain = 0.0
  private var guarding = 0.0
  private var cold = 0.0

  mutating func add(
    isTouched: Bool, isShaking: Bool, beginsToHurt: Bool, pleasure: Double, strain: Double,
    guarding: Double, coldness: Double
  ) {
    if isTouched {
      contactSteps += 1
      calm += pleasure * Figures.seconds
      cold += coldness * Figures.seconds
    }
    if isShaking { shakingSteps += 1 }
    if beginsToHurt { painSignals += 1 }
    self.strain += strain * Figures.seconds
    self.guarding += guarding * Figures.seconds
  }

  func effect(
    before: PatientIndicators, after: PatientIndicators, irritation: Double
  ) -> SessionEffect {
    SessionEffect(
      before: before, after: after, contact: Double(contactSteps) * Figures.seconds, calm: calm,
      painSignals: painSignals, strain: strain, guarding: guarding, cold: cold,
      shaking: Double(shakingSteps) * Figures.seconds, irritation: irritation)
  }
}
