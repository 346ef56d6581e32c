import Handover
import Synchronization

/// Cases that were read already: the records of a school carry the same few, and to read one takes as
/// long as to judge some seconds of massage.
final class CaseShelf: Sendable {
  /// So many are kept. Cases may be large, and records may each carry another.
  static let most = 16

  private let cases = Mutex<[[UInt8]: GivenCase]>([:])

  /// The case that some bytes hold.
  ///
  /// - Parameter path: names the bytes in messages.
  /// - Throws: ``RecordCaseError`` where they hold none, each time anew: it names the path.
  func take(bytes: [UInt8], path: String) throws(RecordCaseError) -> GivenCase {
    if let known = cases.withLock({ $0[bytes] }) { return known }
    let fresh = try GivenCase(bytes: bytes, path: path)
    cases.withLock { cases in
      if cases.count >= CaseShelf.most { cases.removeAll() }
      cases[bytes] = fresh
    }
    return fresh
  }

  var count: Int { cases.withLock { $0.count } }
}
