/// Vibration made by formulas: what must be found, and what must not.
enum VibrationStudy {
  /// Pixels in mm.
  static let grids = [0.2, 0.77, 1.35]
  /// Shares of a period at which a motion begins.
  static let phases = [0, 0.13, 0.29]

  static func run() -> Findings {
    var findings = Findings()
    circles(&findings)
    vibrations(&findings)
    trembling(&findings)
    return findings
  }

  // MARK: Circles

  private static func circles(_ findings: inout Findings) {
    struct Circle: Sendable {
      var diameter: Double
      var perMinute: Double
      var advance: Double
      var rate: Int
      var grid: Double
    }
    let rates = [60, 125, 250, 1000]
    var circles: [Circle] = []
    for diameter in stride(from: 20.0, through: 100, by: 10) {
      for perMinute in [20.0, 60, 120, 180, 195, 210, 225, 240, 270, 300] {
        for advance in [0, 0.4] {
          for rate in rates {
            circles += grids.map {
              Circle(
                diameter: diameter, perMinute: perMinute, advance: advance, rate: rate, grid: $0)
            }
          }
        }
      }
    }
    let found = Concurrent.map(circles) { circle in
      let trace = GeneratedMotion.circles(
        diameter: circle.diameter, perMinute: circle.perMinute, advance: circle.advance,
        phase: 0.05, duration: max(2.5, 90 / circle.perMinute)
      ).trace(rate: circle.rate, pixel: circle.grid)
      return StudyCase.judgeCircles(trace).vibrations > 0
    }
    var table = Table(
      "Circles of 20 to 100 mm at 20 to 300 a minute: alarms of vibration",
      ["grid mm"] + rates.map { "\($0) Hz" })
    for grid in grids {
      table.rows.append(
        ["\(grid)"]
          + rates.map { rate in
            var count = Count()
            for (circle, isFound) in zip(circles, found)
            where circle.grid == grid && circle.rate == rate {
              count.add(isFound)
            }
            return count.text
          })
    }
    let alarms = zip(circles, found).filter(\.1).map(\.0)
    table.notes = alarms.prefix(20).map {
      "\($0.diameter) mm, \($0.perMinute) a minute, advance \($0.advance), \($0.rate) Hz,"
        + " \($0.grid) mm"
    }
    findings.tables.append(table)
    findings.claim(
      "no alarm of vibration in circles of 20 to 100 mm at 20 to 300 a minute, 60 to 1000 Hz,"
        + " 0.2 to 1.35 mm a pixel", alarms.isEmpty, "\(alarms.count) in \(circles.count)")
  }

  // MARK: To and fro

  private struct Shake: Sendable {
    var amplitude: Double
    var frequency: Double
    var direction: Direction
    var speed: Double
    var phase: Double
    var rate: Int
    var grid: Double

    /// What the rule promises to find: the coarser the grid, the wider the vibration must be.
    var isPromised: Bool {
      direction != .between && frequency >= 4
        && (amplitude >= 3 || (amplitude >= 2 && grid < 1) || grid < 0.5)
    }
  }

  private static func shakes(_ frequencies: [Double]) -> [Shake] {
    var shakes: [Shake] = []
    for amplitude in [1.0, 2, 3] {
      for grid in grids {
        for direction in Direction.allCases {
          for frequency in frequencies {
            for rate in [125, 250, 1000] {
              for phase in phases.prefix(2) {
                shakes += [0, 60].map {
                  Shake(
                    amplitude: amplitude, frequency: frequency, direction: direction, speed: $0,
                    phase: phase, rate: rate, grid: grid)
                }
              }
            }
          }
        }
      }
    }
    return shakes
  }

  private static func vibrations(_ findings: inout Findings) {
    let frequencies = [3.0, 4, 5, 6, 7, 8, 9, 10, 11, 12]
    let shakes = shakes(frequencies)
    let found = Concurrent.map(shakes) { shake in
      let judged = StudyCase.judgeCircles(
        GeneratedMotion.vibration(
          amplitude: shake.amplitude, frequency: shake.frequency, direction: shake.direction,
          speed: shake.speed, phase: shake.phase, duration: 2
        ).trace(rate: shake.rate, pixel: shake.grid))
      return shake.frequency < 4 ? judged.vibrations > 0 : judged.isVibrationCritical
    }
    var table = Table(
      "Vibration for 2 s, at rest and while moving on: 3 Hz found, others found and critical",
      ["mm either side", "grid mm", "along"] + frequencies.map { "\(Text.figure($0, 0)) Hz" })
    for amplitude in [1.0, 2, 3] {
      for grid in grids {
        for isBetween in [false, true] {
          var row = [
            Text.figure(amplitude, 0), "\(grid)",
            isBetween ? Direction.between.rawValue : "axes, diagonals",
          ]
          for frequency in frequencies {
            var count = Count()
            for (shake, isFound) in zip(shakes, found)
            where shake.amplitude == amplitude && shake.grid == grid
              && shake.frequency == frequency && (shake.direction == .between) == isBetween
            {
              count.add(isFound)
            }
            row.append(count.text)
          }
          table.rows.append(row)
        }
      }
    }
    findings.tables.append(table)
    var promised = Count()
    var slow = Count()
    for (shake, isFound) in zip(shakes, found) {
      if shake.isPromised { promised.add(isFound) }
      if shake.frequency < 4 { slow.add(isFound) }
    }
    findings.claim(
      "vibration at 4 to 12 Hz from 125 Hz, along axes and diagonals, is found and critical: of"
        + " 3 mm through 1.35 mm a pixel, 2 mm through 0.77, 1 mm through 0.2",
      promised.found == promised.all, promised.text)
    findings.claim("3 Hz is no vibration", slow.found == 0, "\(slow.text) found")
  }

  // MARK: Trembling

  private static func trembling(_ findings: inout Findings) {
    struct Tremble: Sendable {
      var diameter: Double
      var frequency: Double
      var phase: Double
      var rate: Int
      var grid: Double
    }
    let frequencies = [5.0, 6, 7, 8, 9, 10]
    let diameters = [2.0, 3, 4, 5]
    var trembles: [Tremble] = []
    for diameter in diameters {
      for frequency in frequencies {
        for phase in phases {
          for rate in [125, 250, 1000] {
            trembles += grids.map {
              Tremble(
                diameter: diameter, frequency: frequency, phase: phase, rate: rate, grid: $0)
            }
          }
        }
      }
    }
    let found = Concurrent.map(trembles) { tremble in
      let trace = GeneratedMotion.circles(
        diameter: tremble.diameter, perMinute: tremble.frequency * 60, advance: 0,
        phase: tremble.phase, duration: 2
      ).trace(rate: tremble.rate, pixel: tremble.grid)
      return StudyCase.judgeCircles(trace).vibrations > 0
    }
    var table = Table(
      "Trembling in circles for 2 s: found",
      ["diameter mm", "grid mm"] + frequencies.map { "\(Text.figure($0, 0)) Hz" })
    var promised = Count()
    for diameter in diameters {
      for grid in grids {
        var row = [Text.figure(diameter, 0), "\(grid)"]
        for frequency in frequencies {
          var count = Count()
          for (tremble, isFound) in zip(trembles, found)
          where tremble.diameter == diameter && tremble.grid == grid
            && tremble.frequency == frequency
          {
            count.add(isFound)
            // Of a circle of 2 mm a grid of 1.35 mm shows next to nothing.
            if grid < 1 || diameter > 2 { promised.add(isFound) }
          }
          row.append(count.text)
        }
        table.rows.append(row)
      }
    }
    findings.tables.append(table)
    findings.claim(
      "trembling in circles of 2 to 5 mm (through 1.35 mm a pixel: 3 to 5) at 5 to 10 Hz is found",
      promised.found == promised.all, promised.text)
  }
}

/// How many of a number of motions were found.
struct Count: Sendable {
  private(set) var all = 0
  private(set) var found = 0

  mutating func add(_ isFound: Bool) {
    all += 1
    if isFound { found += 1 }
  }

  var text: String { "\(found)/\(all)" }
}
