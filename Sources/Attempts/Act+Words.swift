import Scenarios

/// The words by which records name acts.
extension Act {
  /// `kind` and `value` of an act in a record; the value is empty where there is none.
  public var words: (kind: String, value: String) {
    switch self {
    case .ask(let group): ("ask", group.rawValue)
    case .reason(let reason): ("reason", reason.id)
    case .decision(let decision): ("decision", decision.rawValue)
    case .prepare(let choice): ("prepare", choice.word)
    case .phase(let id): ("phase", id)
    case .pause: ("pause", "")
    case .resume: ("resume", "")
    case .show(let aids): ("show", aids.map(\.rawValue).joined(separator: " "))
    case .end: ("end", "")
    }
  }

  /// Nil when the words name no act.
  public init?(kind: String, value: String) {
    switch kind {
    case "ask":
      guard let group = FlagGroup(rawValue: value) else { return nil }
      self = .ask(group)
    case "reason":
      guard let reason = Reason(id: value) else { return nil }
      self = .reason(reason)
    case "decision":
      guard let decision = Decision(rawValue: value) else { return nil }
      self = .decision(decision)
    case "prepare":
      guard let choice = PreparationChoice(word: value) else { return nil }
      self = .prepare(choice)
    case "phase": self = .phase(value)
    case "pause" where value.isEmpty: self = .pause
    case "resume" where value.isEmpty: self = .resume
    case "show":
      var aids: [Aid] = []
      for word in value.split(separator: " ") {
        guard let aid = Aid(rawValue: String(word)) else { return nil }
        aids.append(aid)
      }
      self = .show(aids)
    case "end" where value.isEmpty: self = .end
    default: return nil
    }
  }
}

extension PreparationChoice {
  /// As in `before:hands` or `position:prone`.
  public var word: String {
    switch self {
    case .before(let item): "before:" + item.rawValue
    case .position(let position): "position:" + position.rawValue
    case .arms(let arms): "arms:" + arms.rawValue
    case .cushion(let cushion): "cushion:" + cushion.rawValue
    case .product(let product): "product:" + product.rawValue
    }
  }

  public init?(word: String) {
    let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let value = String(parts[1])
    let choice: PreparationChoice? =
      switch parts[0] {
      case "before": BeforeItem(rawValue: value).map(PreparationChoice.before)
      case "position": PatientPosition(rawValue: value).map(PreparationChoice.position)
      case "arms": Arms(rawValue: value).map(PreparationChoice.arms)
      case "cushion": Cushion(rawValue: value).map(PreparationChoice.cushion)
      case "product": Product(rawValue: value).map(PreparationChoice.product)
      default: nil
      }
    guard let choice else { return nil }
    self = choice
  }
}
