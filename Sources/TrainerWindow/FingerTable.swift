/// Gives each finger that is down the number of a hand: the lowest that is free.
struct FingerTable {
  /// More than a person has are the palms' or a device's own; they make no hands.
  static let most = 10

  private var fingers: [(id: Int64, hand: Int)] = []

  /// Nil when ten fingers are down already.
  mutating func land(_ id: Int64) -> Int? {
    if let hand = hand(of: id) { return hand }
    guard fingers.count < FingerTable.most else { return nil }
    var free = 0
    while fingers.contains(where: { $0.hand == free }) { free += 1 }
    fingers.append((id, free))
    return free
  }

  func hand(of id: Int64) -> Int? { fingers.first { $0.id == id }?.hand }

  /// The hand that left; nil when the finger was not known.
  mutating func lift(_ id: Int64) -> Int? {
    guard let index = fingers.firstIndex(where: { $0.id == id }) else { return nil }
    return fingers.remove(at: index).hand
  }

  mutating func clear() { fingers = [] }
}
