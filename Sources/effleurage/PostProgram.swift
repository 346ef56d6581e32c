import Foundation
import Handover

/// `effleurage-post`, which speaks to learning record stores; it stands beside this program and
/// answers a line with a line.
final class PostProgram {
  private static let program = SiblingProgram(
    name: "effleurage-post", purpose: "sends statements",
    withoutIt: "without --post statements are written to standard output",
    remedy: "Install libcurl 4; everything but --post works without it")

  /// Seconds that it may take over the time in which an answer is due.
  private static let grace = 10.0

  private let process = Process()
  private let requests = Pipe()
  private let replies = Pipe()
  private var text: [UInt8] = []

  /// - Throws: ``Failure`` 69 when it is missing or cannot start.
  init() throws(Failure) {
    let path = try PostProgram.program.path()
    process.executableURL = URL(filePath: path)
    process.standardInput = requests
    process.standardOutput = replies
    do { try process.run() } catch {
      throw Failure(.unavailable, "\(path) does not start: \(error.localizedDescription)")
    }
  }

  deinit {
    try? requests.fileHandleForWriting.close()
    if process.isRunning { process.terminate() }
  }

  /// Asks a store; whatever goes wrong is an answer, too.
  func exchange(_ request: StoreRequest) -> StoreReply {
    guard var words = try? JSONEncoder().encode(request) else {
      return PostProgram.failure("a request could not be written")
    }
    words.append(UInt8(ascii: "\n"))
    guard (try? requests.fileHandleForWriting.write(contentsOf: words)) != nil,
      let answer = line(within: request.timeout + PostProgram.grace)
    else { return PostProgram.failure("\(PostProgram.program.name) ended or does not answer") }
    guard let reply = try? JSONDecoder().decode(StoreReply.self, from: Data(answer)) else {
      return PostProgram.failure("\(PostProgram.program.name) answers what is no answer")
    }
    return reply
  }

  private static func failure(_ words: String) -> StoreReply {
    .failure(StoreFailure(.helper, words: words))
  }

  /// The next line; nil when there is none in time.
  private func line(within seconds: Double) -> [UInt8]? {
    let end = ContinuousClock.now + .seconds(seconds)
    let descriptor = replies.fileHandleForReading.fileDescriptor
    var piece = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      if let stop = text.firstIndex(of: UInt8(ascii: "\n")) {
        defer { text.removeSubrange(...stop) }
        return Array(text[..<stop])
      }
      let left = (end - .now) / .seconds(1)
      guard left > 0 else { return nil }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, Int32(min(left, 3_600) * 1_000) + 1)
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { return nil }
      let count = read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      text += piece[..<count]
    }
  }
}
