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
        found = part.withUnsafeBufferPointer { declaration.fault(in: $0) } ?? found
      }
      let expected = row.foreign.map { "the file says it is in \($0); records are in UTF-8" }
      #expect(found == expected, "\(row.text) in parts of \(size)")
    }
  }

  /// Behind many blanks an encoding could hide from the checks what the parser then reads.
  @Test(arguments: [
    ("<?xml", " ", "?>", 512, String?.none),
    ("<?xml", " ", "?>", 513, "the XML declaration is longer than 512 bytes"),
    (
      "\u{FEFF}<?XML version='1.0'", " ", " encoding='utf-7'?>", 900,
      "the XML declaration is longer than 512 bytes"
    ),
    ("<?xml version='1.0'", "\n", "", 513, "the XML declaration is longer than 512 bytes"),
    ("<ink a='", "b", "'>", 900, nil),
  ])
  func aDeclarationEndsWithinItsLimit(
    start: String, filling: String, end: String, length: Int, fault: String?
  ) {
    let least = start.utf8.count + end.utf8.count
    let text = start + String(repeating: filling, count: length - least) + end
    #expect(text.utf8.count == length)
    for size in [1, 100, 1_000] {
      var declaration = Declaration()
      var found: String?
      let bytes = Array(text.utf8)
      for first in stride(from: 0, to: bytes.count, by: size) where found == nil {
        let part = bytes[first..<min(first + size, bytes.count)]
        found = part.withUnsafeBufferPointer { declaration.fault(in: $0) }
      }
      #expect(found == fault)
    }
  }
}
