/// Reads single values and says, with their place, what is wrong with them.
///
/// Every function reports at most one error and then returns nil, so that reading goes on and finds
/// the rest of a file's errors.
struct FieldReader {
  let findings: Findings

  /// - Parameter what: the key's path, which begins the message.
  func text(_ value: YAMLValue, _ what: String, limit: Int, allowsEmpty: Bool = true) -> String? {
    guard case .scalar(let scalar) = value.content, case .text(let text) = scalar.meaning else {
      let quotes = isUnquoted(value) ? "; put it in quotes" : ""
      findings.error(
        value.place, "\(what): found \(Wording.found(value)), expected a text\(quotes)")
      return nil
    }
    let trimmed = text.hasSuffix("\n") ? String(text.dropLast()) : text
    let length = trimmed.unicodeScalars.count
    if length > limit {
      findings.error(
        value.place, "\(what): found \(length) characters, allowed are at most \(limit)")
      return nil
    }
    if let control = trimmed.unicodeScalars.first(where: { $0.isControl }) {
      findings.error(
        value.place,
        "\(what): found the control character number \(control.value), "
          + "allowed are only characters that can be seen")
      return nil
    }
    if trimmed.isEmpty && !allowsEmpty {
      findings.error(value.place, "\(what): found an empty text, expected at least one character")
      return nil
    }
    return trimmed
  }

  /// `[a-z0-9-]{1,64}`
  func identifier(_ value: YAMLValue, _ what: String) -> String? {
    let rule = "1 to 64 of a-z, 0-9 and -"
    guard case .scalar(let scalar) = value.content, case .text(let text) = scalar.meaning else {
      let quotes = isUnquoted(value) ? "; put it in quotes" : ""
      findings.error(
        value.place, "\(what): found \(Wording.found(value)), expected a text of \(rule)\(quotes)")
      return nil
    }
    let isRight =
      (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
      }
    if !isRight {
      findings.error(value.place, "\(what): found \(Wording.found(value)), allowed are \(rule)")
      return nil
    }
    return text
  }

  func whole(_ value: YAMLValue, _ what: String, in range: ClosedRange<Int>) -> Int? {
    let allowed =
      range.lowerBound == range.upperBound
      ? "allowed is \(range.lowerBound)"
      : "allowed are whole numbers from \(range.lowerBound) to \(range.upperBound)"
    guard let number = numberOrNil(value), number == number.rounded(),
      Double(range.lowerBound) <= number, number <= Double(range.upperBound)
    else {
      findings.error(value.place, "\(what): found \(Wording.found(value)), \(allowed)")
      return nil
    }
    return Int(number)
  }

  /// A finite number within a range; with `isOpenBelow` the lower end itself is refused.
  func number(
    _ value: YAMLValue, _ what: String, in range: ClosedRange<Double>, isOpenBelow: Bool = false
  ) -> Double? {
    let (low, high) = (Wording.number(range.lowerBound), Wording.number(range.upperBound))
    let allowed =
      isOpenBelow
      ? "allowed are numbers over \(low) and at most \(high)"
      : "allowed are numbers from \(low) to \(high)"
    guard let number = numberOrNil(value), range.contains(number),
      !(isOpenBelow && number == range.lowerBound)
    else {
      findings.error(value.place, "\(what): found \(Wording.found(value)), \(allowed)")
      return nil
    }
    return number
  }

  /// One of an enumeration's words.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ value: YAMLValue, _ what: String, _ type: Choice.Type = Choice.self
  ) -> Choice? where Choice.RawValue == String {
    let words = Choice.allCases.map(\.rawValue)
    guard let word = self.word(value, what, words) else { return nil }
    return Choice(rawValue: word)
  }

  /// One of some words.
  func word(_ value: YAMLValue, _ what: String, _ words: [String]) -> String? {
    if case .scalar(let scalar) = value.content {
      if case .text(let text) = scalar.meaning {
        if words.contains(text) { return text }
        let suggestion = Wording.suggestion(text, among: words)
        findings.error(
          value.place,
          "\(what): found \(Wording.found(value))\(suggestion), "
            + "allowed: \(words.joined(separator: ", "))")
        return nil
      }
    }
    findings.error(
      value.place,
      "\(what): found \(Wording.found(value)), allowed: \(words.joined(separator: ", "))")
    return nil
  }

  /// A list of an enumeration's words; one that stands twice is named and taken once.
  func choices<Choice: RawRepresentable & CaseIterable & Equatable>(
    _ value: YAMLValue, _ what: String, _ type: Choice.Type = Choice.self
  ) -> [Choice]? where Choice.RawValue == String {
    guard let items = list(value, what) else { return nil }
    var result: [Choice] = []
    var isWhole = true
    for item in items {
      guard let choice: Choice = choice(item, what) else {
        isWhole = false
        continue
      }
      if result.contains(choice) {
        findings.warning(item.place, "\(what): \"\(choice.rawValue)\" stands twice")
      } else {
        result.append(choice)
      }
    }
    return isWhole ? result : nil
  }

  func list(_ value: YAMLValue, _ what: String) -> [YAMLValue]? {
    guard case .list(let items) = value.content else {
      findings.error(value.place, "\(what): found \(Wording.found(value)), expected a list")
      return nil
    }
    return items
  }

  /// A list whose number of items is within a range.
  func list(_ value: YAMLValue, _ what: String, of range: ClosedRange<Int>, _ items: String)
    -> [YAMLValue]?
  {
    guard let list = list(value, what) else { return nil }
    if !range.contains(list.count) {
      let allowed =
        range.lowerBound == range.upperBound
        ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
      findings.error(
        value.place, "\(what): found \(Wording.count(list.count, items)), allowed are \(allowed)")
      return nil
    }
    return list
  }

  private func numberOrNil(_ value: YAMLValue) -> Double? {
    guard case .scalar(let scalar) = value.content else { return nil }
    switch scalar.meaning {
    case .whole(let number): return Double(number)
    case .number(let number): return number.isFinite ? number : nil
    case .nothing, .truth, .text: return nil
    }
  }

  private func isUnquoted(_ value: YAMLValue) -> Bool {
    guard case .scalar(let scalar) = value.content else { return false }
    switch scalar.meaning {
    case .truth, .whole, .number: return true
    case .nothing, .text: return false
    }
  }
}

extension Unicode.Scalar {
  /// Control characters but line feed and tab.
  fileprivate var isControl: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0...0x1F, 0x7F...0x9F: true
    default: false
    }
  }
}
