import CNettle

/// SHA-256 (FIPS 180-4, section 6.2) of bytes that come in pieces.
public struct SHA256: Sendable {
  private var context = sha256_ctx()

  /// Of a digest, in bytes.
  public static let count = 32

  public init() { nettle_sha256_init(&context) }

  /// Takes the next bytes.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    nettle_sha256_update(&context, bytes.count, start.assumingMemoryBound(to: UInt8.self))
  }

  /// The digest of all bytes so far, in 32 bytes; more may follow.
  public func digest() -> [UInt8] {
    var ended = context
    return [UInt8](unsafeUninitializedCapacity: SHA256.count) { buffer, count in
      nettle_sha256_digest(&ended, SHA256.count, buffer.baseAddress)
      count = SHA256.count
    }
  }

  /// The digest of all bytes so far, in 64 lower-case hexadecimal digits.
  public func text() -> String { Hexadecimal.text(digest()) }

  /// The digest of some bytes, in 32 bytes.
  public static func digest(of bytes: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update($0) }
    return hash.digest()
  }

  /// The digest of some bytes, in 64 lower-case hexadecimal digits.
  public static func text(of bytes: [UInt8]) -> String { Hexadecimal.text(digest(of: bytes)) }
}
