import Foundation

/// Asks a window to close, as a window manager does when its button is clicked: a message of the
/// core X11 protocol, spoken here over the display's socket, because xdotool sends it only in its
/// newer versions.
struct CloseRequest {
  private let socket: Int32

  /// - Parameters:
  ///   - window: the number of the window.
  ///   - display: as `:99`.
  static func send(to window: String, on display: String) throws {
    let number = try UInt32(window).orThrow("\(window) is no window")
    let request = try CloseRequest(display: display)
    defer { close(request.socket) }
    try request.send(to: number)
  }

  private init(display: String) throws {
    socket = Foundation.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) {
      $0.copyBytes(from: Array("/tmp/.X11-unix/X\(display.dropFirst())".utf8))
    }
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    let problem = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, size) }
    }
    guard problem == 0 else { throw Desktop.Failure(description: "\(display) takes no client") }
    // The lowest byte first, version 11.0, no authorization.
    try write([0x6C, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    let head = try read(8)
    guard head[0] == 1 else { throw Desktop.Failure(description: "\(display) refuses a client") }
    _ = try read((Int(head[6]) | Int(head[7]) << 8) * 4)
  }

  private func send(to window: UInt32) throws {
    let protocols = try atom("WM_PROTOCOLS")
    let delete = try atom("WM_DELETE_WINDOW")
    let message: [UInt8] =
      [33, 32, 0, 0] + CloseRequest.bytes(window) + CloseRequest.bytes(protocols)
      + CloseRequest.bytes(delete) + [UInt8](repeating: 0, count: 16)
    try write(
      [25, 0, 11, 0] + CloseRequest.bytes(window) + CloseRequest.bytes(0) + message)
    // An answer to a later request tells that the message was sent.
    try write([43, 0, 1, 0])
    guard try read(32)[0] == 1 else {
      throw Desktop.Failure(description: "the window takes no message")
    }
  }

  /// The number of a name.
  private func atom(_ name: String) throws -> UInt32 {
    let padding = (4 - name.utf8.count % 4) % 4
    let words = UInt8(2 + (name.utf8.count + padding) / 4)
    try write(
      [16, 0, words, 0, UInt8(name.utf8.count), 0, 0, 0] + Array(name.utf8)
        + [UInt8](repeating: 0, count: padding))
    let answer = try read(32)
    guard answer[0] == 1 else { throw Desktop.Failure(description: "no atom \(name)") }
    return (0..<4).reduce(0) { $0 | UInt32(answer[8 + $1]) << (8 * UInt32($1)) }
  }

  private static func bytes(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(number >> (8 * UInt32($0)) & 0xFF) }
  }

  private func write(_ bytes: [UInt8]) throws {
    guard Foundation.write(socket, bytes, bytes.count) == bytes.count else {
      throw Desktop.Failure(description: "the display takes no request")
    }
  }

  private func read(_ count: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: max(count, 1))
    while bytes.count < count {
      let length = Foundation.read(socket, &part, count - bytes.count)
      guard length > 0 else { throw Desktop.Failure(description: "the display does not answer") }
      bytes += part[..<length]
    }
    return bytes
  }
}
