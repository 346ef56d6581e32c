public import Attempts
public import Scenarios

/// Reading the case, deciding, preparing.
extension Session {
  public mutating func ask(_ group: FlagGroup, at moment: Int) {
    guard screen == .patient, question == nil, underWay?.attempt.asked.contains(group) == false
    else { return }
    underWay?.act(.ask(group), at: moment)
  }

  /// Puts the mark on a decision; nothing is decided before it is confirmed.
  public mutating func choose(_ decision: Decision) {
    guard screen == .patient, question == nil else { return }
    chosen = decision
    if decision == .proceed { reasons = [] }
  }

  /// Ticks or unticks a reason of a referral or an emergency.
  public mutating func toggle(_ reason: Reason) {
    guard screen == .patient, question == nil, let chosen, chosen != .proceed else { return }
    if let index = reasons.firstIndex(of: reason) {
      reasons.remove(at: index)
    } else {
      reasons.append(reason)
    }
  }

  public mutating func confirmDecision(at moment: Int) {
    guard screen == .patient, question == nil, let decision = chosen else { return }
    for reason in reasons { underWay?.act(.reason(reason), at: moment) }
    underWay?.act(.decision(decision), at: moment)
    if decision == .proceed {
      screen = .preparation
    } else {
      finish()
    }
  }

  public mutating func prepare(_ choice: PreparationChoice, at moment: Int) {
    guard screen == .preparation, question == nil, let attempt = underWay?.attempt,
      !attempt.holds(choice)
    else { return }
    underWay?.act(.prepare(choice), at: moment)
  }

  /// Enters the first phase.
  public mutating func startMassage(at moment: Int) {
    guard screen == .preparation, question == nil else { return }
    screen = .practice
    guard let first = underWay?.scenario.phases.first else {
      // A case that is right to refer may ask for no massage at all.
      return endAttempt(at: moment)
    }
    underWay?.act(.phase(first.id), at: moment)
  }
}

extension Attempt {
  /// Whether a choice of the preparation stands already.
  public func holds(_ choice: PreparationChoice) -> Bool {
    switch choice {
    case .before(let item): before.contains(item)
    case .position(let choice): position == choice
    case .arms(let choice): arms == choice
    case .cushion(let choice): cushion == choice
    case .product(let choice): product == choice
    }
  }
}
