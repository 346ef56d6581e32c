import Foundation
import Testing

/// The same record and rule set: the same bytes, whatever the process, locale or number of jobs.
@Suite struct DeterminismTests {
  @Test func anyNumberOfJobsWritesTheSameBytes() async throws {
    let scratch = try Scratch()
    for (number, skill) in ["1", "0.7", "0.4", "0.1"].enumerated() {
      try await scratch.demonstrate(
        "\(number).inkml", "--skill", skill, "--seed", "\(number + 1)")
    }
    // Several times each, a bad one and a missing one among them.
    var arguments: [String] = []
    for round in 0..<3 {
      try scratch.write("bad\(round).inkml", "<ink>")
      arguments += [
        scratch.path("0.inkml"), scratch.path("bad\(round).inkml"), scratch.path("1.inkml"),
        scratch.path("2.inkml"), scratch.path("none\(round).inkml"), scratch.path("3.inkml"),
      ]
    }
    for (format, numbers) in [("json", Array(2...8)), ("csv", [5]), ("text", [3])] {
      let alone = try await EffleurageProgram.run(
        ["score", "--format", format, "--jobs", "1"] + arguments)
      #expect(alone.code == 66)
      #expect(!alone.output.isEmpty)
      for jobs in numbers {
        let run = try await EffleurageProgram.run(
          ["score", "--format", format, "--jobs", "\(jobs)"] + arguments)
        #expect(run.output == alone.output, "\(format), \(jobs) jobs")
        #expect(run.errors == alone.errors, "\(format), \(jobs) jobs")
        #expect(run.code == alone.code)
      }
    }
  }

  /// Digests written down once: debug and release builds, and later versions of the program, must
  /// come to the same ones as long as the rule set keeps its number.
  @Test(arguments: [
    ("1", "1", "125", "8751777daf159ea1575ff149ded665db0ce50438aac20e9283059f0174efa36b"),
    ("7", "0.5", "60", "616fefd2b928d98852a87679a274153790aa1a3837efaea359d198373910c461"),
    ("11", "0.2", "250", "e2a2d71461523576b619753d61cfe8191658975e3056e123566e81c3e2c31169"),
  ])
  func theDigestIsTheOneWrittenDown(seed: String, skill: String, rate: String, digest: String)
    async throws
  {
    let scratch = try Scratch()
    let record = try await scratch.demonstrate(
      "pinned.inkml", "--seed", seed, "--skill", skill, "--rate", rate)
    let run = try await EffleurageProgram.run(["score", record.path, "--format", "json"])
    #expect(run.text.hasSuffix("\"digest\":\"\(digest)\"}\n"), "\(run.text)")
  }

  /// The series behind the measures, written down as the digests are.
  @Test func theSeriesIsTheOneWrittenDown() async throws {
    let scratch = try Scratch()
    let record = try scratch.write("two.inkml", Foreign.twoHands).path
    let scenario = try scratch.shortCase().path
    for environment in [[:], ["LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Kathmandu"]] {
      let run = try await EffleurageProgram.run(
        ["score", record, "--scenario", scenario, "--trace", scratch.path("a.csv")],
        environment: environment)
      #expect(run.code == 0)
      // FNV-1a.
      let hash = try Data(contentsOf: scratch["a.csv"]).reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
        ($0 ^ UInt64($1)) &* 0x100_0000_01b3
      }
      #expect(hash == 18_150_413_401_247_167_173)
    }
  }

  @Test func everyProcessWritesTheSameBytes() async throws {
    let scratch = try Scratch()
    let record = try await scratch.demonstrate("expert.inkml", "--skill", "0.6").path
    let first = try await EffleurageProgram.run(["score", record, "--format", "json"])
    #expect(first.code == 0)
    for environment in [
      [:], ["LC_ALL": "tr_TR.UTF-8"], ["LC_ALL": "de_DE.UTF-8", "LANG": "ar_EG"],
      ["TZ": "Asia/Kathmandu"], ["TZ": "America/St_Johns", "LC_ALL": "C"],
    ] {
      let run = try await EffleurageProgram.run(
        ["score", record, "--format", "json"], environment: environment)
      #expect(run.output == first.output)
    }
  }

  /// Jobs, languages, time zones, seeds of hashing, one with the other: the corpus is judged as it
  /// is written down.
  @Test(arguments: 1...8)
  func theCorpusIsJudgedAlikeEverywhere(jobs: Int) async throws {
    let environments: [[String: String]] = [
      [:], ["SWIFT_DETERMINISTIC_HASHING": "1"], ["LC_ALL": "C", "TZ": "UTC"],
      ["LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Kathmandu"], ["LC_ALL": "tr_TR.UTF-8"],
      ["LC_ALL": "ar_EG.UTF-8", "TZ": "America/St_Johns", "SWIFT_DETERMINISTIC_HASHING": "1"],
      [:], ["LANG": "hi_IN.UTF-8", "TZ": "Pacific/Chatham"],
    ]
    let names = try CorpusFiles.few()
    let run = try await EffleurageProgram.run(
      ["score", "--jobs", "\(jobs)", "--format", "json"]
        + names.map { CorpusFiles.record("own", $0) },
      environment: environments[jobs - 1])
    #expect(run.code == 0)
    #expect(try run.text == CorpusFiles.written("own", names))
  }

  @Test func theSameArgumentsDemonstrateTheSameBytes() async throws {
    let scratch = try Scratch()
    let options = ["--seed", "7", "--rate", "60", "--skill", "0.8"]
    for (name, environment) in [
      ("a.inkml", [:]), ("b.inkml", ["LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Kathmandu"]),
    ] {
      let run = try await EffleurageProgram.run(
        ["demo", scratch.shortCase().path, "--out", scratch.path(name)] + options,
        environment: environment)
      #expect(run.code == 0)
    }
    #expect(try scratch.text("a.inkml") == scratch.text("b.inkml"))
  }
}
