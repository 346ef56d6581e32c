import Attempts

/// Looks through the frames of a journal up to the first that breaks an order or a bound.
struct JournalSurvey {
  /// As far as frames said.
  private(set) var device: Device
  private(set) var events = 0
  /// Of the last event, in microseconds.
  private(set) var time = 0
  /// Contacts that are down, each with the number of the event that holds its last sample, from 1.
  private(set) var down: [(contact: Int, event: Int)] = []
  private var decoder = JournalDecoder()
  /// Contact of the last event; 0 for an act.
  private var lastContact = 0
  private var newest = 0
  private var contacts = 0
  private var acts = 0
  private var words = 0
  private var samples = 0

  init(device: Device) { self.device = device }

  /// Whether what was taken ends with a whole event.
  var isBetweenEvents: Bool { !decoder.isWithinWords }

  /// Says whether the frame counts.
  mutating func take(_ frame: ArraySlice<UInt8>) -> Bool {
    switch decoder.take(frame) {
    case .nothing: return true
    case .broken: return false
    case .device(let device):
      // It is known with the first contact, and an attempt has one.
      guard contacts == 0 else { return false }
      self.device = device
      return true
    case .event(let event):
      guard isInOrder(event), takes(event) else { return false }
      time = event.time
      lastContact = event.contact ?? 0
      events += 1
      note(event)
      return true
    }
  }

  private func isInOrder(_ event: Event) -> Bool {
    (0...Bounds.time).contains(event.time)
      && (event.time > time || event.time == time && event.contact ?? 0 >= lastContact)
  }

  private mutating func takes(_ event: Event) -> Bool {
    switch event {
    case .act(let act, _):
      acts += 1
      words += act.words.value.utf8.count
      return acts <= OwnHeader.acts && words <= OwnHeader.words
        && RecordText.canHold(act.words.value)
    case .land(let landing):
      guard landing.contact > newest, contacts < Bounds.contacts,
        down.count < Bounds.hands,
        (1...1_000_000_000).contains(landing.nanometresPerPixel), holds(landing.sample)
      else { return false }
      newest = landing.contact
      contacts += 1
      return true
    case .move(let contact, let sample), .lift(let contact, let sample):
      return down.contains { $0.contact == contact } && holds(sample)
    }
  }

  private mutating func holds(_ sample: Sample) -> Bool {
    samples += 1
    return samples <= Bounds.samples && Bounds.holds(sample)
      && (sample.pressure == nil || device.pressure != .none)
  }

  private mutating func note(_ event: Event) {
    switch event {
    case .act: break
    case .land(let landing): down.append((landing.contact, events))
    case .move(let contact, _):
      if let place = down.firstIndex(where: { $0.contact == contact }) {
        down[place].event = events
      }
    case .lift(let contact, _): down.removeAll { $0.contact == contact }
    }
  }
}
