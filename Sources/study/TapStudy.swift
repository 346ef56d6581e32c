import Scoring

/// Tapping, on tests of finger tapping.
enum TapStudy {
  static func run(on folder: DataFolder) throws(DataError) -> Findings {
    var table = Table(
      "Finger tapping",
      ["test", "mm a pixel", "contacts", "s", "in alarms", "share", "by itself", "share"])
    var findings = Findings()
    var leastAlone = 1.0
    var leastInAlarms = 1.0
    var calm: [String] = []
    for test in try TapTest.all(in: folder) {
      let count = test.trace.contacts.count
      let judged = StudyCase.judgeCircles(test.trace)
      let alone = test.trace.contacts.count { isTap($0, test.trace) }
      leastAlone = min(leastAlone, Double(alone) / Double(count))
      leastInAlarms = min(leastInAlarms, Double(judged.taps) / Double(count))
      if !judged.isTappingCritical { calm.append(test.trace.name) }
      table.rows.append([
        String(test.trace.name.dropFirst("pdkit-taps/".count).prefix(36)),
        Text.figure(test.trace.millimetresPerPixel, 4), "\(count)",
        Text.figure(test.trace.duration, 0), "\(judged.taps)", Text.share(judged.taps, of: count),
        "\(alone)", Text.share(alone, of: count),
      ])
    }
    table.notes = [
      "in alarms: contacts that the whole test brings into alarms of tapping; by itself: contacts",
      "that are an alarm of three when made three times in a row",
    ]
    findings.tables.append(table)
    findings.claim(
      "at least 83 % of a test's contacts are taps by themselves", leastAlone >= 0.83,
      "\(Text.figure(leastAlone * 100, 1)) % at least")
    findings.claim(
      "at least 70 % of a test's contacts are in alarms of tapping", leastInAlarms >= 0.7,
      "\(Text.figure(leastInAlarms * 100, 1)) % at least")
    findings.claim(
      "tapping is critical in every test", calm.isEmpty,
      calm.isEmpty ? "in all" : "not in " + calm.joined(separator: ", "))
    return findings
  }

  /// Whether a contact, made three times with 300 ms between, is an alarm.
  private static func isTap(_ contact: [TracePoint], _ trace: Trace) -> Bool {
    guard let first = contact.first, let last = contact.last else { return false }
    let period = last.time - first.time + 300_000
    let thrice = (0..<3).map { turn in
      contact.map { point in
        var point = point
        point.time += turn * period
        return point
      }
    }
    let trace = Trace(
      name: trace.name, millimetresPerPixel: trace.millimetresPerPixel, contacts: thrice)
    return StudyCase.judgeCircles(trace).taps == 3
  }
}
