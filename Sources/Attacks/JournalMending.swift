import Records

/// Puts right what in a journal depends on other bytes of it.
enum JournalMending {
  /// Nil when the bytes do not begin as a journal does.
  static func mended(_ bytes: [UInt8]) -> [UInt8]? {
    let start = JournalOpening.start
    guard bytes.starts(with: JournalOpening.signature), bytes.count >= start else { return nil }
    var bytes = bytes
    let said = JournalOpening.measure(opening(of: bytes[..<start]))?.length ?? 0
    let length = min(said, bytes.count - start)
    let body = start + length
    let digits =
      hexadecimal(UInt32(length)) + [UInt8(ascii: " ")]
      + hexadecimal(CheckSum.crc32(bytes[start..<body])) + [UInt8(ascii: "\n")]
    bytes.replaceSubrange(start - digits.count..<start, with: digits)
    var number: UInt32 = 0
    var frame = body
    while frame + JournalFrame.length <= bytes.count {
      let sum = frame + JournalFrame.length - 4
      put(number, at: sum - 4, in: &bytes)
      put(CheckSum.crc32(bytes[frame..<sum]), at: sum, in: &bytes)
      number += 1
      frame += JournalFrame.length
    }
    return bytes
  }

  /// The first bytes with all but the length as it must be.
  private static func opening(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    let length = bytes.dropFirst(JournalOpening.signature.count).prefix(8)
    return JournalOpening.signature + length + Array(" 00000000\n".utf8)
  }

  private static func hexadecimal(_ value: UInt32) -> [UInt8] {
    let digits = String(value, radix: 16)
    return Array((String(repeating: "0", count: 8 - digits.count) + digits).utf8)
  }

  private static func put(_ value: UInt32, at place: Int, in bytes: inout [UInt8]) {
    for index in 0..<4 { bytes[place + index] = UInt8(truncatingIfNeeded: value >> (8 * index)) }
  }
}
