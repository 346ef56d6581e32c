public import Attempts
import Geometry

/// What the hands did, as a fingerprint of each contact: equal for equal samples, whatever the
/// record says beside them.
///
/// Of each sample its place and its pressure are taken, and the time since its contact began; so
/// neither the header nor the encoding nor a clock that was set off changes a fingerprint.
/// Fingerprints are 64 bits: by chance two of a million contacts are alike once in 30 million folders.
public struct Movements: Hashable, Sendable {
  /// A contact that tells who made it: long and far enough that nobody makes it twice.
  public struct Contact: Hashable, Sendable {
    public var fingerprint: UInt64
    public var samples: Int
  }

  /// Contacts with fewer samples, or within a smaller square (1/100 mm), could be alike by chance:
  /// a tap, a hand that rests.
  static let tellingSamples = 8
  static let tellingExtent = 1_000
  /// An attempt of fewer samples says nothing as a whole.
  static let tellingWhole = 20

  /// Each once, in the order of their fingerprints.
  public let contacts: [Contact]
  /// Of all contacts, with when each began after the first; nil of an attempt that hardly touched.
  public let whole: UInt64?
  /// Of ``contacts``.
  public let samples: Int

  init(contacts: [Contact], whole: UInt64?) {
    var once: [Contact] = []
    for contact in contacts.sorted(by: { $0.fingerprint < $1.fingerprint })
    where once.last?.fingerprint != contact.fingerprint {
      once.append(contact)
    }
    self.contacts = once
    self.whole = whole
    samples = once.reduce(0) { $0 + $1.samples }
  }

  /// Of events in their one order.
  public init(_ events: some Sequence<Event>) {
    var fold = MovementsFold()
    for event in events { fold.add(event) }
    self = fold.movements
  }
}

/// Takes the events of an attempt one by one and keeps of them only fingerprints.
public struct MovementsFold: Sendable {
  private struct Open: Sendable {
    var contact: Int
    var landed: Int
    var samples = 0
    var fingerprint = Fingerprint()
    var low: (x: Int, y: Int)
    var high: (x: Int, y: Int)

    init(_ landing: Landing) {
      contact = landing.contact
      landed = landing.sample.time
      low = (landing.sample.position.x, landing.sample.position.y)
      high = low
    }

    mutating func add(_ sample: Sample) {
      let position = sample.position
      samples += 1
      low = (min(low.x, position.x), min(low.y, position.y))
      high = (max(high.x, position.x), max(high.y, position.y))
      fingerprint.add(position.x, position.y)
      fingerprint.add(sample.time - landed, sample.pressure ?? -1)
    }

    var isTelling: Bool {
      samples >= Movements.tellingSamples
        && max(high.x - low.x, high.y - low.y) >= Movements.tellingExtent
    }
  }

  private var open: [Open] = []
  private var done: [Movements.Contact] = []
  private var first: Int?
  private var whole = Fingerprint()
  private var samples = 0

  public init() {}

  public mutating func add(_ event: Event) {
    switch event {
    case .act: break
    case .land(let landing):
      first = first ?? landing.sample.time
      var contact = Open(landing)
      contact.add(landing.sample)
      open.append(contact)
    case .move(let contact, let sample):
      if let index = index(contact) { open[index].add(sample) }
    case .lift(let contact, let sample):
      guard let index = index(contact) else { return }
      open[index].add(sample)
      close(open.remove(at: index))
    }
  }

  private func index(_ contact: Int) -> Int? { open.lastIndex { $0.contact == contact } }

  private mutating func close(_ contact: Open) {
    samples += contact.samples
    whole.add(contact.landed - (first ?? 0), contact.samples)
    whole.add(contact.fingerprint.value)
    guard contact.isTelling else { return }
    done.append(
      Movements.Contact(fingerprint: contact.fingerprint.value, samples: contact.samples))
  }

  /// So far; a contact that is still down counts as it is.
  public var movements: Movements {
    var ended = self
    for contact in open { ended.close(contact) }
    return Movements(
      contacts: ended.done, whole: ended.samples >= Movements.tellingWhole ? ended.whole.value : nil
    )
  }
}

/// 64 bits that hang on every number that was added, in order. No secret: it finds what is alike, it
/// does not guard against whoever wants two different things to be.
struct Fingerprint: Hashable, Sendable {
  private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

  mutating func add(_ number: UInt64) {
    // The finish of SplitMix64 (Steele, Lea, Flood 2014), in which every bit changes half of all.
    var mixed = value ^ number
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    value = (mixed ^ (mixed >> 31)) &+ 0x9E37_79B9_7F4A_7C15
  }

  mutating func add(_ first: Int, _ second: Int) {
    add(UInt64(bitPattern: Int64(first)))
    add(UInt64(bitPattern: Int64(second)))
  }
}
