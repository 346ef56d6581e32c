import Foundation
import Handover

/// Standard output, written at once and in whole pieces.
///
/// A reader that has gone away (`effleurage score ... | head`) ends the program in silence.
struct Output: Sendable {
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
    // Names of files can hold what would forge lines or colours on a terminal.
    var text = lines.map(seen).joined(separator: "\n") + "\n"
    // A closed standard error leaves nobody to tell.
    _ = text.withUTF8 { Output.write($0, to: STDERR_FILENO) }
  }

  /// A line in which every control character is a question mark.
  private static func seen(_ line: String) -> String {
    guard line.unicodeScalars.contains(where: isControl) else { return line }
    var result = ""
    for scalar in line.unicodeScalars {
      result.unicodeScalars.append(isControl(scalar) ? "?" : scalar)
    }
    return result
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0...0x1F, 0x7F...0x9F, 0x2028, 0x2029: true
    default: false
    }
  }
}
