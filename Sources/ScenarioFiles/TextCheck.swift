/// What must hold of a file's bytes before anything looks for YAML in them.
enum TextCheck {
  /// The bytes without a leading byte order mark.
  ///
  /// - Throws: a located ``Refusal`` for files that are too big, empty, or not UTF-8 text.
  static func text(_ bytes: [UInt8]) throws(Refusal) -> [UInt8] {
    let limit = ScenarioReader.sizeLimit
    if bytes.count > limit {
      throw Refusal(.start, "the file is too big, allowed are at most \(limit) bytes")
    }
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
      throw Refusal(.start, "the file is written in UTF-16 or UTF-32, allowed is UTF-8")
    }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    if text.allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) }) {
      throw Refusal(.start, "the file is empty, expected a scenario")
    }
    try checkScalars(text)
    return text
  }

  private static func checkScalars(_ bytes: [UInt8]) throws(Refusal) {
    var place = Place.start
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte == 0x0A || (byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A))
        {
          place = Place(line: place.line + 1, column: 1)
        } else if byte == 0x0D {
          // The line feed that follows ends the line.
        } else if byte == 0x09 || (0x20...0x7E).contains(byte) {
          place.column += 1
        } else {
          throw Refusal(
            place, "found the control character \(hex(UInt32(byte))), allowed is UTF-8 text")
        }
        index += 1
        continue
      }
      guard let (value, length) = scalar(bytes, at: index) else {
        throw Refusal(
          place,
          "found the byte 0x\(digits(UInt32(byte), 2)), which is not UTF-8; "
            + "save the file as UTF-8")
      }
      if isRefused(value) {
        throw Refusal(
          place,
          "found the character \(hex(value)), which YAML readers do not agree on; "
            + "leave it out")
      }
      place.column += 1
      index += length
    }
  }

  /// Control characters, line separators that only some readers take for line ends, byte order
  /// marks inside the text, and noncharacters.
  private static func isRefused(_ value: UInt32) -> Bool {
    switch value {
    case 0x80...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// The scalar that begins at `index` and its length in bytes; nil where the bytes are no UTF-8.
  private static func scalar(_ bytes: [UInt8], at index: Int) -> (UInt32, Int)? {
    let lead = bytes[index]
    let length: Int
    var value: UInt32
    let smallest: UInt32
    switch lead {
    case 0xC2...0xDF: (length, value, smallest) = (2, UInt32(lead & 0x1F), 0x80)
    case 0xE0...0xEF: (length, value, smallest) = (3, UInt32(lead & 0x0F), 0x800)
    case 0xF0...0xF4: (length, value, smallest) = (4, UInt32(lead & 0x07), 0x10000)
    default: return nil
    }
    guard index + length <= bytes.count else { return nil }
    for offset in 1..<length {
      let byte = bytes[index + offset]
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard value >= smallest, value <= 0x10FFFF, !(0xD800...0xDFFF).contains(value) else {
      return nil
    }
    return (value, length)
  }

  private static func hex(_ value: UInt32) -> String { "U+" + digits(value, 4) }

  private static func digits(_ value: UInt32, _ width: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
