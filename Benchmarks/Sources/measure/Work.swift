import Attempts
import ScenarioFiles
import Scenarios
import Scoring

/// Why a case cannot be measured, as a sentence.
struct WorkError: Error {
  var reason: String
}

/// Massage of any length, the same each time: contacts of demonstrations, again and again, strokes
/// and circles in turn so that each has half of the time.
struct Work {
  /// What a stretch of it holds.
  struct Extent {
    var samples = 0
    /// Times of the 5 ms grid at which a hand was down: what is judged.
    var ticks = 0
    var contacts = 0
    /// Microseconds of contact in strokes and in circles.
    var strokes = 0
    var circles = 0

    var contact: Int { strokes + circles }

    init() {}

    /// All of some stretches.
    init(all: [Extent]) {
      for other in all {
        samples += other.samples
        ticks += other.ticks
        contacts += other.contacts
        strokes += other.strokes
        circles += other.circles
      }
    }
  }

  /// What is done in it.
  enum Mix { case strokesAndCircles, strokes }

  /// One contact; times begin with 0, its number is left open.
  private struct Piece {
    var phase: String
    var isCircles: Bool
    var landing: Landing
    var moves: [Sample]
    var last: Sample
  }

  let loaded: LoadedScenario
  let header: Header
  private let opening: [Event]
  private let strokes: [Piece]
  private let circles: [Piece]

  var scenario: Scenario { loaded.scenario }

  private static let grid = 5_000
  /// Between two contacts, in microseconds: too short to be a break.
  private static let pause = 900_000
  /// An attempt of so many seconds holds every contact.
  private static let wholeRound = 600
  private static let seeds: ClosedRange<UInt64> = 1...4

  init(of loaded: LoadedScenario, rate: Int, skill: Double) throws(WorkError) {
    self.loaded = loaded
    let scenario = loaded.scenario
    var pieces: [Piece] = []
    var opening: [Event] = []
    var header: Header?
    for seed in Work.seeds {
      var options = Demonstration.Options()
      options.seed = seed
      options.rate = rate
      options.skill = skill
      let made: Demonstration
      do throws(DemonstrationError) {
        made = try Demonstration(of: scenario, options: options, program: "measure")
      } catch {
        throw WorkError(reason: error.reason)
      }
      if header == nil {
        header = made.header
        opening = Array(
          made.events.prefix { if case .act(.phase, _) = $0 { false } else { true } })
      }
      pieces += Work.pieces(of: made.events, in: scenario)
    }
    strokes = pieces.filter { !$0.isCircles }
    circles = pieces.filter(\.isCircles)
    guard let header, !strokes.isEmpty, !circles.isEmpty else {
      throw WorkError(reason: "the case asks not for strokes and for comb circles")
    }
    self.header = header
    self.opening = opening
  }

  private static func pieces(of events: [Event], in scenario: Scenario) -> [Piece] {
    var pieces: [Piece] = []
    var phase: String?
    var start = 0
    for event in events {
      switch event {
      case .act(.phase(let id), _): phase = id
      case .act: break
      case .land(var landing):
        guard let phase, let index = scenario.phaseIndex(phase) else { break }
        let technique = scenario.phases[index].technique
        guard technique == .stroking || technique == .combCircles else { break }
        start = landing.sample.time
        landing.sample.time = 0
        pieces.append(
          Piece(
            phase: phase, isCircles: technique == .combCircles, landing: landing, moves: [],
            last: landing.sample))
      case .move(_, let sample):
        if !pieces.isEmpty { pieces[pieces.count - 1].moves.append(sample.moved(by: -start)) }
      case .lift(_, let sample):
        if !pieces.isEmpty { pieces[pieces.count - 1].last = sample.moved(by: -start) }
      }
    }
    return pieces
  }

  /// Gives the events of so many seconds of contact one after the other, the end of the attempt last.
  ///
  /// - Parameter first: which of the contacts that take turns comes first.
  @discardableResult
  func forEach(
    seconds: Int, _ mix: Mix = .strokesAndCircles, from first: Int = 0,
    _ take: (Event) throws -> Void
  ) rethrows -> Extent {
    for event in opening { try take(event) }
    var extent = Extent()
    var time = (opening.last?.time ?? 0) + 1_000_000
    var phase: String?
    var turns = (strokes: first, circles: first)
    let whole = seconds * 1_000_000
    let half = mix == .strokes ? whole : whole / 2
    while extent.contact < whole {
      // Whichever has had less is next; each gets its part to the microsecond.
      let isCircles = extent.strokes >= half || mix != .strokes && extent.circles < extent.strokes
      let piece: Piece
      if isCircles {
        piece = circles[turns.circles % circles.count]
        turns.circles += 1
      } else {
        piece = strokes[turns.strokes % strokes.count]
        turns.strokes += 1
      }
      if piece.phase != phase {
        try take(.act(.phase(piece.phase), time: time))
        phase = piece.phase
      }
      time += Work.pause
      extent.contacts += 1
      let rest = isCircles ? whole - half - extent.circles : half - extent.strokes
      let length = min(piece.last.time, rest)
      extent.samples += try perform(piece, as: extent.contacts, at: time, for: length, take)
      extent.ticks += (time + length) / Work.grid - time / Work.grid
      if isCircles { extent.circles += length } else { extent.strokes += length }
      // The next step of the massage is entered after the hand has left.
      time += length + 1_000
    }
    try take(.act(.end, time: time + 1_000_000))
    return extent
  }

  /// One contact, cut after some microseconds; how many samples it has.
  private func perform(
    _ piece: Piece, as contact: Int, at time: Int, for length: Int,
    _ take: (Event) throws -> Void
  ) rethrows -> Int {
    var landing = piece.landing
    landing.contact = contact
    landing.sample.time = time
    try take(.land(landing))
    var samples = 2
    var last = piece.last
    for sample in piece.moves {
      guard sample.time < length else { break }
      if length < piece.last.time { last = sample }
      try take(.move(contact: contact, sample.moved(by: time)))
      samples += 1
    }
    last.time = time + length
    try take(.lift(contact: contact, last))
    return samples
  }

  /// The same, kept.
  func events(seconds: Int, from first: Int = 0) -> (events: [Event], extent: Extent) {
    var events: [Event] = []
    let extent = forEach(seconds: seconds, from: first) { events.append($0) }
    return (events, extent)
  }

  /// As many attempts of a length as it takes for each contact to come first once, where an attempt is
  /// too short to hold all of them: short attempts then are of the same work as long ones.
  func attempts(seconds: Int) -> [(events: [Event], extent: Extent)] {
    let count = seconds < Work.wholeRound ? max(strokes.count, circles.count) : 1
    return (0..<count).map { events(seconds: seconds, from: $0) }
  }
}

extension Sample {
  func moved(by time: Int) -> Sample {
    Sample(time: self.time + time, position: position, pressure: pressure)
  }
}
