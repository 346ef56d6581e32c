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

    /// Scores under a limit for everything the program allocates, and for at most two minutes.
    ///
    /// - Parameter limit: in MiB.
    private func score(
      _ records: [URL], jobs: Int = 1, limit: Int = 48
    ) async throws -> EffleurageProgram.Run {
      let scenario = try scratch.shortCase()
      let shell = URL(filePath: "/bin/sh")
      return try await EffleurageProgram.run(
        [
          "-c", "ulimit -d \(limit * 1_024) && exec timeout 120 \"$0\" \"$@\"",
          EffleurageProgram.url.path, "score", "--jobs", "\(jobs)", "--format", "json",
          "--scenario", scenario.path,
        ] + records.map(\.path), environment: ["SWIFT_BACKTRACE": "enable=no"], program: shell)
    }

    /// What `timeout` ends with when it has to stop a program.
    private static let stopped: Int32 = 124

    /// A program to which the system gives no thread does the work all the same, or says what it lacks;
    /// it never waits for work that nobody does.
    @Test(arguments: [(1, 16), (1, 24), (1, 32), (1, 40), (1, 48), (4, 48), (64, 96), (1024, 128)])
    func aProgramWithLittleMemoryEnds(jobs: Int, limit: Int) async throws {
      let records = try (0..<6).map { try record(padding: $0) }
      let run = try await score(records, jobs: jobs, limit: limit)
      #expect(run.code != Self.stopped)
      if run.code == 0 { #expect(run.lines.count == records.count) }
    }

    @Test func aRecordOfOver72MBIsScoredInTheMemoryOfASmallOne() async throws {
      let small = try await score([record(padding: 0)])
      let file = try record(padding: 8_000)
      let size = try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int ?? 0
      #expect(size > 72_000_000)
      let large = try await score([file])
      #expect(small.code == 0, "\(small.errors)")
      #expect(large.code == 0, "\(large.errors)")
      // The digest covers all but the name.
      #expect(small.text.suffix(80) == large.text.suffix(80))
    }
  }
#endif
