import Attempts
import Foundation
import Records
import Testing

@Suite struct ErrorTests {
  /// A change to the smallest record, where it must be noticed, and a word of the message.
  struct Case: CustomTestStringConvertible, Sendable {
    var old: String
    var new: String
    /// How far below the change the fault shows.
    var linesAfter = 0
    var word: String

    var testDescription: String { "\(old) -> \(new)" }
  }

  static let cases: [Case] = [
    Case(old: "record:1", new: "record:2", word: "newer"),
    Case(old: "record:1", new: "record:one", word: "version"),
    Case(old: "format=\"1\"", new: "format=\"7\"", word: "newer"),
    Case(old: " program=\"0.1.0\"", new: "", word: "program"),
    Case(old: "rules=\"1\"", new: "rules=\"x\"", word: "rule set"),
    Case(old: "mode=\"practice\"", new: "mode=\"play\"", word: "practice, exam, drill"),
    Case(old: "origin=\"live\"", new: "origin=\"dead\"", word: "origin"),
    Case(old: " start=", new: " begin=", word: "start"),
    Case(old: "kind=\"mouse\"", new: "kind=\"rat\"", word: "mouse, touch"),
    Case(old: "pressure=\"set\"", new: "", word: "pressure"),
    Case(old: "<device", new: "<divice", word: "divice"),
    Case(old: "<shown aids=\"guide gauges\"/>", new: "", linesAfter: 1, word: "shown"),
    Case(old: "guide gauges", new: "guide gouges", word: "gouges"),
    Case(old: "kind=\"ask\"", new: "kind=\"beg\"", word: "beg"),
    Case(old: "t=\"4500000\"", new: "t=\"1500000\"", word: "back"),
    Case(old: "t=\"4500000\"", new: "t=\"4.5\"", word: "microseconds"),
    Case(old: "t=\"10000000\"", new: "t=\"86400000001\"", word: "24 hours"),
    Case(old: "ZWZmbG", new: "ZWZmbH", linesAfter: 5, word: "SHA-256"),
    Case(old: "ZWZmbG", new: "ZWZmb", linesAfter: 5, word: "base64"),
    Case(old: "ZWZmbG", new: "ZW!mbG", linesAfter: 5, word: "base64"),
    Case(old: "contact=\"1\" ", new: "", word: "contact"),
    Case(old: "contact=\"1\"", new: "contact=\"0\"", word: "contact"),
    Case(old: "mmPerPixel=\"0.35\"", new: "mmPerPixel=\"0\"", word: "mmPerPixel"),
    Case(old: "effleurage:contact", new: "other", linesAfter: 1, word: "contact"),
    Case(old: "<channel name=\"T\"", new: "<channel name=\"U\"", linesAfter: 8, word: "T"),
    Case(old: "<channel name=\"X\"", new: "<channel name=\"W\"", linesAfter: 11, word: "X and Y"),
    Case(old: "units=\"ms\"", new: "units=\"h\"", linesAfter: 8, word: "ms, s"),
    Case(old: "100.50 0.300 9008.250", new: "100.50 0.300 8008.250", word: "back"),
    Case(old: "100.50", new: "2000.01", word: "2,000 mm"),
    Case(old: "100.50", new: "1e300", word: "too large"),
    Case(old: "100.50", new: "NaN", word: "\"N\""),
    Case(old: "100.50", new: "INF", word: "\"I\""),
    Case(old: "100.50", new: "99999999999999999999", word: "too large"),
    Case(old: "0.300 9008.250", new: "1.001 9008.250", word: "pressure"),
    Case(old: "0.300 9008.250", new: "-0.001 9008.250", word: "pressure"),
    Case(old: "0.300 9008.250", new: "0.300 86400000.001", word: "24 hours"),
    Case(old: "0.300 9008.250", new: "0.300", word: "3 of the 4"),
    Case(old: "0.300 9008.250", new: "0.300 9008.250 1", word: "more values"),
    Case(old: "0.300 9008.250", new: "0.300 ?", word: "without a place or a time"),
    Case(old: "-0.05 100.00", new: "'0.05 100.00", word: "difference"),
    Case(old: "100.50 0.300", new: "100.50 -,", word: "sign"),
    Case(old: "</trace>", new: "<b/></trace>", word: "within a trace"),
    Case(old: "</trace>", new: "</trice>", word: "closed"),
    Case(old: "<ink ", new: "<!DOCTYPE ink []><ink ", word: "DOCTYPE"),
    Case(old: "<ink xmlns", new: "<svg xmlns", word: "<svg>"),
    Case(old: "2003/InkML", new: "2003/Other", word: "root"),
    Case(old: "</ink>", new: "<annotationXML type=\"effleurage:record:1\"/></ink>", word: "header"),
  ]

  @Test("Each fault of a record is named with its line", arguments: cases)
  func fault(fault: Case) throws {
    let text = String(decoding: try Smallest.bytes(), as: UTF8.self)
    let range = try #require(text.range(of: fault.old))
    let line = text[..<range.lowerBound].count { $0 == "\n" } + 1 + fault.linesAfter
    let changed = text.replacingCharacters(in: range, with: fault.new)
    let error = #expect(throws: RecordError.self) {
      try RecordReader().read(.bytes(Array(changed.utf8)))
    }
    #expect(error?.kind == .badData)
    #expect(error?.line == line, "\(error?.description ?? "")")
    #expect(error?.message.contains(fault.word) == true, "\(error?.message ?? "")")
  }

  @Test(
    "Bytes that are no record",
    arguments: [
      ("", "empty"), (" ", "ends too early"), ("plain words", "no element"),
      ("{\"a\":1}", "no element"),
      ("<ink>", "too early"), ("<ink/>x", "follows the end"), ("<ink/><ink/>", "follows the end"),
      ("<ink>&boom;</ink>", "entity"),
      ("<!-- <!DOCTYPE ink> --><!DOCTYPE ink [<!ENTITY a \"b\">]><ink>&a;</ink>", "DOCTYPE"),
      (
        "<ink><trace>1 2</trace><annotationXML type=\"effleurage:record:1\"/></ink>",
        "after a trace"
      ),
      ("<ink><trace>1</trace></ink>", "1 of the 2"),
      ("<ink><trace>1 2,,3 4</trace></ink>", "0 of the 2"),
      ("<ink><trace>1 2;3 4</trace></ink>", "\";\""),
      ("<ink><traceFormat><channel name=\"X\"/></traceFormat><trace>1</trace></ink>", "X and Y"),
      (
        "<ink><traceFormat><channel name=\"X\" units=\"furlong\"/><channel name=\"Y\"/></traceFormat>"
          + "<trace>1 2</trace></ink>", "furlong"
      ),
      (
        "<ink><traceFormat><channel name=\"X\"/><channel name=\"Y\"/><channel name=\"T\"/></traceFormat>"
          + "<trace>1 2 9</trace><trace>1 2 8,1 2 9</trace></ink>", "back"
      ),
      (
        "<ink><traceFormat><channel name=\"X\"/><channel name=\"Y\"/><channel name=\"F\"/></traceFormat>"
          + "<trace>1 2 512</trace></ink>", "pressure"
      ),
    ])
  func noRecord(text: String, word: String) {
    let error = #expect(throws: RecordError.self) {
      try RecordReader().read(.bytes(Array(text.utf8)))
    }
    #expect(error?.kind == .badData)
    #expect(error?.line == 1)
    #expect(error?.message.contains(word) == true, "\(error?.message ?? "")")
  }

  @Test("Nesting has an end")
  func deep() {
    let text = String(repeating: "<traceGroup>", count: 100_000)
    let error = #expect(throws: RecordError.self) {
      try RecordReader().read(.bytes(Array(("<ink>" + text).utf8)))
    }
    #expect(error?.message.contains("deep") == true)
  }

  @Test("More than 10,000 traces are refused, 10,000 are read")
  func traces() throws {
    func text(_ count: Int) -> [UInt8] {
      let format = """
        <ink><traceFormat><channel name="X"/><channel name="Y"/><channel name="T"/></traceFormat>\n
        """
      let traces = (0..<count).map { "<trace>1 2 \($0)</trace>\n" }.joined()
      return Array((format + traces + "</ink>").utf8)
    }
    #expect(try RecordReader().read(.bytes(text(10_000))).events.count == 20_000)
    let error = #expect(throws: RecordError.self) {
      try RecordReader().read(.bytes(text(10_001)))
    }
    #expect(error?.line == 10_002)
  }

  @Test("What cannot be opened is unreadable")
  func unreadable() throws {
    let missing = #expect(throws: RecordError.self) {
      try RecordReader().read(.file("/nowhere/at/all.inkml"))
    }
    #expect(missing?.kind == .unreadable)
    let folder = #expect(throws: RecordError.self) {
      try RecordReader().read(.file(FileManager.default.temporaryDirectory.path()))
    }
    #expect(folder?.kind == .unreadable)
    #expect(folder?.message.contains("folder") == true)
  }

  private struct Stop: Error {}

  @Test("What the caller throws comes out as the cause")
  func cause() {
    let first = #expect(throws: RecordError.self) {
      try RecordReader().read(.file(Smallest.path), into: { _ in throw Stop() }) {
        (_: inout Int, _) in
      }
    }
    #expect(first?.cause is Stop)
    let second = #expect(throws: RecordError.self) {
      try RecordReader().read(.file(Smallest.path), into: { _ in 0 }) { _, _ in throw Stop() }
    }
    #expect(second?.cause is Stop)
  }
}
