import Foundation
import Handover

/// Standard output, written at once and in whole pieces.
///
/// A reader that has gone away (`effleurage score ... | head`) ends the program in silence.
struct Output: Sendable {
  init() {
    // Writing to a closed pipe is then an error of `write` instead of a signal.
    signal(SIGPIPE, SIG_IGN)
  }

  func write(_ text: String) {
    Interrupt.whileWriting {
      var text = text
      let failed = text.withUTF8 { Output.write($0, to: STDOUT_FILENO) }
      switch failed {
      case nil: break
      case EPIPE: exit(0)
      case .some(let number):
        Failure(.inputOutput, "writing the output failed: \(String(cString: strerror(number)))")
          .report()
        exit(Failure.Code.inputOutput.rawValue)
      }
    }
  }

  /// Writes all bytes; the error's number when that fails.
  static func write(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) -> Int32? {
    var rest = UnsafeRawBufferPointer(bytes)
    while !rest.isEmpty {
      let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
      if count >= 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      } else if errno != EINTR && errno != EAGAIN {
        return errno
      }
    }
    return nil
  }
}

/// Standard error: words, never results.
enum Diagnostics {
  static func write(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    Progress.clear()
    var text = lines.joined(separator: "\n") + "\n"
    // A closed standard error leaves nobody to tell.
    _ = text.withUTF8 { Output.write($0, to: STDERR_FILENO) }
  }
}
