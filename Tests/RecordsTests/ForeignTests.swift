import Attempts
import Foundation
import Geometry
import Records
import Testing

@Suite struct ForeignTests {
  static func fixture(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures").appending(path: name).path(percentEncoded: false)
  }

  private func read(
    _ name: String, _ options: ForeignOptions = ForeignOptions()
  ) throws -> (head: RecordHead, events: [Event]) {
    try RecordReader(foreign: options).read(.file(ForeignTests.fixture("foreign/\(name)")))
  }

  private func read(text: String, _ options: ForeignOptions = ForeignOptions()) throws -> (
    head: RecordHead, events: [Event]
  ) {
    try RecordReader(foreign: options).read(.bytes(Array(text.utf8)))
  }

  /// A context refers to another, and that to the next: to the end, to a ring, to nothing.
  @Test func aRowOfContextsLeadsToTheFormatAtItsEnd() throws {
    func document(_ last: String) -> String {
      let row = (0..<990).map { "<context xml:id=\"c\($0)\" contextRef=\"#c\($0 + 1)\"/>" }.joined()
      let traces = String(repeating: "<trace contextRef=\"#c0\">1 2, 3 4</trace>", count: 100)
      return "<ink><definitions>\(row)\(last)</definitions>\(traces)</ink>"
    }
    func format(_ units: String) -> String {
      "<traceFormat><channel name=\"X\" units=\"\(units)\"/>"
        + "<channel name=\"Y\" units=\"\(units)\"/></traceFormat>"
    }
    func places(_ last: String) throws -> Set<[Int]> {
      let events = try read(text: document(last)).events
      return Set(
        events.compactMap { event in
          guard case .land(let landing) = event else { return nil }
          return [landing.sample.position.x, landing.sample.position.y]
        })
    }
    // In hundredths of a mm; of two with one name the first is meant.
    let (end, other) = (format("cm"), format("in"))
    #expect(
      try places(
        "<context xml:id=\"c990\">\(end)</context><context xml:id=\"c990\">\(other)</context>")
        == [[1_000, 2_000]])
    #expect(try places("<context xml:id=\"c990\" contextRef=\"#c7\"/>") == [[100, 200]])
    #expect(try places("") == [[100, 200]])
  }

  /// Letter of the kind, contact, time in microseconds, x and y in 1/100 mm, pressure.
  private func lines(_ events: [Event]) -> [String] {
    events.map { event in
      let (kind, sample): (String, Sample) =
        switch event {
        case .act: ("act", Sample(time: 0, position: Position(x: 0, y: 0)))
        case .land(let landing): ("land", landing.sample)
        case .move(_, let sample): ("move", sample)
        case .lift(_, let sample): ("lift", sample)
        }
      let pressure = sample.pressure.map { " \($0)" } ?? ""
      let place = "\(sample.position.x) \(sample.position.y)"
      return "\(kind) \(event.contact ?? 0) \(sample.time) \(place)\(pressure)"
    }
  }

  @Test("Without anything declared: X and Y in mm, points 5 ms and traces 10 s apart")
  func bare() throws {
    let (head, events) = try read("bare.inkml", ForeignOptions(phase: "comb"))
    #expect(head.isForeign)
    #expect(head.scenario == nil)
    #expect(head.header.origin == .foreign)
    #expect(head.header.device == Device(kind: .foreign, pressure: .none))
    #expect(head.header.scope == .phase("comb", timed: false))
    #expect(
      lines(events) == [
        "land 1 0 1000 0", "move 1 5000 1000 125", "lift 1 10000 1001 250",
        "land 2 10010000 -1000 0", "lift 2 10015000 -1000 500",
      ])
    guard case .land(let landing) = events[0] else { return }
    #expect(landing.nanometresPerPixel == 200_000)
  }

  @Test("Differences of both orders, run together, with * ? and !")
  func differences() throws {
    // The first eight are those of the recommendation's table; then * goes on with the last
    // acceleration, ! is explicit, a point without X is none, ' goes on from the last known value.
    let expected = [
      [1125, 18432], [1148, 18475], [1178, 18510], [1211, 18540], [1251, 18567], [1297, 18596],
      [1349, 18633], [1404, 18676], [1462, 18725], [1000, 18000], [999, 6],
    ]
    let (_, events) = try read("differences.inkml")
    let places = lines(events).map { $0.split(separator: " ").dropFirst(3).map { Int($0) } }
    #expect(places == expected)
  }

  @Test(
    "Formats by reference, units, orientation, intermittent pressure, continued traces, epoch T")
  func tablet() throws {
    let (head, events) = try read("tablet.inkml")
    #expect(head.header.device == Device(kind: .foreign, pressure: .measured))
    #expect(head.header.scope == .phase("", timed: true))
    #expect(head.header(askingFor: "warm-up").scope == .phase("warm-up", timed: true))
    // 512 of 1023 is 0.500489; 1.5 in is 38.1 mm; a gap of 250 ms is a rest.
    #expect(
      lines(events) == [
        "land 1 0 -2540 1000 1000", "move 1 10000 -3810 1500 500",
        "move 1 60000 -3810 1500 500", "move 1 110000 -3810 1500 500",
        "move 1 160000 -3810 1500 500", "move 1 210000 -3810 1500 500",
        "lift 1 260000 -5080 2000", "land 2 1000000 2540 -1000 0", "lift 2 1000000 2540 -1000 0",
      ])
  }

  @Test("Traces that each begin at 0 are laid one after another, 10 s apart")
  func restarting() throws {
    let (head, events) = try read("restarting.inkml")
    #expect(head.header.scope == .phase("", timed: true))
    #expect(
      lines(events) == [
        "land 1 0 0 0", "move 1 8000 0 100", "lift 1 16000 0 200",
        "land 2 10016000 500 0", "lift 2 10024000 500 100",
        "land 3 20024000 900 0", "lift 3 20024000 900 0",
      ])
  }

  private static let timed = """
    <ink xmlns="http://www.w3.org/2003/InkML"><traceFormat><channel name="X"/><channel name="Y"/>
    <channel name="T" units="ms"/></traceFormat>
    """

  @Test("Traces that overlap by a common clock come as two hands")
  func overlapping() throws {
    let (_, events) = try read(
      text: Self.timed + "<trace>0 0 0,0 1 100,0 2 200</trace><trace>5 0 50,5 1 150</trace></ink>")
    #expect(
      lines(events) == [
        "land 1 0 0 0", "land 2 50000 500 0", "move 1 100000 0 100", "lift 2 150000 500 100",
        "lift 1 200000 0 200",
      ])
  }

  @Test("A gap of a second is a rest, a longer one is lost, a short one is neither")
  func gaps() throws {
    let (_, events) = try read(
      text: Self.timed + "<trace>0 0 0,1 0 100,2 0 1100,3 0 2100.001</trace></ink>")
    let times = events.map(\.time)
    let rest = stride(from: 150_000, to: 1_100_000, by: 50_000)
    #expect(times == [0, 100_000] + Array(rest) + [1_100_000, 2_100_001])
  }

  @Test("timeOffset places traces that have clocks of their own")
  func offsets() throws {
    let (_, events) = try read(
      text: Self.timed + """
        <trace timeOffset="5000">0 0 0,0 1 10</trace><trace timeOffset="6000">0 0 0</trace></ink>
        """)
    #expect(events.map(\.time) == [0, 10_000, 1_000_000, 1_000_000])
  }

  @Test("Millimetres a pixel reach the landing and units of pixels")
  func pixels() throws {
    let text = """
      <ink><traceFormat><channel name="X" units="px"/><channel name="Y" units="dev"/></traceFormat>
      <trace>10 -20</trace></ink>
      """
    let (_, events) = try read(text: text, ForeignOptions(millimetresPerPixel: 0.35))
    #expect(lines(events) == ["land 1 0 350 -700", "lift 1 0 350 -700"])
    guard case .land(let landing) = events[0] else { return }
    #expect(landing.nanometresPerPixel == 350_000)
  }

  @Test("A document without a trace is an attempt without events")
  func empty() throws {
    let (head, events) = try read(text: "<ink xmlns=\"http://www.w3.org/2003/InkML\"/>")
    #expect(head.isForeign)
    #expect(events.isEmpty)
  }

  @Test(
    "Numbers round half away from zero",
    arguments: [
      ("0.005", 1), ("-0.005", -1), ("0.00499999999999999999", 0), ("1e1", 1000), ("-.5", -50),
      ("5.", 500), ("1.5E+1", 1500), ("15e-1", 150), ("#1F", 3100), ("- 2", -200), ("+3", 300),
      ("0.015", 2), ("0.025", 3), ("1999.994999", 199_999), ("-0", 0), ("T", 100), ("F", 0),
      ("00000000000000000000002", 200), ("0.1e-30", 0),
    ])
  func rounding(text: String, hundredths: Int) throws {
    let (_, events) = try read(text: "<ink><trace>\(text) 0</trace></ink>")
    #expect(lines(events).first == "land 1 0 \(hundredths) 0")
  }
}
