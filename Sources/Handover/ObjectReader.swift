import Scoring

/// Members of an object, each asked for by its key; keys that nobody asks for are passed over.
struct ObjectReader {
  let whole: JSONValue
  private let members: [JSONValue.Member]

  /// - Parameter name: what the object is, for messages.
  init(_ value: JSONValue, _ name: String) throws(ResultLineError) {
    guard case .object(let members) = value.content else {
      throw ResultLineError(at: value.offset, "\(name) is an object")
    }
    whole = value
    self.members = members
  }

  func optional(_ key: String) throws(ResultLineError) -> JSONValue? {
    members.first { $0.key == key }?.value
  }

  func value(_ key: String) throws(ResultLineError) -> JSONValue {
    guard let value = members.first(where: { $0.key == key })?.value else {
      throw ResultLineError(at: whole.offset, "'\(key)' is missing")
    }
    return value
  }

  func string(_ key: String) throws(ResultLineError) -> String {
    try ObjectReader.string(try value(key), key)
  }

  static func string(_ value: JSONValue, _ key: String) throws(ResultLineError) -> String {
    guard case .string(let text) = value.content else {
      throw ResultLineError(at: value.offset, "'\(key)' is a text")
    }
    return text
  }

  func boolean(_ key: String) throws(ResultLineError) -> Bool {
    let value = try value(key)
    guard case .boolean(let answer) = value.content else {
      throw ResultLineError(at: value.offset, "'\(key)' is true or false")
    }
    return answer
  }

  func figure(_ key: String) throws(ResultLineError) -> Figure {
    let value = try value(key)
    guard case .number(let text) = value.content, let figure = Figure(decimal: text) else {
      throw ResultLineError(at: value.offset, "'\(key)' is a figure with at most six decimals")
    }
    return figure
  }

  func object(_ key: String) throws(ResultLineError) -> ObjectReader {
    try ObjectReader(try value(key), "'\(key)'")
  }

  private func elements(_ key: String) throws(ResultLineError) -> [JSONValue] {
    let value = try value(key)
    guard case .array(let elements) = value.content else {
      throw ResultLineError(at: value.offset, "'\(key)' is a list")
    }
    return elements
  }

  func objects(_ key: String) throws(ResultLineError) -> [ObjectReader] {
    var objects: [ObjectReader] = []
    for element in try elements(key) {
      objects.append(try ObjectReader(element, "an element of '\(key)'"))
    }
    return objects
  }

  func strings(_ key: String) throws(ResultLineError) -> [String] {
    var strings: [String] = []
    for element in try elements(key) { strings.append(try ObjectReader.string(element, key)) }
    return strings
  }
}

extension JSONValue {
  var isNull: Bool {
    if case .null = content { true } else { false }
  }

  /// As this program would write it: no white space, figures without trailing zeros.
  var text: String {
    switch content {
    case .object(let members):
      "{" + members.map { JSONText.string($0.key) + ":" + $0.value.text }.joined(separator: ",")
        + "}"
    case .array(let elements): JSONText.array(elements.map(\.text))
    case .string(let text): JSONText.string(text)
    case .number(let text): Figure(decimal: text)?.description ?? text
    case .boolean(let answer): JSONText.boolean(answer)
    case .null: JSONText.null
    }
  }

  /// The scalars below a value, each named by the keys, or ids, that lead to it.
  func addMeasures(named name: String, to measures: inout [ReadResult.Measure]) {
    switch content {
    case .object(let members):
      for member in members where member.key != "id" {
        // What parts of a step are called says enough: their lists need no name.
        if case .array = member.value.content {
          member.value.addMeasures(named: name, to: &measures)
        } else {
          member.value.addMeasures(named: name + "." + member.key, to: &measures)
        }
      }
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        element.addMeasures(named: name + "." + (element.id ?? String(index)), to: &measures)
      }
    default: measures.append(ReadResult.Measure(name: name, value: text))
    }
  }

  private var id: String? {
    guard case .object(let members) = content,
      case .string(let id)? = members.first(where: { $0.key == "id" })?.value.content
    else { return nil }
    return id
  }
}

extension Figure {
  /// A decimal without exponent and with at most six decimals, in the shortest form; nil when the
  /// text is none, or too large.
  init?(decimal text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), var whole = parts.first else { return nil }
    let isNegative = whole.hasPrefix("-")
    if isNegative { whole = whole.dropFirst() }
    let decimals = parts.count == 2 ? parts[1].reversed().drop { $0 == "0" }.reversed() : []
    let digits = String(whole) + String(decimals)
    guard decimals.count <= 6, digits.count <= 18, !whole.isEmpty,
      digits.utf8.allSatisfy({ (48...57).contains($0) }), let units = Int(digits)
    else { return nil }
    self.init(units: isNegative ? -units : units, places: decimals.count)
  }
}
