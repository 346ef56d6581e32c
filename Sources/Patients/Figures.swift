import Scenarios

/// Every figure of the patient model, each with its source, or *didactic* where there is none.
///
/// Didactic figures are chosen so that a trainee sees within one attempt what hands do; they claim
/// nothing about people. None of them enters a score.
enum Figures {
  // MARK: Time

  /// The grid on which the patient feels, in microseconds of the attempt's clock.
  static let step = 50_000
  /// The same in seconds.
  static let seconds = 0.05
  /// A hand that was not heard of for longer is nowhere, in microseconds: as in scoring.
  static let lostGap = 100_000
  /// Hands felt at a time: ten fingers.
  static let hands = 10

  // MARK: Warmth

  /// Time constant of a worked region, in seconds: thigh skin is as warm after 5 min of massage as
  /// after 15 (Drust 2003), and 1 - exp(-300 / 120) is 0.92 of it. Hinds 2004: 1.1 °C.
  static let regionWarming = 120.0
  /// A palm covers a tenth of the two lanes that are worked: 2 x 80 mm x 323 mm (T7 to S2 of a man)
  /// over the 5,027 mm² of a disc of 40 mm.
  static let coveredShare = 0.1
  /// Time constant of the skin under the hand itself, in seconds.
  static var warming: Double { regionWarming * coveredShare }
  /// Time constant of cooling, in seconds: backs are still warmer 60 min later (Sefton 2010); the
  /// middle of the 30 to 60 min that follow from it.
  static let cooling = 2_700.0
  /// Cooling is so slow that it is reckoned once in so many steps.
  static let stepsPerCooling = 200
  /// What a resting hand gives of what a moving one does. Didactic.
  static let restingShare = 0.25
  /// From this speed on, in mm/s, a hand moves: the slowest that earns anything in scoring.
  static let movingSpeed = 10.0
  /// The share at no pressure, what each share of pressure adds, and the most. Didactic: friction
  /// grows with pressure.
  static let lightestWarming = 0.5
  static let warmingPerPressure = 1.0 / 0.6
  static let strongestWarming = 1.2
  /// Longest way between two places where the hand warms, in mm: a cell.
  static let sweep = 10.0
  /// Most such places in a step.
  static let sweeps = 8

  /// How much warmer than with nothing a product lets the skin become, and how fast. Didactic: only
  /// the order is the article's.
  static func warming(_ product: Product?) -> Double {
    switch product {
    case .warmingOil, .warmingCream: 1
    case .honey: 0.9
    case .neutralOil: 0.8
    case .some(.none), nil: 0.6
    }
  }

  /// How much more than a palm each cell under a hand is rubbed. Didactic: a textbook calls knuckle
  /// stroking slower and deeper than that with finger pads.
  static func warming(_ hand: Hand) -> Double {
    switch hand {
    case .palm, .fingertips: 1
    case .thumb: 1.25
    case .knuckles: 1.5
    }
  }

  // MARK: Pain (the first three as in rule set 1)

  /// Breaking the rule of an area in spasm for this long hurts, in microseconds.
  static let painDelay = 300_000
  /// Thousandths of pressure over the limit from which it hurts.
  static let painExcess = 50
  /// Clearance at which a hand has left an area, in mm.
  static let leaveClearance = 2.0
  /// Pain is felt for so long after its cause, in microseconds. Didactic: it must be seen.
  static let painLatch = 1_000_000
  /// Thousandths of pressure that the spine bears, as in rule set 1.
  static let spinePressure = 300

  // MARK: Hands

  /// Shares of pressure where the device has none. Didactic: inside the usual bands.
  static let lightShare = 0.15
  static let firmShare = 0.25
  /// Strokes of 20 to 100 mm/s are pleasant, slower than 10 or faster than 200 are not (CT fibres
  /// 10 to 100 mm/s, Löken 2009; the bands of `scoring`).
  static let pleasantStroke = Band(full: 20...100, none: 10...200)
  /// A press or a lift need not travel.
  static let pleasantPress = Band(full: 0...100, none: 0...200)
  /// Speed that startles, in mm/s, and what is added to it for all of that. 200: "too stimulating"
  /// begins; the rest is didactic.
  static let startlingSpeed = 200.0
  static let startlingRange = 200.0
  /// What a light fast touch has of a pressed one's strain. Didactic.
  static let lightFastShare = 0.4
  /// Pressure from which a fast stroke is a pressed one, as a share.
  static let pressedShare = 0.3
  /// What skin that is cold takes of the pleasure. Didactic.
  static let coldSkin = 0.4

  // MARK: Strain, 0 to 1: what a body defends itself against. Didactic, in this order.

  /// Pressing an area in spasm before it hurts, the spine, shaking, tapping.
  static let pressedStrain = 0.3
  static let boneStrain = 0.6
  static let shakingStrain = 0.6
  static let tappingStrain = 0.6
  /// How long a tap is felt, in microseconds.
  static let tapEcho = 500_000
  /// The pressure that a body bears unprepared, as a share, and what ease adds. Roberts 2011: deep
  /// pressure first raises the muscle's activity by 235 %, after light pressure it does not. The
  /// figures are didactic.
  static let borne = 0.30
  static let borneWithEase = 0.25
  /// Pressure over what is borne that is all too much. Didactic.
  static let deepRange = 0.20

  // MARK: Guarding, tone

  /// Time constants in seconds: how fast guarding comes (a reflex), goes ("over 60 s"), and goes
  /// under calm light work (Roberts 2011: light pressure brings the muscle back). Didactic.
  static let guardingRise = 0.5
  static let guardingFall = 60.0
  static let guardingFallAtEase = 20.0
  /// Tone that all guarding adds: 20 points of 100. Didactic.
  static let guardingTone = 0.20
  /// Tone that calm work takes: 1.5 points of 100 a minute, 10 at most. Far more than was ever
  /// measured (Crommert 2015: 5 %; Jelen 2024: nothing). Didactic exaggeration.
  static let reliefPerSecond = 0.015 / 60
  static let mostRelief = 0.10
  /// Time constant of its end, in seconds: gone after 3 min of rest (Crommert 2015).
  static let reliefFall = 60.0

  /// Tone and comfort before the first touch. Didactic.
  static func tone(_ period: Period) -> Double {
    switch period {
    case .acute: 0.80
    case .easing: 0.60
    case .remission: 0.45
    case .prevention: 0.35
    }
  }
  static func comfort(_ period: Period) -> Double {
    switch period {
    case .acute: 0.40
    case .easing: 0.60
    case .remission: 0.70
    case .prevention: 0.75
    }
  }

  // MARK: Comfort, ease (time constants in seconds; didactic but for the last of each)

  static let comfortRise = 240.0
  /// Under full strain.
  static let comfortFall = 4.0
  static let comfortRecovery = 90.0
  /// Slow-stroke massage is still felt 5 min (hospice) to 10 min (older people) later.
  static let comfortFade = 600.0
  static let easeRise = 90.0
  static let easeFall = 3.0
  static let easeFade = 600.0
  /// Hands that were not warmed become warm with this time constant of contact; until then they
  /// take comfort with the other.
  static let handWarming = 60.0
  static let coldFall = 200.0
  /// A product that the patient is allergic to: how fast the skin answers, how fast comfort falls.
  static let irritationRise = 60.0
  static let irritationFall = 60.0

  // MARK: Breathing, breaths a minute

  /// At rest 12 to 20; the middle. No figure was found for age or sex within what cases allow.
  static let restingRate = 16.0
  /// What ease takes and pain and guarding add: 12 and 20 are the ends of that range.
  static let easeRate = 4.0
  static let painRate = 4.0
  /// Time constant of a change, in seconds. Didactic.
  static let rateChange = 5.0
}
