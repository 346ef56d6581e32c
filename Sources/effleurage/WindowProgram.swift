import Foundation
import Handover

/// `effleurage-window`, which has the window and draws pictures; it stands beside this program.
enum WindowProgram {
  private static let program = SiblingProgram(
    name: "effleurage-window", purpose: "opens the window",
    withoutIt: "scoring, checking and demonstrations need no window",
    remedy: """
      Install SDL2 and Pango (Scripts/setup does); scoring, checking and demonstrations need neither
      """)

  /// Becomes the window program with these arguments; returns only by throwing.
  ///
  /// - Throws: ``Failure`` 69 when it is missing or cannot start.
  static func start(_ arguments: [String]) throws -> Never {
    let path = try program.path()
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
    words.append(nil)
    execv(path, words)
    throw Failure(
      .unavailable, "\(path) does not start: \(String(cString: strerror(errno)))")
  }
}
