public import Scenarios

/// One choice made in the preparation.
public enum PreparationChoice: Hashable, Sendable {
  case before(BeforeItem)
  case position(PatientPosition)
  case arms(Arms)
  case cushion(Cushion)
  case product(Product)
}

/// What a trainee does beside touching.
public enum Act: Hashable, Sendable {
  case ask(FlagGroup)
  case reason(Reason)
  case decision(Decision)
  case prepare(PreparationChoice)
  /// Enters the phase of this id.
  case phase(String)
  case pause
  case resume
  /// From now on these aids are shown.
  case show([Aid])
  /// The trainee ended the attempt.
  case end
}

/// The only things that happen in an attempt. Everything inward is a fold over these.
///
/// Order: by time; acts before what hands do at the same time; hands by contact number.
public enum Event: Hashable, Sendable {
  /// Time in microseconds.
  case act(Act, time: Int)
  case land(Landing)
  case move(contact: Int, Sample)
  /// The last place of the contact.
  case lift(contact: Int, Sample)

  public var time: Int {
    switch self {
    case .act(_, let time): time
    case .land(let landing): landing.sample.time
    case .move(_, let sample), .lift(_, let sample): sample.time
    }
  }

  /// The contact, or nil for an act.
  public var contact: Int? {
    switch self {
    case .act: nil
    case .land(let landing): landing.contact
    case .move(let contact, _), .lift(let contact, _): contact
    }
  }
}
