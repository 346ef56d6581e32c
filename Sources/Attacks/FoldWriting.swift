import Attempts
import Geometry
import Scenarios

/// Writes events as the bytes of a `FoldScript` that does about the same: moves are thinned to one
/// each 200 ms, and the script glides between them.
struct FoldWriting {
  private static let gap = 200_000
  private static let glide = 16_000

  private(set) var bytes: [UInt8]
  private let scenario: Scenario
  private var time = 0
  /// Contacts by hand, and where the script has them.
  private var hands = [Hand?](repeating: nil, count: 8)

  private struct Hand {
    var contact: Int
    var x: Int
    var y: Int
    var time: Int
  }

  /// - Parameter phase: index of the step that is asked for alone; nil asks for the whole case.
  init(caseIndex: Int, of scenario: Scenario, phase: Int?) {
    self.scenario = scenario
    bytes = [UInt8(caseIndex), phase.map { UInt8($0 << 4 | 1) } ?? 0, 128]
  }

  /// - Parameter isFirst: whether the script begins with this event, at whatever time it was.
  mutating func add(_ event: Event, isFirst: Bool = false) {
    if isFirst { time = event.time }
    switch event {
    case .act(let act, let time):
      guard let number = number(of: act) else { return }
      wait(until: time)
      put(.act)
      bytes.append(UInt8(number))
    case .land(let landing): land(landing)
    case .move(let contact, let sample):
      guard let hand = hand(of: contact), let state = hands[hand],
        sample.time - state.time >= FoldWriting.gap
      else { return }
      move(hand, sample)
    case .lift(let contact, let sample):
      guard let hand = hand(of: contact) else { return }
      move(hand, sample)
      put(.lift, hand)
      bytes += [0, pressure(sample)]
      hands[hand] = nil
    }
  }

  /// The trainee ends it.
  mutating func end() {
    put(.act)
    bytes.append(0)
  }

  private func number(of act: Act) -> Int? {
    if let number = FoldScript.acts.firstIndex(of: act) { return number }
    guard case .phase(let id) = act, let index = scenario.phaseIndex(id) else { return nil }
    return FoldScript.acts.count + index
  }

  private func hand(of contact: Int) -> Int? {
    hands.firstIndex { $0?.contact == contact }
  }

  private mutating func land(_ landing: Landing) {
    guard let hand = hands.firstIndex(where: { $0 == nil }) else { return }
    wait(until: landing.sample.time)
    let (x, y) = (half(landing.sample.position.x), half(landing.sample.position.y))
    hands[hand] = Hand(
      contact: landing.contact, x: Int(x) * 2, y: Int(y) * 2, time: landing.sample.time)
    put(.land, hand)
    add(UInt16(bitPattern: x))
    add(UInt16(bitPattern: y))
    bytes += [pressure(landing.sample), 0]
  }

  private func half(_ value: Int) -> Int16 { Int16(clamping: value / 2) }

  private mutating func move(_ hand: Int, _ sample: Sample) {
    guard let state = hands[hand] else { return }
    let gap = sample.time - time
    let count = min(max(1, gap / FoldWriting.glide), 255)
    let each = min(max(0, gap / count / 1_000), 255)
    let (x, y) = (
      Int16(clamping: (sample.position.x - state.x) / count),
      Int16(clamping: (sample.position.y - state.y) / count)
    )
    put(.glide, hand)
    bytes.append(UInt8(count))
    add(UInt16(bitPattern: x))
    add(UInt16(bitPattern: y))
    bytes += [UInt8(each), pressure(sample)]
    time += count * each * 1_000
    hands[hand]?.x += Int(x) * count
    hands[hand]?.y += Int(y) * count
    hands[hand]?.time = sample.time
  }

  private mutating func wait(until moment: Int) {
    while moment - time >= 1_000 {
      let milliseconds = min((moment - time) / 1_000, 65_535)
      put(.wait)
      add(UInt16(milliseconds))
      time += milliseconds * 1_000
    }
  }

  private func pressure(_ sample: Sample) -> UInt8 {
    sample.pressure.map { UInt8(clamping: $0 / 4) } ?? 255
  }

  private mutating func put(_ kind: FoldScript.Kind, _ hand: Int = 0) {
    bytes.append(kind.rawValue | UInt8(hand << 4))
  }

  private mutating func add(_ word: UInt16) {
    bytes += [UInt8(truncatingIfNeeded: word), UInt8(truncatingIfNeeded: word >> 8)]
  }
}
