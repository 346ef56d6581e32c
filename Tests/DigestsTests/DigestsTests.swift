import Digests
import Testing

@Suite struct DigestsTests {
  /// Examples of FIPS 180-4 and RFC 3174, and of NIST's test vectors.
  @Test(arguments: [
    (
      "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "da39a3ee5e6b4b0d3255bfef95601890afd80709"
    ),
    (
      "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      "a9993e364706816aba3e25717850c26c9cd0d89d"
    ),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
      "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
    ),
  ])
  func digestsOfTheStandardsExamples(text: String, sha256: String, sha1: String) {
    #expect(SHA256.text(of: Array(text.utf8)) == sha256)
    #expect(Hexadecimal.text(SHA256.digest(of: Array(text.utf8))) == sha256)
    #expect(Hexadecimal.text(SHA1.digest(of: Array(text.utf8))) == sha1)
  }

  /// Whatever pieces the bytes come in, at both sides of a block's 64 bytes.
  @Test func piecesMakeOneDigest() {
    let bytes = (0..<200).map { UInt8($0 * 7 % 251) }
    for length in [0, 1, 55, 56, 63, 64, 65, 127, 128, 129, 200] {
      let whole = SHA256.text(of: Array(bytes[..<length]))
      for size in [1, 3, 63, 64, 65] {
        var hash = SHA256()
        for start in stride(from: 0, to: length, by: size) {
          bytes[start..<min(start + size, length)].withUnsafeBytes { hash.update($0) }
        }
        #expect(hash.text() == whole, "\(length) bytes, \(size) at a time")
        // Asked twice it says the same.
        #expect(hash.text() == whole)
      }
    }
    var hash = SHA256()
    "ab".utf8.withContiguousStorageIfAvailable { hash.update(UnsafeRawBufferPointer($0)) }
    _ = hash.digest()
    "c".utf8.withContiguousStorageIfAvailable { hash.update(UnsafeRawBufferPointer($0)) }
    #expect(hash.text() == SHA256.text(of: Array("abc".utf8)))
  }

  /// A million times "a" (FIPS 180-4's third example).
  @Test func aMillionBytesHaveTheirDigest() {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    #expect(
      SHA256.text(of: bytes)
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    #expect(
      Hexadecimal.text(SHA1.digest(of: bytes)) == "34aa973cd4c4daa4f61eeb2bdbad27316534016f")
  }
}
