import Foundation
import Testing

/// `check` by the real program, on the cases that ship and on cases that are wrong or unfair.
@Suite struct CheckTests {
  private static let folder = EffleurageProgram.root.appending(path: "Scenarios").path

  /// A slow build tries only the cases that are not massaged.
  private static var names: [String] {
    let all = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasSuffix(".yaml") }.sorted()
    #if DEBUG
      if ProcessInfo.processInfo.environment["EFFLEURAGE_PROGRAM"] == nil {
        return all.filter { name in
          let text = (try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)) ?? ""
          return !text.contains("\ndecision: proceed")
        }
      }
    #endif
    return all
  }

  @Test func everyShippedCaseIsRightAndFair() async throws {
    let files = Self.names.map { Self.folder + "/" + $0 }
    #expect(files.count >= 4)
    let run = try await EffleurageProgram.run(["check", "--strict"] + files)
    #expect(run.errors == "")
    #expect(run.lines == files.map { "\($0): no errors" })
    #expect(run.code == 0)
  }

  private static let fair = """
    effleurage: 1
    id: fair
    title: A
    patient: {sex: male, age: 40, cause: chilling, period: easing, diagnosis: {by: a, text: b}}
    decision: proceed
    phases:
      - id: warm-up
        technique: stroking
        strokes: 1
        guides: [{id: left, path: [[L1, -60], [L4, -60]]}]

    """

  /// A warning is no failure unless it is asked for; an error is.
  @Test(arguments: [
    ("strokes: 1", "strokes: 1", "", 0, 0),
    ("strokes: 1", "strokes: 1\n    corridor: {full: 1, none: 20}", "warning", 0, 65),
    ("[L1, -60]", "[L1, -360]", "error", 65, 65),
    ("period: easing", "period: acute", "error", 65, 65),
  ])
  func errorsAreToldFromWarnings(
    old: String, new: String, said: String, code: Int, strict: Int
  ) async throws {
    let scratch = try Scratch()
    let text = Self.fair.replacingOccurrences(of: old, with: new)
    let file = try scratch.write("case.yaml", text).path
    for (arguments, expected) in [(["check", file], code), (["check", "--strict", file], strict)] {
      let run = try await EffleurageProgram.run(arguments)
      #expect(run.code == Int32(expected))
      if said.isEmpty {
        #expect(run.errors == "")
      } else {
        #expect(run.errors.hasPrefix("\(file):"))
        #expect(run.errors.contains(": \(said): "))
      }
    }
  }
}
