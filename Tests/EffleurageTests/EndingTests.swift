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

  /// Without a standard output the next file that is opened would be taken for it.
  @Test func aStreamThatIsNotThereIs74AndNobodysFile() async throws {
    let scratch = try Scratch()
    let record = try await scratch.demonstrate().path
    let series = scratch.path("series.csv")
    let trace = try await shell(#""$0" score --trace "$2" "$1" >&-"#, [record, series])
    #expect(trace.code == 74)
    #expect(
      trace.errors.contains("effleurage: error: writing the output failed: Bad file descriptor"))
    #expect(try scratch.names() == ["expert.inkml", "short.yaml"])
    let input = try await shell(#""$0" score - <&-"#, [])
    #expect(input.code == 74)
    #expect(input.errors.contains("effleurage: error: -: reading failed: Bad file descriptor"))
    let bare = try await shell(#""$0" score "$1" <&- 2>&-"#, [record])
    #expect(bare.code == 0 && bare.errors.isEmpty)
    #expect(bare.text.hasPrefix("expert.inkml"))
  }

  /// The shell's limit on what a file may hold: 8 blocks of 512 bytes.
  @Test func aFileThatMayGrowNoFurtherIs74() async throws {
    let scratch = try Scratch()
    let (record, scenario) = (try await scratch.demonstrate().path, try scratch.shortCase().path)
    let demo = try await shell(
      #"ulimit -f 8; "$0" demo "$1" --out "$2""#, [scenario, scratch.path("short.inkml")])
    #expect(demo.code == 74 && demo.signal == nil)
    #expect(demo.errors.contains("short.inkml: writing failed: File too large"))
    #expect(try scratch.names() == ["expert.inkml", "short.yaml"])
    let results = Array(repeating: record, count: 60)
    let score = try await shell(#"ulimit -f 8; "$0" score "$@""#, results)
    #expect(score.code == 74 && score.signal == nil)
    #expect(score.errors.contains("writing the output failed: File too large"))
    #expect(score.output.count == 8 * 512)
  }

  /// What says how far the work is goes from the terminal with the program.
  @Test func anInterruptLeavesNoLineOnTheTerminal() async throws {
    let scratch = try Scratch()
    let pipe = scratch.path("pipe")
    #expect(mkfifo(pipe, 0o600) == 0)
    let (terminal, name) = try terminal()
    defer { close(terminal) }
    let process = Process()
    process.executableURL = EffleurageProgram.url
    process.arguments = ["score", pipe]
    process.environment = EffleurageProgram.baseEnvironment
    process.standardError = FileHandle(forWritingAtPath: name)
    try process.run()
    let line = "\r\u{1B}[Keffleurage: 0 of 1 records scored ..."
    let cleared = "\r\u{1B}[K"
    var shown = ""
    // Nobody writes into the pipe, so the program waits and says so.
    while !shown.contains(line), let more = try next(of: terminal, within: 60_000) { shown += more }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    // A terminal hands on what it was given in its own time.
    while !shown.hasSuffix(cleared), let more = try next(of: terminal, within: 10_000) {
      shown += more
    }
    #expect(shown.hasSuffix(line + cleared))
  }

  @Test(arguments: [["score", "-"], ["score", "--lines"]])
  func anInterruptIs130(arguments: [String]) async throws {
    try await waiting([EffleurageProgram.url.path] + arguments) { process in
      process.interrupt()
      process.waitUntilExit()
      #expect(process.terminationReason == .exit)
      #expect(process.terminationStatus == 130)
    }
  }

  @Test(arguments: [(SIGTERM, 143), (SIGHUP, 129)] as [(Int32, Int32)])
  func whatElseAsksForAnEndIsTakenAlike(signal: Int32, code: Int32) async throws {
    try await waiting([EffleurageProgram.url.path, "score", "-"]) { process in
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      #expect(process.terminationReason == .exit)
      #expect(process.terminationStatus == code)
    }
    // Whoever started it may have it ignore that.
    let ignoring = #"trap '' HUP TERM; exec "$0" score -"#
    try await waiting(["/bin/sh", "-c", ignoring, EffleurageProgram.url.path]) { process in
      kill(process.processIdentifier, signal)
      process.interrupt()
      process.waitUntilExit()
      #expect(process.terminationStatus == 130)
    }
  }

  /// Of a pipe that nobody reads nothing can be left half written.
  @Test func aPipeThatNobodyReadsIsNotWaitedFor() async throws {
    let scratch = try Scratch()
    let (pipe, scenario) = (scratch.path("pipe"), try scratch.shortCase().path)
    #expect(mkfifo(pipe, 0o600) == 0)
    let process = Process()
    process.executableURL = EffleurageProgram.url
    // More than a pipe holds.
    process.arguments = ["demo", scenario, "--out", pipe, "--rate", "1000"]
    process.environment = EffleurageProgram.baseEnvironment
    try process.run()
    // It waits for a reader once the pipe can be opened to read without waiting for who writes.
    let reader = open(pipe, O_RDONLY | O_CLOEXEC)
    defer { close(reader) }
    var byte: UInt8 = 0
    #expect(read(reader, &byte, 1) == 1)
    kill(process.processIdentifier, SIGTERM)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 143)
  }

  /// What is told of a stream is what is told of the same bytes in a file, however they come.
  @Test(arguments: [
    #"printf p; printf 'lain words'"#, #"printf '%70000s<ink/>' ''"#, #"printf ' \n\n'"#,
    #"printf '\357\273\277'; cat "$1""#, #"cat "$1"; printf x"#, #"printf 'EFFLOG2'"#, "true",
  ])
  func aStreamIsToldOfAsAFileIs(made: String) async throws {
    let scratch = try Scratch()
    let record = try await scratch.demonstrate().path
    let stream = try await shell(
      #"{ \#(made); } | "$0" score --format json -"#, [record])
    let file = try await shell(
      #"{ \#(made); } > "$1.inkml"; "$0" score --format json "$1.inkml""#, [record])
    #expect(stream.code == file.code)
    #expect(
      stream.errors.replacing("-:", with: ":")
        == file.errors.replacing("\(record).inkml:", with: ":"))
    #expect(
      stream.text == file.text.replacing("\"expert.inkml.inkml\"", with: "\"-\""))
  }

  /// Starts a program that reads standard input and, once it waits for more of it, hands it over.
  private func waiting(_ arguments: [String], _ body: (Process) throws -> Void) async throws {
    let process = Process()
    process.executableURL = URL(filePath: arguments[0])
    process.arguments = Array(arguments.dropFirst())
    process.environment = EffleurageProgram.baseEnvironment
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    // Running closes this process's end to read from.
    let end = dup(input.fileHandleForReading.fileDescriptor)
    defer { close(end) }
    try process.run()
    // The program is waiting for input once it has taken what was sent: what may begin a record.
    try input.fileHandleForWriting.write(contentsOf: Data("<no\n".utf8))
    if arguments.contains("--lines") {
      _ = output.fileHandleForReading.availableData
    } else {
      while try pending(end) > 0 { try await Task.sleep(for: .milliseconds(5)) }
    }
    try body(process)
  }

  /// What can be no record is not waited for to its end.
  @Test(arguments: ["score -", "score /dev/zero", "report - --out x.csv"])
  func aStreamThatIsNoRecordIsRefusedAtOnce(arguments: String) async throws {
    let scratch = try Scratch()
    let run = try await shell(
      #"cd "$1"; ulimit -f 2000; yes | "$0" \#(arguments)"#, [scratch.url.path])
    #expect(run.code == 65)
    #expect(run.errors.contains(":1:1: error: "))
  }

  /// A terminal of the test's own: the end that sees what is shown, and the path of the other.
  private func terminal() throws -> (descriptor: Int32, path: String) {
    // `unlockpt` and `ptsname`, as Linux has them: the C library keeps those from Swift.
    let (unlock, number) = (UInt(0x4004_5431), UInt(0x8004_5430))
    let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var (locked, name) = (Int32(0), Int32(-1))
    guard terminal >= 0, ioctl(terminal, unlock, &locked) == 0, ioctl(terminal, number, &name) == 0
    else { throw POSIXError(.ENOTTY) }
    return (terminal, "/dev/pts/\(name)")
  }

  /// What a terminal shows next; nil when it is nothing for so many milliseconds.
  private func next(of terminal: Int32, within timeout: Int32) throws -> String? {
    var readable = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard poll(&readable, 1, timeout) == 1 else { return nil }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(terminal, &bytes, bytes.count)
    guard count > 0 else { throw POSIXError(.EIO) }
    return String(decoding: bytes[..<count], as: UTF8.self)
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
