import Foundation
import Records
import ScenarioFiles
import Scenarios

/// The cases on which events are thrown at the fold: those of the records whose judgement is
/// written down, which never change.
enum FoldCases {
  /// A record of each case; what an input means depends on this order.
  static let records = [
    "abandoned", "bad-circles", "bad-lifts", "bad-presses", "calls-for-a-referral", "chance-01",
    "expert-calls", "prescribed-kidneys",
  ]

  struct Missing: Error, CustomStringConvertible {
    var description: String
  }

  static func path(_ record: String, root: String) -> String {
    "\(root)/Tests/Fixtures/corpus/own/\(record).inkml"
  }

  static func read(root: String) throws -> [Scenario] {
    try records.map { record in
      let bytes = try bytes(of: record, root: root)
      guard let scenario = ScenarioReader.read(bytes: bytes).0 else {
        throw Missing(description: "\(record).inkml holds no case that can be read")
      }
      return scenario
    }
  }

  static func bytes(of record: String, root: String) throws -> [UInt8] {
    try RecordReader().read(.file(path(record, root: root)), into: { $0.scenario ?? [] }) { _, _ in
    }
  }
}
