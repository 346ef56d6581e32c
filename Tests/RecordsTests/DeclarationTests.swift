import Testing

@testable import Records

/// Which encoding an XML declaration names, if it is none that reads as UTF-8.
@Suite struct DeclarationTests {
  static let rows: [(text: String, foreign: String?)] = [
    ("<?xml version=\"1.0\"?>", nil),
    ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", nil),
    ("<?xml version='1.0' encoding='utf-8'?>", nil),
    ("<?xml version=\"1.0\" encoding=\"US-ASCII\"?>", nil),
    ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>", "utf-16"),
    ("\u{FEFF}<?xml version='1.0' encoding='latin1'?>", "latin1"),
    ("<?xml encoding \t=\r\n 'UTF-7' ?>", "utf-7"),
    ("<?XML ENCODING=\"KOI8-R\"?>", "koi8-r"),
    ("<?xml encoding=\"\"?>", ""),
    // Neither of these names one; what follows may.
    ("<?xml encoding?>", nil), ("<?xml encoding=?>", nil), ("<?xml encoding=utf-7?>", nil),
    ("<?xml encoding=\"utf-7?>", nil), ("<?xml encoding encoding = 'a'?>", "a"),
    ("<?xml a='encoding' encoding='b'?>", "b"),
    // No declaration.
    ("<ink encoding=\"utf-7\">", nil), ("encoding=\"utf-7\" <?xml?>", nil), (">", nil), ("", nil),
  ]

  @Test(arguments: rows)
  func theEncodingIsFoundHoweverTheBytesArrive(row: (text: String, foreign: String?)) {
    let bytes = Array(row.text.utf8)
    for size in [1, 7, 1_000] {
      var declaration = Declaration()
      var found: String?
      for start in stride(from: 0, to: bytes.count, by: size) {
        let part = bytes[start..<min(start + size, bytes.count)]
        found = part.withUnsafeBufferPointer { declaration.foreignEncoding(in: $0) } ?? found
      }
      #expect(found == row.foreign, "\(row.text) in parts of \(size)")
    }
  }

  /// What ends nowhere is looked at no further than a declaration can reach.
  @Test func aDeclarationWithoutAnEndIsLookedAtForALittle() {
    let start = "<?xml encoding='a'"
    for (blanks, foreign) in [
      (512 - start.utf8.count, String?.none), (513 - start.utf8.count, "a"),
    ] {
      let text = Array(start.utf8) + [UInt8](repeating: UInt8(ascii: " "), count: blanks)
      var declaration = Declaration()
      let found = text.withUnsafeBufferPointer { declaration.foreignEncoding(in: $0) }
      #expect(found == foreign)
    }
  }
}
