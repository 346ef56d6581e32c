/// A JSON value with the place where it stood.
struct JSONValue: Sendable {
  indirect enum Content: Sendable {
    case object([Member])
    case array([JSONValue])
    case string(String)
    /// As it was written.
    case number(String)
    case boolean(Bool)
    case null
  }

  struct Member: Sendable {
    var key: String
    var value: JSONValue
  }

  var content: Content
  /// Bytes before it.
  var offset: Int
}

/// What is wrong with a line, and where in it.
public struct ResultLineError: Error, Hashable, Sendable {
  /// From 1, in bytes.
  public var column: Int
  /// In words, without the place.
  public var message: String

  init(at offset: Int, _ message: String) {
    column = offset + 1
    self.message = message
  }
}

/// Reads JSON (RFC 8259) of limited depth, so that no input overflows the stack, and tells where
/// each value stood. Foundation's reader tells neither the place of a value nor how a number was
/// written.
struct JSONReader {
  /// Results are five deep.
  static let depth = 32

  private let bytes: [UInt8]
  private var place = 0

  /// - Throws: ``ResultLineError`` when the bytes are not one value and blanks.
  static func read(_ bytes: [UInt8]) throws(ResultLineError) -> JSONValue {
    var reader = JSONReader(bytes)
    reader.skipBlanks()
    let value = try reader.value(depth: 0)
    reader.skipBlanks()
    guard reader.place == bytes.count else {
      throw ResultLineError(at: reader.place, "something follows the value")
    }
    return value
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      place += 1
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    place += 1
    return true
  }

  private func wrong(_ expected: String) -> ResultLineError {
    ResultLineError(
      at: place, place < bytes.count ? "\(expected) was expected" : "the line ends too early")
  }

  private mutating func value(depth: Int) throws(ResultLineError) -> JSONValue {
    guard depth < JSONReader.depth else {
      throw ResultLineError(at: place, "deeper than \(JSONReader.depth)")
    }
    let offset = place
    let content: JSONValue.Content
    switch next {
    case UInt8(ascii: "{"): content = .object(try members(depth: depth))
    case UInt8(ascii: "["): content = .array(try elements(depth: depth))
    case UInt8(ascii: "\""): content = .string(try string())
    case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
      content = .number(try number())
    case UInt8(ascii: "t"): content = try word("true", .boolean(true))
    case UInt8(ascii: "f"): content = try word("false", .boolean(false))
    case UInt8(ascii: "n"): content = try word("null", .null)
    default: throw wrong("a JSON value")
    }
    return JSONValue(content: content, offset: offset)
  }

  private mutating func word(
    _ word: String, _ content: JSONValue.Content
  ) throws(ResultLineError) -> JSONValue.Content {
    guard bytes[place...].starts(with: word.utf8) else { throw wrong("a JSON value") }
    place += word.utf8.count
    return content
  }

  private mutating func members(depth: Int) throws(ResultLineError) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    place += 1
    skipBlanks()
    if take("}") { return members }
    while true {
      guard next == UInt8(ascii: "\"") else { throw wrong("a key") }
      let offset = place
      let key = try string()
      guard !members.contains(where: { $0.key == key }) else {
        throw ResultLineError(at: offset, "the key \"\(key)\" a second time")
      }
      skipBlanks()
      guard take(":") else { throw wrong("':'") }
      skipBlanks()
      members.append(JSONValue.Member(key: key, value: try value(depth: depth + 1)))
      skipBlanks()
      if take("}") { return members }
      guard take(",") else { throw wrong("',' or '}'") }
      // An object of so many keys is none of ours, and would take long to search.
      guard members.count < 1_000 else { throw wrong("an end after 1000 keys") }
      skipBlanks()
    }
  }

  private mutating func elements(depth: Int) throws(ResultLineError) -> [JSONValue] {
    var elements: [JSONValue] = []
    place += 1
    skipBlanks()
    if take("]") { return elements }
    while true {
      elements.append(try value(depth: depth + 1))
      skipBlanks()
      if take("]") { return elements }
      guard take(",") else { throw wrong("',' or ']'") }
      skipBlanks()
    }
  }

  private mutating func digits() throws(ResultLineError) {
    guard let byte = next, (48...57).contains(byte) else { throw wrong("a digit") }
    while let byte = next, (48...57).contains(byte) { place += 1 }
  }

  private mutating func number() throws(ResultLineError) -> String {
    let start = place
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func string() throws(ResultLineError) -> String {
    let start = place
    place += 1
    var text: [UInt8] = []
    while true {
      guard let byte = next else { throw wrong("'\"'") }
      switch byte {
      case UInt8(ascii: "\""):
        place += 1
        guard let string = String(validating: text, as: UTF8.self) else {
          throw ResultLineError(at: start, "the text is not UTF-8")
        }
        return string
      case UInt8(ascii: "\\"):
        place += 1
        text += String(try escaped()).utf8
      case 0..<0x20: throw wrong("no control character")
      default:
        text.append(byte)
        place += 1
      }
    }
  }

  /// What stands after a backslash.
  private mutating func escaped() throws(ResultLineError) -> Character {
    let simple: KeyValuePairs<Unicode.Scalar, Character> = [
      "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t",
    ]
    for (letter, meaning) in simple where take(letter) { return meaning }
    let start = place
    guard take("u") else { throw wrong("an escape") }
    var value = try unit()
    if (0xD800..<0xDC00).contains(value), take("\\") {
      guard take("u") else { throw wrong("the second half of a character") }
      let low = try unit()
      guard (0xDC00..<0xE000).contains(low) else {
        throw ResultLineError(at: start, "half a character")
      }
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw ResultLineError(at: start, "half a character")
    }
    return Character(scalar)
  }

  private mutating func unit() throws(ResultLineError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 128
      else { throw wrong("four hexadecimal digits") }
      value = value << 4 | UInt32(digit)
      place += 1
    }
    return value
  }
}
