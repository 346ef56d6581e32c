import Geometry
import Scoring

/// Pressure, loops and wobble, on spirals of people with and without Parkinson's disease.
enum TabletStudy {
  static func run(on folder: DataFolder) throws(DataError) -> Findings {
    let tests = try TabletTest.all(in: folder).filter { $0.kind != .held }
    var findings = Findings()
    var table = Table(
      "Spirals on a tablet (1 pixel = 0.204 mm)",
      [
        "person", "test", "s", "contacts", "pressure", "loops", "mean mm/s", "wobble mm",
        "hesitation",
      ])
    var patients: [Double] = []
    var controls: [Double] = []
    var unread: [String] = []
    for test in tests {
      let circles = StudyCase.judgeCircles(test.trace)
      let stroke = StudyCase.stroke(along: smoothed(test.trace)).judge(test.trace)
      let pressure = circles.phase?.meanPressure?.value
      if !(pressure.map { $0 > 0 && $0 < 1 } ?? false) { unread.append(test.trace.name) }
      let wobble = stroke.guide?.wobble?.value
      if let wobble { test.isPatient ? patients.append(wobble) : controls.append(wobble) }
      table.rows.append([
        test.person, test.kind == .still ? "still" : "blinking",
        Text.figure(test.trace.duration, 1), "\(test.trace.contacts.count)",
        Text.figure(pressure, 3), "\(circles.loops)",
        Text.figure(stroke.phase?.meanSpeed?.value, 1),
        Text.figure(wobble), Text.figure(stroke.phase?.hesitation?.value, 3),
      ])
    }
    table.notes = [
      "wobble: about the person's own line, smoothed over 0.6 s; its median is"
        + " \(Text.figure(Statistics.median(controls))) mm of controls,"
        + " \(Text.figure(Statistics.median(patients))) mm of patients; AUC"
        + " \(Text.figure(Statistics.separation(low: controls, high: patients)))"
    ]
    findings.tables.append(table)
    findings.claim(
      "pressure of every tablet test is read", unread.isEmpty,
      unread.isEmpty ? "\(tests.count) tests" : "not of " + unread.joined(separator: ", "))
    return findings
  }

  /// The line that a hand without trembling would have drawn: places averaged over 0.6 s, a corner
  /// at least every 3 mm.
  static func smoothed(_ trace: Trace) -> [Point] {
    let points = trace.resampled(rate: 125).points
    let reach = 300_000
    var line: [Point] = []
    var low = 0
    var high = 0
    var sum = Point.zero
    for point in points {
      while high < points.count, points[high].time <= point.time + reach {
        sum = sum + points[high].place
        high += 1
      }
      while points[low].time < point.time - reach {
        sum = sum - points[low].place
        low += 1
      }
      let place = sum * (1 / Double(high - low))
      if line.last.map({ $0.distance(to: place) >= 3 }) ?? true { line.append(place) }
    }
    return line
  }
}
