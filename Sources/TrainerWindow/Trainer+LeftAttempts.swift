import Foundation
import Scenes
import Sessions

/// Attempts that a stopped program left.
extension Trainer {
  func leftAttempt(_ left: LeftAttempt.Summary) -> Dialog {
    let name = left.trainee.flatMap { id in session.trainees.first { $0.id == id }?.name ?? id }
    return .leftAttempt(
      title: left.title, trainee: name, start: Trainer.localTime(left.start),
      time: Trainer.minutes(left.time), hasEnded: left.hasEnded, isExam: left.isExam)
  }

  /// Date and time of the wall clock here; as it is written where it cannot be understood.
  ///
  /// - Parameter start: ISO 8601 in UTC.
  nonisolated static func localTime(_ start: String, in zone: TimeZone = .current) -> String {
    guard let date = try? Date(start, strategy: .iso8601) else { return start }
    return date.formatted(
      Date.ISO8601FormatStyle(
        dateTimeSeparator: .space, includingFractionalSeconds: false, timeZone: zone
      ).year().month().day().time(includingFractionalSeconds: false))
  }

  /// As in `4:05`.
  private nonisolated static func minutes(_ time: Int) -> String {
    let seconds = time / 1_000_000
    let rest = seconds % 60
    return "\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"
  }
}
