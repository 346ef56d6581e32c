import Scoring

/// Vibration made by formulas: what must be found, and what must not.
enum VibrationStudy {
  static let grids = [0.2, 0.77, 1.35]
  static let phases = [0.0, 0.13, 0.29]

  static func run() -> Findings {
    var findings = Findings()
    circles(&findings)
    vibrations(&findings)
    trembling(&findings)
    return findings
  }

  /// How many of a set of motions were found, by a row and a column of a table.
  private struct Count {
    var all = 0
    var found = 0

    mutating func add(_ isFound: Bool) {
      all += 1
      if isFound { found += 1 }
    }
  }

  private static func circles(_ findings: inout Findings) {
    let rates = [60, 125, 250, 500, 1000]
    let advances = [0, 0.4]
    var table = Table(
      "Circles of 20 to 100 mm at 20 to 300 a minute: alarms of vibration",
      ["grid mm"] + rates.map { "\($0) Hz" })
    var all = Count()
    for grid in grids {
      var row = ["\(grid)"]
      for rate in rates {
        var count = Count()
        for diameter in stride(from: 20.0, through: 100, by: 10) {
          for perMinute in [20.0, 40, 60, 90, 120, 150, 180, 210, 240, 270, 300] {
            for advance in advances {
              let duration = max(3, 60 / perMinute * 2.5)
              let trace = GeneratedMotion.circles(
                diameter: diameter, perMinute: perMinute, advance: advance, phase: 0.05,
                duration: duration
              ).trace(rate: rate, pixel: grid)
              let isFound = StudyCase.circles.judge(trace).vibrations > 0
              count.add(isFound)
              all.add(isFound)
              if isFound {
                table.notes.append(
                  "\(diameter) mm, \(perMinute) a minute, advance \(advance), \(rate) Hz, \(grid) mm"
                )
              }
            }
          }
        }
        row.append("\(count.found) of \(count.all)")
      }
      table.rows.append(row)
    }
    findings.tables.append(table)
    findings.claim(
      "no alarm of vibration in circles of 20 to 100 mm", all.found == 0,
      "\(all.found) in \(all.all)")
  }

  private static func vibrations(_ findings: inout Findings) {
    let frequencies = [3.0, 4, 5, 6, 7, 8, 9, 10, 11, 12]
    let rates = [125, 250, 500, 1000]
    var slow = Count()
    var asked = Count()
    for (amplitude, isClaimed) in [(1.0, false), (2, false), (3, true)] {
      for grid in grids {
        var table = Table(
          "Vibration of \(Text.figure(amplitude, 0)) mm either side for 2 s through \(grid) mm:"
            + " found and critical",
          ["direction"] + frequencies.map { "\(Text.figure($0, 0)) Hz" })
        for direction in Direction.allCases {
          var row = [direction.rawValue]
          for frequency in frequencies {
            var count = Count()
            for rate in rates {
              for phase in phases {
                for speed in [0.0, 60] {
                  let judged = judge(
                    GeneratedMotion.vibration(
                      amplitude: amplitude, frequency: frequency, direction: direction,
                      speed: speed, phase: phase, duration: 2
                    ).trace(rate: rate, pixel: grid))
                  if frequency < 4 {
                    count.add(judged.vibrations > 0)
                    slow.add(judged.vibrations > 0)
                  } else {
                    count.add(judged.isVibrationCritical)
                    if isClaimed, direction != .between { asked.add(judged.isVibrationCritical) }
                  }
                }
              }
            }
            row.append("\(count.found)/\(count.all)")
          }
          table.rows.append(row)
        }
        findings.tables.append(table)
      }
    }
    findings.claim(
      "vibration of 3 mm at 4 to 12 Hz is found and critical from 125 Hz through 0.2 to 1.35 mm,"
        + " along axes and diagonals", asked.found == asked.all, "\(asked.found) of \(asked.all)")
    findings.claim("3 Hz is no vibration", slow.found == 0, "\(slow.found) of \(slow.all) found")
  }

  private static func trembling(_ findings: inout Findings) {
    let diameters = [2.0, 3, 4, 5]
    let frequencies = [5.0, 6, 7, 8, 9, 10]
    var fine = Count()
    for grid in grids {
      var table = Table(
        "Trembling in circles for 2 s through \(grid) mm: found",
        ["diameter mm"] + frequencies.map { "\(Text.figure($0, 0)) Hz" })
      for diameter in diameters {
        var row = [Text.figure(diameter, 0)]
        for frequency in frequencies {
          var count = Count()
          for rate in [125, 250, 500, 1000] {
            for phase in phases {
              let trace = GeneratedMotion.circles(
                diameter: diameter, perMinute: frequency * 60, advance: 0, phase: phase, duration: 2
              ).trace(rate: rate, pixel: grid)
              let isFound = judge(trace).vibrations > 0
              count.add(isFound)
              if grid == grids[0] { fine.add(isFound) }
            }
          }
          row.append("\(count.found)/\(count.all)")
        }
        table.rows.append(row)
      }
      findings.tables.append(table)
    }
    findings.claim(
      "trembling in circles of 2 to 5 mm at 5 to 10 Hz is found through 0.2 mm",
      fine.found == fine.all, "\(fine.found) of \(fine.all)")
  }

  private static func judge(_ trace: Trace) -> Judged { StudyCase.circles.judge(trace) }
}
