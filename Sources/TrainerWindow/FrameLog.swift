import Foundation

/// One row of the frame log.
struct FrameRow {
  /// Microseconds since the program started.
  var start: Int
  /// Microseconds of drawing, and of bringing the frame to the screen.
  var draw: Int
  var present: Int
  /// Arrivals since the frame before.
  var events: Int
  /// Microseconds from the newest arrival to the end of the frame; nil without any.
  var newestAge: Int?
  /// What the frame shows: the screen, or the question on it.
  var screen: String
  /// Hands that were down.
  var hands: Int
}

/// Writes one CSV row per frame, so that anyone can check how the window runs.
///
/// Columns: `start_ms` since the program started, `draw_ms`, `present_ms`, `events` that arrived
/// since the frame before, `newest_event_age_ms` when the frame stood on the screen (empty without
/// events), `screen` that the frame shows (library, patient, preparation, practice, demonstration,
/// debrief, settings, lifeSize, trainees, about, history, replay, or question over any of them), `hands` that
/// were down. Milliseconds have three decimals. A row is in the file when its frame is done.
final class FrameLog {
  static let header = "start_ms,draw_ms,present_ms,events,newest_event_age_ms,screen,hands\n"

  private let file: FileHandle

  /// - Throws: `FrameLogError` when the file cannot be made.
  init(path: String) throws(FrameLogError) {
    guard FileManager.default.createFile(atPath: path, contents: Data(FrameLog.header.utf8)),
      let file = FileHandle(forWritingAtPath: path)
    else { throw FrameLogError(path: path) }
    self.file = file
    _ = try? file.seekToEnd()
  }

  /// A full disk ends the log, never the practice.
  func add(_ row: FrameRow) {
    try? file.write(contentsOf: Data(FrameLog.text(row).utf8))
  }

  static func text(_ row: FrameRow) -> String {
    let age = row.newestAge.map(milliseconds) ?? ""
    return [
      milliseconds(row.start), milliseconds(row.draw), milliseconds(row.present),
      String(row.events), age, row.screen, String(row.hands),
    ].joined(separator: ",") + "\n"
  }

  private static func milliseconds(_ microseconds: Int) -> String {
    let rest = String(abs(microseconds) % 1000)
    return (microseconds < 0 ? "-" : "") + String(abs(microseconds) / 1000) + "."
      + String(repeating: "0", count: 3 - rest.count) + rest
  }
}

/// The frame log cannot be made.
public struct FrameLogError: Error, Sendable, CustomStringConvertible {
  public var path: String

  public var description: String {
    "\(path) cannot be made for the frame log. Choose a file in a folder that may be written to."
  }
}
