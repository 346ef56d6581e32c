import Foundation
import Testing

#if os(Linux)
  /// A program to which the system gives too few threads, or none, does the work all the same.
  @Suite struct ThreadTests {
    /// The library that refuses threads, built for this run; nil where there is no C compiler.
    private static func library(in scratch: Scratch) async throws -> String? {
      let source = EffleurageProgram.root.appending(path: "Tests/Fixtures/faults/threads.c").path
      let library = scratch.path("threads.so")
      for compiler in ["cc", "clang", "gcc"] {
        let run = try await EffleurageProgram.run(
          [compiler, "-shared", "-fPIC", "-o", library, source, "-ldl"],
          program: URL(filePath: "/usr/bin/env"))
        if run.code == 0 { return library }
      }
      return nil
    }

    /// The first thread waits for Ctrl-C, the others score.
    @Test(arguments: [0, 1, 2, 3], [1, 4])
    func whoGetsFewThreadsWritesTheSameBytes(threads: Int, jobs: Int) async throws {
      let scratch = try Scratch()
      guard let library = try await Self.library(in: scratch) else {
        print("No C compiler here: threads are not refused.")
        return
      }
      let good = try await scratch.demonstrate().path
      try scratch.write("bad.inkml", "<ink>")
      // With `timeout`: whoever waits for work that nobody does would wait for ever.
      let arguments =
        ["60", EffleurageProgram.url.path, "score", "--format", "json", "--jobs", "\(jobs)"]
        + [good, scratch.path("bad.inkml"), good, good, scratch.path("none.inkml")]
      let timeout = URL(filePath: "/usr/bin/timeout")
      let usual = try await EffleurageProgram.run(arguments, program: timeout)
      let few = try await EffleurageProgram.run(
        arguments, environment: ["LD_PRELOAD": library, "THREADS_GIVEN": "\(threads)"],
        program: timeout)
      #expect(usual.code == 66 && usual.lines.count == 3)
      #expect(few.code == usual.code, "\(few.errors)")
      #expect(few.output == usual.output && few.errors == usual.errors)
    }

    /// Another program would not start, or trap when it draws.
    @Test func whoGetsNoThreadIsToldThatNothingCanBeDrawn() async throws {
      let scratch = try Scratch()
      guard let library = try await Self.library(in: scratch) else {
        print("No C compiler here: threads are not refused.")
        return
      }
      let good = try await scratch.demonstrate().path
      let run = try await EffleurageProgram.run(
        ["60", EffleurageProgram.url.path, "report", good, "--out", scratch.path("page.html")],
        environment: ["LD_PRELOAD": library, "THREADS_GIVEN": "0"],
        program: URL(filePath: "/usr/bin/timeout"))
      #expect(run.code == 69, "\(run.errors)")
      #expect(run.errors.contains("does not start: the system gives no thread for it"))
    }
  }
#endif
