import Scenarios

/// What a course of massages does, and what one session of it counts. All didactic, except where a
/// source is named: the article claims relief after the first session and a course of 10 to 15.
extension Figures {
  // MARK: The beginning and the end of a course

  /// Pressure on the nerve's root before the first touch. Didactic.
  static func rootPressure(_ period: Period) -> Double {
    switch period {
    case .acute: 0.9
    case .easing: 0.6
    case .remission: 0.3
    case .prevention: 0.1
    }
  }

  /// The comfort and the tone that massage brings a patient to, if it goes on. Didactic: never
  /// wholly well, because the cause stays.
  static let reachedComfort = 0.95
  static let reachedTone = 0.25
  /// The share of the pressure on the root that the disc makes: massage takes nothing of it.
  /// Didactic.
  static let discShare = 0.5

  // MARK: What a session does

  /// The part of what is still to be gained that a whole good session gains. 1 - 0.8^10 is 0.89
  /// and 1 - 0.8^15 is 0.96: relief is felt after the first session, and a course of 10 to 15
  /// brings the patient near the end (both the article's claims).
  static let sessionGain = 0.2
  /// Calm contact, weighed by how much it pleases, that makes a session whole, in seconds.
  /// Didactic: what the expert reaches in the shortest of the cases.
  static let wholeSession = 60.0
  /// The part of what can be lost that a session loses in which all harm was done. Didactic: as
  /// much as a good one gains.
  static let sessionLoss = 0.2
  /// How much less a session helps for the harm that was done in it. Didactic: a quarter of all
  /// harm leaves nothing of the help, and one pain with the guarding after it is nearly that much.
  static let helpLostToHarm = 4.0

  // MARK: What harms, each a share of all the harm that a session can do. Didactic.

  static let painHarm = 0.15
  /// Each a minute: of full strain, of full guarding, of shaking, of hands quite cold.
  static let strainHarm = 1.0
  static let guardingHarm = 0.25
  static let shakingHarm = 0.5
  static let coldHarm = 0.2
  /// Of pain that the patient leaves with and did not come with, from none to the worst.
  static let leftPainHarm = 1.0
  /// Of skin quite irritated.
  static let irritationHarm = 0.5
  /// Harm below this is none: a moment of haste sets nobody back. Didactic.
  static let noHarm = 0.05

  // MARK: Days between sessions

  /// Sessions are planned every one or two days. Didactic.
  static let plannedDays = 2
  /// Each day beyond takes this part of what was gained. Didactic; after a course trapezius muscles
  /// were softer at three weeks (Frontiers in Sports and Active Living 2024).
  static let dailyDecay = 1.0 / 21
  /// After so many days beyond nothing is left that could be told from the beginning.
  static let mostDecayDays = 3_650
}
