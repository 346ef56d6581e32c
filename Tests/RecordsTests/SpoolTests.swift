import Foundation
import Testing

@testable import Records

/// Bytes that wait come back as they were, whether they fitted into memory or not.
@Suite struct SpoolTests {
  private func bytes(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0) } }

  private func drained(_ spool: Spool) throws -> [UInt8] {
    var all: [UInt8] = []
    try spool.drain { all += $0 }
    return all
  }

  @Test(arguments: [0, 1, 65_537, Spool.memory - 1, Spool.memory, Spool.memory * 2 + 70_001])
  func whatGoesInComesOut(count: Int) throws {
    let spool = Spool(folder: NSTemporaryDirectory())
    let all = bytes(count)
    var start = 0
    while start < count {
      let end = min(count, start + 300_007)
      try spool.write(Array(all[start..<end]))
      start = end
    }
    #expect(try drained(spool) == all)
    // Asking again, and going on writing, changes nothing of what was there.
    try spool.write([7, 8, 9])
    #expect(try drained(spool) == all + [7, 8, 9])
  }

  @Test func pieceByPieceThereIsNothingAfterTheEnd() throws {
    let spool = Spool(folder: NSTemporaryDirectory())
    try spool.write(bytes(Spool.memory + 5))
    var offset = 0
    while true {
      let piece = try spool.piece(from: offset)
      if piece.isEmpty { break }
      #expect(piece.first == UInt8(truncatingIfNeeded: offset))
      offset += piece.count
    }
    #expect(offset == Spool.memory + 5)
  }

  @Test func aFolderThatIsNotThereIsAFailureOnceMemoryIsFull() throws {
    let spool = Spool(folder: "/nonexistent/folder")
    try spool.write(bytes(10))
    #expect(throws: RecordError.self) { try spool.write(bytes(Spool.memory)) }
  }
}
