import Attempts
import Geometry
import Scenarios

/// Attempts by chance: several hands, all techniques, lifts, gaps and pauses.
struct RandomEvents {
  private var numbers: Numbers
  private(set) var events: [Event] = []
  private var time = 0
  private var down: [(contact: Int, x: Int, y: Int)] = []
  private var contacts = 0

  init(seed: UInt64, count: Int) {
    numbers = Numbers(seed: seed)
    act(.decision(.proceed))
    if numbers.whole(0...1) == 0 { act(.prepare(.before(.hands))) }
    act(.prepare(.product(Product.allCases[numbers.whole(0...4)])))
    act(.phase("palm"))
    while events.count < count { event() }
    act(.end)
  }

  private mutating func act(_ act: Act) { events.append(.act(act, time: time)) }

  private mutating func event() {
    // Often no time passes, sometimes seconds.
    time += [0, 4_000, 8_000, 8_000, 16_000, 50_000, 90_000, 1_500_000][numbers.whole(0...7)]
    switch numbers.whole(0...60) {
    case 0:
      let phases = ["palm", "comb", "thumb", "lift"]
      for hand in down { lift(hand) }
      down = []
      act(.phase(phases[numbers.whole(0...3)]))
    case 1:
      act(.pause)
      down = []
      act(.resume)
    case 2...5 where down.count < 4: land()
    case 6...7 where !down.isEmpty: lift(down.removeLast())
    default:
      if down.isEmpty { land() } else { move(numbers.whole(0...down.count - 1)) }
    }
  }

  private mutating func land() {
    contacts += 1
    let hand = (contact: contacts, x: numbers.whole(-15_000...15_000), y: numbers.whole(0...60_000))
    down.append(hand)
    events.append(
      .land(
        Landing(
          contact: contacts, hand: down.count, nanometresPerPixel: 350_000, sample: sample(hand))))
  }

  private mutating func move(_ index: Int) {
    down[index].x += numbers.whole(-600...600)
    down[index].y += numbers.whole(-600...700)
    events.append(.move(contact: down[index].contact, sample(down[index])))
  }

  private mutating func lift(_ hand: (contact: Int, x: Int, y: Int)) {
    events.append(.lift(contact: hand.contact, sample(hand)))
  }

  private mutating func sample(_ hand: (contact: Int, x: Int, y: Int)) -> Sample {
    let pressure = numbers.whole(0...8) == 0 ? nil : numbers.whole(0...600)
    return Sample(time: time, position: Position(x: hand.x, y: hand.y), pressure: pressure)
  }

  /// The same events, seen in a mirror along the spine.
  static func mirrored(_ events: [Event]) -> [Event] {
    func turned(_ sample: Sample) -> Sample {
      var sample = sample
      sample.position.x = -sample.position.x
      return sample
    }
    return events.map { event in
      switch event {
      case .act: event
      case .land(var landing):
        {
          landing.sample = turned(landing.sample)
          return .land(landing)
        }()
      case .move(let contact, let sample): .move(contact: contact, turned(sample))
      case .lift(let contact, let sample): .lift(contact: contact, turned(sample))
      }
    }
  }
}
