import Foundation

/// A display of its own, without a screen, on which a window is driven by real pointer and key
/// events.
final class Desktop {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Whether the tools that make and drive a display are installed.
  static let isAvailable = program("Xvfb") != nil && program("xdotool") != nil

  /// As `:99`.
  let display: String
  private let server: Child
  /// Holds the file in which the server keeps its pixels.
  private let memory: URL

  init() throws {
    memory = FileManager.default.temporaryDirectory.appendingPathComponent(
      "effleurage-display-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: memory, withIntermediateDirectories: true)
    // The server looks for a free display itself and says which, once it takes clients.
    server = try Child(
      Desktop.program("Xvfb").orThrow("Xvfb is not installed"),
      [
        "-displayfd", "1", "-screen", "0", "1920x1200x24", "-nolisten", "tcp", "-fbdir",
        memory.path,
      ],
      isQuiet: true)
    let number = server.read(aLine: true).trimmingCharacters(in: .whitespacesAndNewlines)
    guard !number.isEmpty else { throw Failure(description: "Xvfb gave no display") }
    display = ":" + number
  }

  deinit { try? FileManager.default.removeItem(at: memory) }

  /// What the display shows now.
  func pixels() throws -> DisplayPixels {
    try DisplayPixels(Data(contentsOf: memory.appendingPathComponent("Xvfb_screen0")))
  }

  /// Ends the server under everything that is shown on it.
  func die() { kill(server.id, SIGKILL) }

  /// Stops the server: it keeps its connections and answers nobody.
  func freeze() { kill(server.id, SIGSTOP) }

  /// Runs xdotool to its end and gives what it printed.
  @discardableResult
  func tool(_ arguments: [String]) throws -> String {
    let tool = try Child(
      Desktop.program("xdotool").orThrow("xdotool is not installed"), arguments,
      ["DISPLAY": display])
    let text = tool.read()
    tool.wait()
    return text
  }

  private static func program(_ name: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return path.split(separator: ":").map { "\($0)/\(name)" }
      .first(where: FileManager.default.isExecutableFile)
  }
}

/// The pixels of a display, from a file in the X window dump format: numbers of 32 bits, the highest
/// byte first, then colours of 12 bytes, then rows.
struct DisplayPixels {
  private let data: Data
  private let start: Int
  private let bytesPerLine: Int

  init(_ data: Data) throws {
    func number(_ index: Int) -> Int {
      data[data.startIndex + index * 4..<data.startIndex + index * 4 + 4].reduce(0) {
        $0 << 8 | Int($1)
      }
    }
    guard data.count > 100, number(11) == 32 else {
      throw Desktop.Failure(description: "no dump of a display of 32 bits a pixel")
    }
    self.data = data
    start = number(0) + number(19) * 12
    bytesPerLine = number(12)
  }

  /// Red, green and blue, whatever their order.
  func colour(x: Int, y: Int) -> [UInt8] {
    let offset = data.startIndex + start + y * bytesPerLine + x * 4
    guard x >= 0, y >= 0, x * 4 < bytesPerLine, offset + 4 <= data.endIndex else { return [] }
    // The fourth byte says nothing, at whichever end it is.
    return data[offset..<offset + 4].map { $0 }
  }
}

extension Optional {
  func orThrow(_ what: String) throws -> Wrapped {
    guard let self else { throw Desktop.Failure(description: what) }
    return self
  }
}

/// Waits until something can be observed; gives up after two minutes, which no machine needs.
@discardableResult
func eventually<T>(_ what: String, _ look: () throws -> T?) async throws -> T {
  let end = ContinuousClock.now + .seconds(120)
  while ContinuousClock.now < end {
    if let found = try look() { return found }
    try await Task.sleep(for: .milliseconds(20))
  }
  throw Desktop.Failure(description: "never seen: \(what)")
}
