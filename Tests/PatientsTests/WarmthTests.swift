import Attempts
import BackAtlas
import Geometry
import Patients
import Scenarios
import Testing

/// How warm the skin becomes, and where.
@Suite("Warmth under the hands")
struct WarmthTests {
  /// Strokes on the two lanes of 80 mm beside the spine, T7 to S2, as warm-ups are.
  private func lanes(_ minutes: Int, product: Product = .warmingOil) -> Course {
    var course = Course(product: product)
    for minute in 0..<minutes * 2 {
      course.stroke(
        30, speed: 100, pressure: 0.3, x: minute % 2 == 0 ? -52 : 52, from: 207, length: 323)
    }
    return course
  }

  private func value(_ course: Course, _ place: Point) -> Double {
    let map = course.state.warmth
    let column = Int((place.x - map.left) / WarmthMap.cell)
    let row = Int((place.y - map.top) / WarmthMap.cell)
    return map.values[row * map.columns + column]
  }

  @Test("The lanes are warm after five minutes, hardly warmer after ten")
  func saturation() {
    let five = value(lanes(5), Point(52, 380))
    let ten = value(lanes(10), Point(52, 380))
    #expect(five > 0.85)
    #expect(ten > five && ten < 1)
    #expect(ten - five < 0.15)
  }

  @Test("No product lets the skin become warmer than it can")
  func ceilings() {
    for (product, ceiling) in [
      (Product.warmingOil, 1.0), (.warmingCream, 1), (.honey, 0.9), (.neutralOil, 0.8),
      (.none, 0.6),
    ] {
      var course = Course(product: product)
      course.stroke(240, speed: 40, pressure: 0.3, length: 10)
      #expect(course.warmest <= ceiling, "\(product)")
      #expect(course.warmest > ceiling - 0.01, "\(product)")
    }
  }

  @Test("An hour later the back is still warmer than before")
  func cooling() {
    var course = Course()
    course.stroke(120, speed: 40, length: 10)
    let warm = course.warmest
    course.rest(1_800)
    #expect(course.warmest / warm > 0.45 && course.warmest / warm < 0.60)
    course.rest(1_800)
    #expect(course.warmest / warm > 0.20 && course.warmest / warm < 0.35)
  }

  @Test("What is under the disc is warm, what is not is as before")
  func disc() {
    var course = Course()
    course.hold(30, at: Point(70, 250))
    let map = course.state.warmth
    for row in 0..<map.rows {
      for column in 0..<map.columns {
        let middle = Point(
          map.left + (Double(column) + 0.5) * 10, map.top + (Double(row) + 0.5) * 10)
        let isUnder = middle.distance(to: Point(70, 250)) <= 40
        #expect((map.values[row * map.columns + column] > 0) == isUnder, "\(middle)")
      }
    }
  }

  @Test("Four knuckles stand in a row along the spine")
  func knuckles() {
    var course = Course(step: .comb)
    course.hold(5, pressure: 0.2, at: Point(75, 254))
    #expect(value(course, Point(75, 221)) > 0 && value(course, Point(75, 287)) > 0)
    #expect(value(course, Point(42, 254)) == 0 && value(course, Point(108, 254)) == 0)
  }

  @Test("A fast hand leaves no cold gap on its way")
  func sweep() {
    var course = Course(step: .thumb)
    course.stroke(0.4, speed: 1_000, x: 65, from: 100, length: 400)
    for y in stride(from: 115.0, through: 430, by: 10) {
      #expect(value(course, Point(65, y)) > 0, "\(y)")
    }
  }

  @Test("Only the skin of the back becomes warm", arguments: [1, 2, 3] as [UInt64])
  func skin(seed: UInt64) {
    var numbers = Numbers(seed: seed)
    var course = Course(step: seed == 3 ? .comb : .palm)
    for _ in 0..<60 {
      let (a, b) = (
        Point(numbers.share() * 700 - 350, numbers.share() * 1_000 - 150),
        Point(numbers.share() * 700 - 350, numbers.share() * 1_000 - 150)
      )
      course.contact(1) { Point(a.x + (b.x - a.x) * $0, a.y + (b.y - a.y) * $0) }
    }
    let map = course.state.warmth
    let trunk = Course.back.trunk
    var warm = 0
    for row in 0..<map.rows {
      for column in 0..<map.columns {
        let middle = Position(
          millimetres: map.left + (Double(column) + 0.5) * 10, map.top + (Double(row) + 0.5) * 10)
        let value = map.values[row * map.columns + column]
        if value > 0 { warm += 1 }
        #expect(value == 0 || trunk.contains(middle.fine), "seed \(seed), \(middle)")
      }
    }
    #expect(warm > 500, "seed \(seed)")
  }

  @Test("The cells hold the whole back of the smallest and of the tallest")
  func cells() {
    for (sex, stature) in [(Sex.male, 1200), (.female, 1626), (.male, 2200)] {
      var scenario = Course.scenario()
      scenario.patient.back = Back(sex: sex, stature: stature)
      let map = Course(scenario).state.warmth
      let trunk = scenario.patient.back.trunk
      #expect(map.left == -Double(map.columns) * 5)
      #expect(map.left <= trunk.lowerBound.point.x && map.top <= trunk.lowerBound.point.y)
      #expect(map.top + Double(map.rows) * 10 >= trunk.upperBound.point.y)
    }
  }
}
