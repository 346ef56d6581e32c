import Foundation
import Testing

@Suite struct LinesTests {
  private func line(_ members: [String: String]) throws -> String {
    String(decoding: try JSONEncoder().encode(members), as: UTF8.self)
  }

  @Test func eachLineIsAnsweredInOrder() async throws {
    let scratch = try Scratch()
    let ink = try String(contentsOf: try await scratch.demonstrate(), encoding: .utf8)
    let scenario = ShortCase.text
    let input = [
      try line(["record": "one", "inkml": ink]),
      "",
      try line(["record": "bad \"ink\"", "inkml": "<ink>"]),
      try line(["record": "other", "inkml": Foreign.straightDown, "scenario": scenario]),
      try line(["record": "no case", "inkml": Foreign.straightDown]),
      "not json",
      try line(["record": "same case", "inkml": ink, "scenario": scenario]),
      try line(["record": "another case", "inkml": ink, "scenario": scenario + "\n# changed\n"]),
    ].joined(separator: "\n")
    let run = try await EffleurageProgram.run(
      ["score", "--lines", "--jobs", "4"], input: Array(input.utf8))
    #expect(run.code == 65)
    let named = try await EffleurageProgram.run([
      "score", scratch.path("expert.inkml"), "--format", "json",
    ])
    try #require(run.lines.count == 7)
    #expect(
      run.lines[0]
        == named.lines[0].replacing(#""record":"expert.inkml""#, with: #""record":"one""#))
    #expect(run.lines[1].hasPrefix(#"{"effleurage":1,"record":"bad \"ink\"","error":""#))
    #expect(try Reading(run.lines[2]).origin == "foreign")
    #expect(run.lines[3].hasPrefix(#"{"effleurage":1,"record":"no case","error":""#))
    #expect(run.lines[4].hasPrefix(#"{"effleurage":1,"record":"","error":""#))
    #expect(try Reading(run.lines[5]).digest == Reading(run.lines[0]).digest)
    #expect(run.lines[6].hasPrefix(#"{"effleurage":1,"record":"another case","error":""#))
  }

  /// More different cases than are kept, each more than once.
  @Test func eachIsJudgedByItsOwnCaseHoweverManyThereAre() async throws {
    let cases = (0..<20).map { ShortCase.text + "\n# \($0)\n" }
    let lines = try (0..<60).map { number in
      // Each seventh carries none that can be read, and is told so each time.
      let scenario = number % 7 == 6 ? "title: nothing" : cases[number * 3 % 20]
      return try line([
        "record": "\(number)", "inkml": Foreign.straightDown, "scenario": scenario,
      ])
    }
    let run = try await EffleurageProgram.run(
      ["score", "--lines", "--jobs", "3"], input: Array(lines.joined(separator: "\n").utf8))
    try #require(run.code == 65 && run.lines.count == 60)
    let scratch = try Scratch()
    try scratch.write("record.inkml", Foreign.straightDown)
    var alone: [String] = []
    for text in cases {
      try scratch.write("case.yaml", text)
      let one = try await EffleurageProgram.run([
        "score", scratch.path("record.inkml"), "--scenario", scratch.path("case.yaml"),
        "--format", "json",
      ])
      alone.append(try #require(one.lines.first))
    }
    #expect(Set(alone).count == 20)
    for (number, line) in run.lines.enumerated() {
      let name = #""record":"\#(number)""#
      if number % 7 == 6 {
        #expect(line.hasPrefix(#"{"effleurage":1,\#(name),"error":"\#(number): scenario:"#))
      } else {
        #expect(line.replacing(name, with: #""record":"record.inkml""#) == alone[number * 3 % 20])
      }
    }
  }

  @Test("A line of 64 MiB is read, a longer one ends it with a word", arguments: [0, 1])
  func longLine(more: Int) async throws {
    let good = try line(["record": "one", "inkml": "<ink>"]) + "\n"
    let blank = [UInt8](repeating: UInt8(ascii: " "), count: 64 << 20 + more)
    let run = try await EffleurageProgram.run(
      ["score", "--lines"], input: Array(good.utf8) + blank + Array(("\n" + good).utf8))
    #expect(run.code == 65)
    // Both are answered where nothing is too long; no answer is kept back where something is.
    #expect(run.lines.count == (more > 0 ? 1 : 2))
    #expect(run.errors.contains("a line of over 64 MiB") == (more > 0), "\(run.errors)")
  }

  @Test func nothingInNothingOut() async throws {
    let run = try await EffleurageProgram.run(["score", "--lines"])
    #expect(run.code == 0)
    #expect(run.output.isEmpty)
  }

  /// A partner that sends one line and waits for its answer before it sends the next gets it.
  @Test(arguments: ["1", "4"])
  func anAnswerDoesNotWaitForTheNextLine(jobs: String) async throws {
    let process = Process()
    process.executableURL = EffleurageProgram.url
    process.arguments = ["score", "--lines", "--jobs", jobs]
    process.environment = EffleurageProgram.baseEnvironment
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    for name in ["first", "second"] {
      let question = try line(["record": name, "inkml": "<ink>"]) + "\n"
      try input.fileHandleForWriting.write(contentsOf: Data(question.utf8))
      var answer = Data()
      while answer.last != UInt8(ascii: "\n") {
        let part = output.fileHandleForReading.availableData
        try #require(!part.isEmpty)
        answer += part
      }
      let text = String(decoding: answer, as: UTF8.self)
      #expect(text.hasPrefix("{\"effleurage\":1,\"record\":\"\(name)\",\"error\":"))
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 65)
  }
}
