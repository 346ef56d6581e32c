import Digests
import Foundation

/// Where a learning record store takes statements: https, or http on this machine only.
public struct StoreAddress: Hashable, Sendable, CustomStringConvertible {
  /// Why an address is not taken, as the end of a sentence about it.
  public struct Refusal: Error, Hashable, Sendable {
    public var words: String
  }

  /// Of the statements resource, as in `https://lrs.example/xAPI/statements`.
  public let description: String

  /// Eight hexadecimal digits that tell this address from others in names of files.
  public var mark: String {
    String(SHA256.text(of: Array(description.utf8)).prefix(8))
  }

  /// - Parameter text: the address of the store, up to its `statements` or with it; the path `/xAPI`
  ///   where it has none.
  public init(_ text: String) throws(Refusal) {
    guard text.unicodeScalars.allSatisfy({ $0.isASCII && $0.value > 0x20 && $0.value < 0x7F }),
      let parts = URLComponents(string: text, encodingInvalidCharacters: false),
      let scheme = parts.scheme?.lowercased()
    else { throw Refusal(words: "is no address, as https://lrs.example/xAPI is one") }
    guard scheme == "https" || scheme == "http" else {
      throw Refusal(words: "is neither https nor http")
    }
    guard parts.user == nil, parts.password == nil, !text.contains("@") else {
      throw Refusal(
        words: "names a user; credentials come from \(StoreCredentials.userVariable) and "
          + StoreCredentials.passwordVariable)
    }
    // As it is written: "%40" in a host is an "@" to some readers of addresses and not to others.
    guard var host = parts.encodedHost?.lowercased(), !host.isEmpty else {
      throw Refusal(words: "names no host")
    }
    if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
    guard host.utf8.allSatisfy(StoreAddress.isOfHosts) else {
      throw Refusal(words: "names a host with other signs than letters, digits, dots and hyphens")
    }
    guard parts.query == nil, parts.fragment == nil else {
      throw Refusal(words: "has a query or a fragment; an address ends with its path")
    }
    if let port = parts.port, !(1...65_535).contains(port) {
      throw Refusal(words: "has a port outside 1 to 65535")
    }
    guard scheme == "https" || StoreAddress.isLoopback(host) else {
      throw Refusal(
        words: "is http to another machine, where anybody on the way could read credentials and "
          + "results; use https")
    }
    let usual = scheme == "https" ? 443 : 80
    let port = parts.port.flatMap { $0 == usual ? nil : ":\($0)" } ?? ""
    var path = parts.percentEncodedPath
    while path.hasSuffix("/") { path.removeLast() }
    if path.isEmpty { path = "/xAPI" }
    if !path.hasSuffix("/statements") { path += "/statements" }
    let shown = host.contains(":") ? "[\(host)]" : host
    description = "\(scheme)://\(shown)\(port)\(path)"
  }

  /// Whether names of hosts in small letters, and addresses of machines, have this character.
  private static func isOfHosts(_ character: UInt8) -> Bool {
    switch character {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// Whether a host is this machine by its very name: 127.0.0.0/8, ::1, localhost.
  static func isLoopback(_ host: String) -> Bool {
    if host == "localhost" { return true }
    var four = in_addr()
    if inet_pton(AF_INET, host, &four) == 1 { return UInt32(bigEndian: four.s_addr) >> 24 == 127 }
    var six = in6_addr()
    guard inet_pton(AF_INET6, host, &six) == 1 else { return false }
    let bytes = withUnsafeBytes(of: six) { Array($0) }
    return bytes == Array(repeating: 0, count: 15) + [1]
  }
}
