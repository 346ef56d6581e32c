import ScenarioFiles
import Synchronization

/// Cases that were read already: the records of a school carry the same few, and to read one takes as
/// long as to judge some seconds of massage.
public final class CaseShelf: Sendable {
  /// So many are kept. Records may each carry another.
  static let most = 64

  private let cases = Mutex<[[UInt8]: GivenCase]>([:])

  public init() {}

  /// The case that some bytes hold.
  ///
  /// - Parameter path: names the bytes in messages.
  /// - Throws: ``RecordCaseError`` where they hold none, each time anew: it names the path.
  public func take(bytes: [UInt8], path: String) throws(RecordCaseError) -> GivenCase {
    // What is too big to be one is not even looked for.
    if bytes.count <= ScenarioReader.sizeLimit, let known = cases.withLock({ $0[bytes] }) {
      return known
    }
    let fresh = try GivenCase(bytes: bytes, path: path)
    cases.withLock { cases in
      if cases[bytes] == nil, cases.count >= CaseShelf.most { cases.removeAll() }
      cases[bytes] = fresh
    }
    return fresh
  }

  /// How many are kept.
  var count: Int { cases.withLock { $0.count } }
}
