import Foundation
import Testing

#if os(Linux)
  /// Long records are scored as a stream: in a memory that could not hold them.
  @Suite struct MemoryTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// A foreign record of 10,000 samples whose numbers are padded to make it long.
    private func record(padding: Int) throws -> URL {
      let zeros = Array(repeating: UInt8(ascii: "0"), count: padding)
      var bytes = Array(
        """
        <ink xmlns="http://www.w3.org/2003/InkML"><traceFormat><channel name="X"/>\
        <channel name="Y"/><channel name="T" units="ms"/></traceFormat><trace>
        """.utf8)
      for index in 0..<10_000 {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes += "-52.0".utf8
        bytes += zeros
        bytes += " \(380 + index % 90) \(index * 8)\n".utf8
      }
      bytes += "</trace></ink>\n".utf8
      return try scratch.write("record-\(padding).inkml", bytes)
    }

    /// Scores under a limit of 48 MiB for everything the program allocates.
    private func score(_ record: URL) async throws -> EffleurageProgram.Run {
      let scenario = try scratch.shortCase()
      let shell = URL(filePath: "/bin/sh")
      return try await EffleurageProgram.run(
        [
          "-c", "ulimit -d 49152 && exec \"$0\" \"$@\"", EffleurageProgram.url.path, "score",
          "--jobs", "1", "--format", "json", "--scenario", scenario.path, record.path,
        ], program: shell)
    }

    @Test func aRecordOfOver72MBIsScoredInTheMemoryOfASmallOne() async throws {
      let small = try await score(record(padding: 0))
      let file = try record(padding: 8_000)
      let size = try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int ?? 0
      #expect(size > 72_000_000)
      let large = try await score(file)
      #expect(small.code == 0, "\(small.errors)")
      #expect(large.code == 0, "\(large.errors)")
      // The digest covers all but the name.
      #expect(small.text.suffix(80) == large.text.suffix(80))
    }
  }
#endif
