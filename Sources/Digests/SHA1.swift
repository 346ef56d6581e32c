import CNettle

/// SHA-1 (FIPS 180-4, section 6.1), for identifiers that are defined by it: it protects nothing.
public enum SHA1 {
  /// Of a digest, in bytes.
  public static let count = 20

  /// The digest of some bytes, in 20 bytes.
  public static func digest(of bytes: [UInt8]) -> [UInt8] {
    var context = sha1_ctx()
    nettle_sha1_init(&context)
    bytes.withUnsafeBufferPointer {
      if let start = $0.baseAddress { nettle_sha1_update(&context, $0.count, start) }
    }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
      nettle_sha1_digest(&context, count, buffer.baseAddress)
      written = count
    }
  }
}
