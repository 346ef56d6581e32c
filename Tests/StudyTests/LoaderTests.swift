import Geometry
import Testing

@testable import study

/// Files as the sources write them, with invented figures.
@Suite struct LoaderTests {
  // MARK: Spirals

  private func spiral(_ name: String, _ rows: [String]) -> DataFile {
    DataFile(
      name: "graphomotor-spirals/" + name,
      text: (["line_number,x,y,UTC_Timestamp,seconds,epoch_time_in_seconds_start"] + rows)
        .joined(separator: "\n") + "\n")
  }

  @Test func aSpiralIsReadInMillimetresAndMicroseconds() throws {
    let drawing = try SpiralDrawing(
      spiral("[1]id-spiral_trace2_NonDom.csv", ["0,50,50.5,1.0,0.0,1.0", "0,51,50,1.1,0.0085,"]))
    #expect(drawing.task == .trace)
    #expect(!drawing.isDominantHand)
    #expect(drawing.trace.contacts.map(\.count) == [2])
    #expect(drawing.trace.contacts[0][0] == TracePoint(time: 0, 200, 202))
    #expect(drawing.trace.contacts[0][1] == TracePoint(time: 8500, 204, 200))
  }

  @Test func aNewLineNumberIsANewContact() throws {
    let drawing = try SpiralDrawing(
      spiral("x-spiral_recall1_Dom.csv", ["0,1,1,0,0,0", "0,2,1,0,0.1,0", "1,3,1,0,0.9,0"]))
    #expect(drawing.task == .recall)
    #expect(drawing.isDominantHand)
    #expect(drawing.trace.contacts.map(\.count) == [2, 1])
  }

  @Test func aBadSpiralIsRefusedWithItsLine() {
    #expect(throws: DataError("graphomotor-spirals/a", line: 3, "the time goes back")) {
      try SpiralDrawing(spiral("a", ["0,1,1,0,0.5,0", "0,2,1,0,0.4,0"]))
    }
    #expect(throws: DataError("graphomotor-spirals/a", line: 2, "\"east\" is no number")) {
      try SpiralDrawing(spiral("a", ["0,east,1,0,0.5,0"]))
    }
    #expect(throws: DataError("b", line: 1, "there is no column seconds")) {
      try SpiralDrawing(DataFile(name: "b", text: "line_number,x,y\n0,1,1\n"))
    }
  }

  @Test func theTemplateIsFourTurnsAboutTheMiddle() {
    let template = SpiralDrawing.template(steps: 400)
    #expect(template.count == 401)
    #expect(template[0].distance(to: .init(200, 200)) < 1e-9)
    // After each turn it is 2 pi x 1.075 units of 4 mm farther out, on the side it began.
    #expect(template[100].distance(to: .init(200 + 8.6 * Double.pi, 200)) < 1e-9)
    #expect(template[400].distance(to: .init(200 + 34.4 * Double.pi, 200)) < 1e-9)
  }

  // MARK: Unistrokes

  private func gesture(_ attributes: String, _ points: String) -> DataFile {
    DataFile(
      name: "g.xml",
      text: "\u{FEFF}<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\r\n"
        + "<Gesture \(attributes)>\r\n\(points)\r\n</Gesture>\r\n")
  }

  @Test func aUnistrokeIsRead() throws {
    let stroke = try Unistroke(
      gesture(
        "Name=\"pigtail07\" Subject=\"3\" Speed=\"medium\" NumPts=\"2\"",
        "<Point X=\"100\" Y=\"50\" T=\"9000\" />\n<Point X=\"110\" Y=\"50\" T=\"9012\" />"))
    #expect(stroke.shape == .pigtail)
    #expect(stroke.speed == .medium)
    #expect(stroke.subject == "3")
    #expect(
      stroke.trace.contacts == [
        [TracePoint(time: 9_000_000, 22.2, 11.1), TracePoint(time: 9_012_000, 24.42, 11.1)]
      ])
  }

  @Test func aBadUnistrokeIsRefused() {
    let point = "<Point X=\"1\" Y=\"2\" T=\"3\" />"
    let good = "Name=\"v01\" Speed=\"slow\""
    for (attributes, points) in [
      ("Name=\"zigzag01\" Speed=\"slow\"", point), ("Name=\"v01\" Speed=\"slowish\"", point),
      (good, ""), (good, "<Point X=\"1\" Y=\"2\" />"), (good, "<Point X=\"a\" Y=\"2\" T=\"3\" />"),
      (good, point + "<Point X=\"1\" Y=\"2\" T=\"2\" />"), (good, "<Point"),
    ] {
      #expect(throws: DataError.self) { try Unistroke(gesture(attributes, points)) }
    }
  }

  // MARK: Taps

  @Test func tapsAreRead() throws {
    let test = try TapTest(
      DataFile(
        name: "t.csv",
        text: """
          1000, 0, 0, 350.0, 600.0, 1.0, 0.3,360, 584
          1090, 90, 1, 352.0, 600.0, 1.0, 0.3,360, 584
          1300, 0, 0, 360.0, 610.0, 1.0, 0.3,360, 584
          1410, 110, 1, 360.0, 610.0, 1.0, 0.3,360, 584
          Total number of taps: 2
          """))
    #expect(test.screenWidth == 720)
    #expect(test.trace.contacts.count == 2)
    #expect(test.trace.contacts.allSatisfy { $0.count == 2 })
    let first = test.trace.contacts[0]
    #expect(first.map(\.time) == [1_000_000, 1_090_000])
    #expect(abs(first[1].place.x - 352 * 0.0865) < 1e-9)
    #expect(abs(test.trace.millimetresPerPixel - 0.0865) < 1e-9)
  }

  /// The words of the total stand right after the last field, where no line ends.
  @Test func aTapThatNeverLiftsAndWordsAfterTheLastFieldAreLeftOut() throws {
    let test = try TapTest(
      DataFile(
        name: "t.csv",
        text:
          "10, 0, 0, 1, 1, 1, 1,540, 9\n20, 10, 1, 1, 1, 1, 1,540, 9\n30, 0, 0, 1, 1, 1, 1,540, 9"))
    #expect(test.trace.contacts.count == 1)
    #expect(throws: DataError("t.csv", line: 1, "the finger is up already")) {
      try TapTest(DataFile(name: "t.csv", text: "10, 0, 1, 1, 1, 1, 1,540, 9"))
    }
    #expect(throws: DataError.self) { try TapTest(DataFile(name: "t.csv", text: "")) }
  }

  // MARK: Tablet

  private func tablet(_ rows: [String]) throws -> [TabletTest] {
    try TabletTest.read(
      DataFile(
        name: "uci-pd-spirals/parkinson/P_1.txt", text: rows.joined(separator: "\r\n") + "\r\n"))
  }

  @Test func testsOfAPersonAreParted() throws {
    let tests = try tablet([
      "200;100;0;1023;900;5000;0", "210;100;0;0;900;5007;0", "210;100;0;341;900;5014;0",
      "220;100;0;341;900;5021;0", "200;100;0;500;900;9000;1", "201;100;0;500;900;9007;1",
      "1;1;900;0;900;12000;2",
    ])
    // The one point before the pen was off is no contact, nor is a test without any.
    #expect(tests.map(\.kind) == [.still, .blinking])
    #expect(tests.allSatisfy { $0.isPatient && $0.person == "P_1" })
    let points = try #require(tests.first?.trace.contacts.first)
    #expect(tests[0].trace.contacts.count == 1)
    #expect(points.map(\.time) == [5_014_000, 5_021_000])
    #expect(abs(points[0].place.x - 210 * 0.204) < 1e-9)
    #expect(points[0].pressure == 341.0 / 1023)
  }

  @Test func gapsAndClocksSetBackPartContacts() throws {
    let test = try #require(
      try tablet([
        "1;1;0;9;9;1000;0", "2;1;0;9;9;1009;0", "3;1;0;9;9;1200;0", "4;1;0;9;9;1209;0",
        "5;1;0;9;9;900;0", "6;1;0;9;9;909;0",
      ]).first)
    #expect(
      test.trace.contacts.map { $0.map(\.time) } == [
        [1_000_000, 1_009_000], [1_200_000, 1_209_000], [2_209_000, 2_218_000],
      ])
  }

  @Test func aBadTabletLineIsRefused() {
    for row in ["1;1;0;9;9;1000", "1;1;0;9;9;1000;7", "1;1;0;nan;9;1000;0"] {
      #expect(throws: DataError.self) { try tablet([row]) }
    }
  }
}
