/// A bad massage that a demonstration can show. All but the last three must fail.
public enum DemonstrationFault: String, CaseIterable, Sendable {
  /// Full strokes of 0.39 s.
  case slaps
  /// Strokes of 0.34 s with slow circling after each, which make the contact calm on average.
  case slapDawdle = "slap-dawdle"
  /// A slap forth and a calm return in contact.
  case slapReturn = "slap-return"
  /// Good strokes with scribbling on the way back.
  case returnScribble = "return-scribble"
  /// To and fro five times a second over 24 mm, creeping forward.
  case scrub
  /// Strokes against the guide.
  case backward
  /// Good strokes and circles, then minutes anywhere.
  case scribble
  /// All circles on one place, strokes on the first quarter of the guide.
  case oneSpot = "one-spot"
  /// Everything once, in about a minute.
  case oneMinute = "one-minute"
  /// Eight contacts at once, so that all strokes are made in one sweep.
  case eightFingers = "eight-fingers"
  /// Evenly faster than the band gives anything for.
  case tooFast = "too-fast"
  /// Evenly slower than the band gives anything for.
  case tooSlow = "too-slow"
  /// The hand leads over an area in spasm with firm pressure, but leaves in time.
  case pressSpasm = "press-spasm"
  /// The hand presses on an area in spasm and stays although the patient says that it hurts.
  case wentOn = "went-on"
  /// Firm strokes along the spine itself.
  case overSpine = "over-spine"
  /// 3 mm from side to side six times a second, for seconds on top of everything.
  case vibrate
  /// Circles of 4 mm seven times a second, for seconds on top of everything.
  case tremble
  /// Rows of taps.
  case tap
  /// A row of taps over a kidney.
  case kidneyTap = "kidney-tap"
  /// The first phase is left out.
  case skipWarmUp = "skip-warm-up"
  /// The last phase is left out.
  case skipClosing = "skip-closing"
  /// Massage although the right answer is not to.
  case acuteAnyway = "acute-anyway"
  /// A product with something in it that the patient is allergic to.
  case allergic
  /// Everything but the massage.
  case nothing
  /// The first two phases swapped.
  case wrongOrder = "wrong-order"
  /// The patient is not asked for consent.
  case noConsent = "no-consent"
  /// Everything in the last phase once.
  case shortClosing = "short-closing"

  /// What it is, in one line.
  public var summary: String {
    switch self {
    case .slaps: "full strokes of 0.39 s"
    case .slapDawdle: "strokes of 0.34 s, slow circles after each: calm on average"
    case .slapReturn: "a slap forth, a calm return in contact"
    case .returnScribble: "good strokes, scribbling on the way back"
    case .scrub: "to and fro over 24 mm five times a second, creeping forward"
    case .backward: "strokes against the guide"
    case .scribble: "good strokes and circles, then minutes anywhere"
    case .oneSpot: "all circles on one place, strokes on a quarter of the guide"
    case .oneMinute: "everything once, in about a minute"
    case .eightFingers: "eight contacts at once, all strokes in one sweep"
    case .tooFast: "evenly faster than the case gives anything for"
    case .tooSlow: "evenly slower than the case gives anything for"
    case .pressSpasm: "leads firmly over an area in spasm, leaves in time"
    case .wentOn: "presses on an area in spasm, stays although it hurts"
    case .overSpine: "firm strokes along the spine itself"
    case .vibrate: "shakes 3 mm from side to side on top of everything"
    case .tremble: "circles of 4 mm, seven a second, on top of everything"
    case .tap: "rows of taps"
    case .kidneyTap: "a row of taps over a kidney"
    case .skipWarmUp: "leaves the first phase out"
    case .skipClosing: "leaves the last phase out"
    case .acuteAnyway: "massages although the right answer is not to"
    case .allergic: "a product the patient is allergic to"
    case .nothing: "everything but the massage"
    case .wrongOrder: "the first two phases swapped (named, need not fail)"
    case .noConsent: "does not ask for consent (named, need not fail)"
    case .shortClosing: "everything in the last phase once (named, need not fail)"
    }
  }
}
