import Foundation
import Testing

/// How the program ends when others end first.
@Suite struct EndingTests {
  /// Runs a line of shell; `$0` is the program, `$1` and on the arguments.
  private func shell(_ line: String, _ arguments: [String]) async throws -> EffleurageProgram.Run {
    try await EffleurageProgram.run(
      ["-c", line, EffleurageProgram.url.path] + arguments, program: URL(filePath: "/bin/sh"))
  }

  @Test(arguments: ["text", "json", "csv"])
  func aClosedPipeEndsInSilence(format: String) async throws {
    let scratch = try Scratch()
    let record = try await scratch.demonstrate().path
    // Many records, so that the reader is gone while there is much left to write.
    let records = Array(repeating: record, count: 60)
    let run = try await shell(
      #"{ "$0" score --format \#(format) "$@"; echo "code $?" >&2; } | head -c 10"#, records)
    #expect(run.output.count == 10)
    #expect(run.errors == "code 0\n")
  }

  @Test func helpIntoAClosedPipeEndsInSilence() async throws {
    let run = try await shell(#"{ sleep 0.2; "$0" score --help; echo "code $?" >&2; } | true"#, [])
    #expect(run.errors == "code 0\n")
  }

  @Test func aFullDiskIs74() async throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let scratch = try Scratch()
    let record = try await scratch.demonstrate().path
    let run = try await shell(#""$0" score "$1" > /dev/full"#, [record])
    #expect(run.code == 74)
    #expect(run.errors.hasPrefix("effleurage: error: writing the output failed: "))
  }

  @Test(arguments: [["score", "-"], ["score", "--lines"]])
  func anInterruptIs130(arguments: [String]) async throws {
    let process = Process()
    process.executableURL = EffleurageProgram.url
    process.arguments = arguments
    process.environment = EffleurageProgram.baseEnvironment
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    // Running closes this process's end to read from.
    let end = dup(input.fileHandleForReading.fileDescriptor)
    defer { close(end) }
    try process.run()
    // The program is waiting for input once it has taken what was sent.
    try input.fileHandleForWriting.write(contentsOf: Data("no\n".utf8))
    if arguments.contains("--lines") {
      _ = output.fileHandleForReading.availableData
    } else {
      while try pending(end) > 0 { try await Task.sleep(for: .milliseconds(5)) }
    }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 130)
  }

  /// Bytes of a pipe that nobody has read yet.
  private func pending(_ descriptor: Int32) throws -> Int32 {
    var count: Int32 = 0
    guard ioctl(descriptor, UInt(FIONREAD), &count) == 0 else {
      throw POSIXError(.EIO)
    }
    return count
  }
}
