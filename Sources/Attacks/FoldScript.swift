import Attempts
import Geometry
import Scenarios

/// An attempt as few bytes: a case, what is asked, and what acts and hands do, in any order.
///
/// The bytes mean something whatever they are, so that a change of one of them makes another
/// attempt and not nonsense: three bytes of a head, then steps of a kind (low four bits) and a hand
/// (next three), each followed by what the kind needs. Where bytes end, zeros follow. Times and
/// places are kept within the bounds that records and hands have.
struct FoldScript {
  /// What stands in a step's low four bits.
  enum Kind: UInt8 {
    case act, land, move, glide, circle, lift, wait, waitLong, back, jump, look, shake, tap, rest
  }

  enum Step: Sendable {
    case event(Event)
    /// What hands do is asked for, as the window does in every frame.
    case look
  }

  /// No attempt is longer, so that none takes long.
  static let longest = 400

  let caseIndex: Int
  let header: Header
  /// How many of 256 parts come before the snapshot.
  let cut: Int
  private(set) var steps: [Step] = []

  private let scenario: Scenario
  private var rest: ArraySlice<UInt8>
  private(set) var time = 0
  private(set) var hands = [Hand](repeating: Hand(), count: 8)
  private var newest = 0

  struct Hand: Sendable {
    /// 0 before it landed.
    var contact = 0
    var x = 0
    var y = 0
  }

  init(_ bytes: [UInt8], _ cases: [Scenario]) {
    rest = bytes[...]
    var head = Array(bytes.prefix(3))
    head += [UInt8](repeating: 0, count: 3 - head.count)
    rest = rest.dropFirst(3)
    caseIndex = Int(head[0]) % cases.count
    scenario = cases[caseIndex]
    header = FoldScript.header(head[1], scenario)
    cut = Int(head[2])
    while !rest.isEmpty, steps.count < FoldScript.longest { step() }
  }

  /// Bits 0 and 1 say what is asked, 2 and 3 where pressure comes from, the rest the phase.
  private static func header(_ byte: UInt8, _ scenario: Scenario) -> Header {
    let phase =
      scenario.phases.isEmpty ? "" : scenario.phases[Int(byte >> 4) % scenario.phases.count].id
    let scope: Scope =
      switch byte & 3 {
      case 1: .phase(phase, timed: true)
      case 2: .phase(phase, timed: false)
      default: .whole
      }
    let pressure = PressureSource.allCases[Int(byte >> 2 & 3) % PressureSource.allCases.count]
    return Header(
      mode: scope == .whole ? (byte & 3 == 3 ? .exam : .practice) : .drill,
      device: Device(kind: .touch, pressure: pressure), program: "", scope: scope)
  }

  // MARK: Bytes

  private mutating func byte() -> Int { Int(rest.popFirst() ?? 0) }
  private mutating func signedByte() -> Int { Int(Int8(truncatingIfNeeded: byte())) }
  private mutating func word() -> Int { byte() | byte() << 8 }
  private mutating func signedWord() -> Int { Int(Int16(truncatingIfNeeded: word())) }

  /// Thousandths; 255 is a hand without pressure.
  private mutating func pressure() -> Int? {
    let byte = byte()
    return byte == 255 ? nil : min(byte * 4, 1_000)
  }

  // MARK: Steps

  private mutating func step() {
    let byte = UInt8(byte())
    let hand = Int(byte >> 4 & 7)
    switch Kind(rawValue: byte & 15) {
    case .act: act()
    case .land: land(hand, isSame: byte >> 7 == 1)
    case .move: glide(hand, count: 1)
    case .glide: glide(hand, count: self.byte())
    case .circle: circle(hand)
    case .lift: lift(hand)
    case .wait: pass(word() * 1_000)
    case .waitLong: pass(self.byte() * 60_000_000)
    case .back: pass(-word() * 1_000)
    case .jump: jump(hand)
    case .look: steps.append(.look)
    case .shake: shake(hand)
    case .tap: tap(hand)
    case .rest:
      repeated(self.byte()) { script in
        script.pass(50_000)
        script.move(hand, pressure: 300)
      }
    case nil: break
    }
  }

  private mutating func repeated(_ count: Int, _ step: (inout FoldScript) -> Void) {
    for _ in 0..<count where steps.count < FoldScript.longest { step(&self) }
  }

  private mutating func pass(_ microseconds: Int) {
    time = min(max(time + microseconds, 0), Bounds.time)
  }

  private mutating func act() {
    let number = byte()
    let acts = FoldScript.acts
    let act =
      number < acts.count
      ? acts[number]
      : Act.phase(
        scenario.phases.isEmpty
          ? "none" : scenario.phases[(number - acts.count) % scenario.phases.count].id)
    steps.append(.event(.act(act, time: time)))
  }

  /// Every act but those of entering a phase, which follow in the order of the case.
  static let acts: [Act] =
    [.end, .pause, .resume, .phase("no-such-step"), .show([]), .show([.guide, .gauges])]
    + Decision.allCases.map(Act.decision) + FlagGroup.allCases.map(Act.ask)
    + Reason.all.map(Act.reason)
    + BeforeItem.allCases.map { .prepare(.before($0)) }
    + PatientPosition.allCases.map { .prepare(.position($0)) }
    + Arms.allCases.map { .prepare(.arms($0)) } + Cushion.allCases.map { .prepare(.cushion($0)) }
    + Product.allCases.map { .prepare(.product($0)) }

  /// Nanometres that a pixel spans.
  static let scales = [350_000, 1, 250_000, 500_000, 1_000_000, 2_000_000, 1_000_000_000]

  /// - Parameter isSame: whether it comes down under the number that it had.
  private mutating func land(_ hand: Int, isSame: Bool) {
    hands[hand].x = signedWord() * 2
    hands[hand].y = signedWord() * 2
    let pressure = pressure()
    let scale = FoldScript.scales[byte() % FoldScript.scales.count]
    if !isSame {
      newest += 1
      hands[hand].contact = newest
    }
    land(hand, scale, pressure)
  }

  private mutating func land(_ hand: Int, _ scale: Int, _ pressure: Int?) {
    steps.append(
      .event(
        .land(
          Landing(
            contact: hands[hand].contact, hand: hand, nanometresPerPixel: scale,
            sample: sample(hand, pressure)))))
  }

  private mutating func glide(_ hand: Int, count: Int) {
    let (x, y) = (signedWord(), signedWord())
    let gap = byte() * 1_000
    let pressure = pressure()
    repeated(count) { script in
      script.pass(gap)
      script.hands[hand].x += x
      script.hands[hand].y += y
      script.move(hand, pressure: pressure)
    }
  }

  /// Loops in eighths of a turn, each step with an advance along the back.
  private mutating func circle(_ hand: Int) {
    let (count, radius, advance) = (byte(), signedByte() * 100, signedByte() * 10)
    let gap = byte() * 1_000
    let pressure = pressure()
    var place = 0
    repeated(count) { script in
      let (x, y) = FoldScript.turn[place % 8]
      place += 1
      script.pass(gap)
      script.hands[hand].x += x * radius / 100
      script.hands[hand].y += y * radius.magnitude.asInt / 100 + advance
      script.move(hand, pressure: pressure)
    }
  }

  /// Steps of an eighth round a circle of radius 100.
  private static let turn = [
    (-29, 71), (-71, 29), (-71, -29), (-29, -71), (29, -71), (71, -29), (71, 29), (29, 71),
  ]

  private mutating func shake(_ hand: Int) {
    let (count, x, y) = (byte(), signedByte() * 10, signedByte() * 10)
    let gap = byte() * 1_000
    var sign = 1
    repeated(count) { script in
      script.pass(gap)
      script.hands[hand].x += sign * x
      script.hands[hand].y += sign * y
      sign = -sign
      script.move(hand, pressure: 300)
    }
  }

  private mutating func tap(_ hand: Int) {
    let (count, down, up) = (byte(), byte() * 1_000, byte() * 1_000)
    repeated(count) { script in
      script.newest += 1
      script.hands[hand].contact = script.newest
      script.land(hand, FoldScript.scales[0], 300)
      script.pass(down)
      script.end(hand, 300)
      script.pass(up)
    }
  }

  /// Far off, as far as a record may say.
  private mutating func jump(_ hand: Int) {
    hands[hand].x = signedByte() * 1_600
    hands[hand].y = signedByte() * 1_600
    pass(word() * 100)
    move(hand, pressure: pressure())
  }

  private mutating func lift(_ hand: Int) {
    pass(byte() * 1_000)
    end(hand, pressure())
  }

  private mutating func move(_ hand: Int, pressure: Int?) {
    steps.append(
      .event(.move(contact: hands[hand].contact, sample(hand, pressure))))
  }

  private mutating func end(_ hand: Int, _ pressure: Int?) {
    steps.append(.event(.lift(contact: hands[hand].contact, sample(hand, pressure))))
  }

  private func sample(_ hand: Int, _ pressure: Int?) -> Sample {
    func within(_ value: Int) -> Int { min(max(value, -Bounds.coordinate), Bounds.coordinate) }
    return Sample(
      time: time, position: Position(x: within(hands[hand].x), y: within(hands[hand].y)),
      pressure: pressure)
  }
}

extension UInt {
  /// Of small numbers.
  fileprivate var asInt: Int { Int(clamping: self) }
}
