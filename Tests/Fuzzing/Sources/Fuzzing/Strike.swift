public import Attacks
import Foundation

/// What the search calls with every input.
public enum Strike {
  /// The project's folder, from where this file was compiled.
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  private static let attacker: Attacker = {
    do { return try Attacker(root: root) } catch { stop("\(error)") }
  }()

  /// Before the first input: writes the seeds and ends, if the environment says where to.
  public static func begin(_ attack: Attack) {
    guard let folder = ProcessInfo.processInfo.environment["SEEDS"] else { return }
    do {
      for (name, bytes) in try Seeds(root: root).of(attack) {
        try Data(bytes).write(to: URL(filePath: folder).appending(path: name))
      }
    } catch {
      stop("\(error)")
    }
    exit(0)
  }

  public static func take(
    _ attack: Attack, _ data: UnsafePointer<UInt8>?, _ count: UInt
  ) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: data, count: Int(count)))
    do { try attacker.strike(attack, bytes) } catch { stop("a promise is broken: \(error)") }
    return 0
  }

  /// The search takes this for a crash, keeps the input and ends.
  private static func stop(_ words: String) -> Never {
    FileHandle.standardError.write(Data((words + "\n").utf8))
    abort()
  }
}
