/// Looks at the encoding that an XML declaration names: another than UTF-8 could hide from the
/// checks of bytes what the parser then reads.
struct Declaration {
  private var text: [UInt8] = []
  private var isOver = false

  /// The name of an encoding that is neither UTF-8 nor a part of it.
  mutating func foreignEncoding(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard !isOver else { return nil }
    for byte in bytes {
      text.append(byte)
      if byte == UInt8(ascii: ">") || text.count > 512 {
        isOver = true
        break
      }
    }
    guard isOver else { return nil }
    guard let name = Declaration.encoding(named: text[...]) else { return nil }
    return ["utf-8", "utf8", "us-ascii", "ascii"].contains(name) ? nil : name
  }

  /// What `encoding = "NAME"` names in small letters. By hand: a regular expression is built anew in
  /// every process, which costs as much as a second of an attempt.
  private static func encoding(named text: ArraySlice<UInt8>) -> String? {
    let small = text.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 32 : $0 }
    guard var rest = after(Array("<?xml".utf8), in: small[...]) else { return nil }
    while let found = after(Array("encoding".utf8), in: rest) {
      rest = found
      let value = found.drop(while: isBlank)
      guard value.first == UInt8(ascii: "=") else { continue }
      let quoted = value.dropFirst().drop(while: isBlank)
      guard let opening = quoted.first, isQuote(opening) else { continue }
      let name = quoted.dropFirst().prefix { !isQuote($0) }
      if name.endIndex < quoted.endIndex { return String(decoding: name, as: UTF8.self) }
    }
    return nil
  }

  /// What stands behind the first place of some words.
  private static func after(_ words: [UInt8], in text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var rest = text
    while rest.count >= words.count {
      if rest.starts(with: words) { return rest.dropFirst(words.count) }
      rest = rest.dropFirst()
    }
    return nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (9...13).contains(byte)
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }
}
