import Geometry

extension Trace {
  /// Microseconds from one knot of wandering to the next.
  static let wanderGap = 400_000

  /// The trace with normally distributed noise of this standard deviation in mm on either axis of
  /// every sample, each for itself.
  func jittering(_ deviation: Double, _ numbers: inout SeededNumbers) -> Trace {
    displaced { _ in Point(numbers.normal(), numbers.normal()) * deviation }
  }

  /// The trace led astray slowly: offsets of this standard deviation in mm on either axis every
  /// 0.4 s, and a smooth way from one to the next.
  func wandering(_ deviation: Double, _ numbers: inout SeededNumbers) -> Trace {
    var knots: [Point] = []
    let start = contacts.first?.first?.time ?? 0
    return displaced { time in
      let knot = (time - start) / Trace.wanderGap
      while knots.count < knot + 2 {
        knots.append(Point(numbers.normal(), numbers.normal()) * deviation)
      }
      let share = Double((time - start) % Trace.wanderGap) / Double(Trace.wanderGap)
      let smooth = share * share * (3 - 2 * share)
      return knots[knot] + (knots[knot + 1] - knots[knot]) * smooth
    }
  }

  /// Every sample moved by an offset in mm that its time gives, in the order of time.
  private func displaced(_ offset: (Int) -> Point) -> Trace {
    var trace = self
    for contact in contacts.indices {
      for index in contacts[contact].indices {
        let point = contacts[contact][index]
        trace.contacts[contact][index].place = point.place + offset(point.time)
      }
    }
    return trace
  }
}
