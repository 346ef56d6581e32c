/// Looks at the encoding that an XML declaration names: another than UTF-8 could hide from the
/// checks of bytes what the parser then reads.
struct Declaration {
  private var text: [UInt8] = []
  private var isOver = false

  /// Bytes in which a declaration must end.
  private static let longest = 512

  /// What is wrong with a declaration: it names an encoding that is neither UTF-8 nor a part of it, or
  /// does not end, so that nobody can know what it names.
  mutating func fault(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard !isOver else { return nil }
    for byte in bytes {
      text.append(byte)
      if byte == UInt8(ascii: ">") || text.count > Declaration.longest {
        isOver = true
        break
      }
    }
    guard isOver else { return nil }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let isMarked = text.starts(with: mark)
    let small = text.dropFirst(isMarked ? mark.count : 0).map {
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 32 : $0
    }
    if text.count > Declaration.longest {
      guard small.starts(with: "<?xml".utf8) else { return nil }
      return "the XML declaration is longer than \(Declaration.longest) bytes"
    }
    guard let name = Declaration.encoding(named: small[...]),
      !["utf-8", "utf8", "us-ascii", "ascii"].contains(name)
    else { return nil }
    return "the file says it is in \(name); records are in UTF-8"
  }

  /// What `encoding = "NAME"` names. By hand: a regular expression is built anew in
  /// every process, which costs as much as a second of an attempt.
  ///
  /// - Parameter text: in small letters.
  private static func encoding(named text: ArraySlice<UInt8>) -> String? {
    guard var rest = after(Array("<?xml".utf8), in: text) else { return nil }
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
