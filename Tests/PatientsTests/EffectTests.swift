import Attempts
import Geometry
import Patients
import Scenarios
import Testing

/// Each effect has a direction: what the first course does leads to more than what the second does.
@Suite("What hands do")
struct EffectTests {
  struct Effect: CustomTestStringConvertible, Sendable {
    var name: String
    var measure: @Sendable (PatientState) -> Double
    var more: @Sendable () -> Course
    var less: @Sendable () -> Course

    init(
      _ name: String, _ measure: @escaping @Sendable (PatientState) -> Double,
      _ more: @escaping @Sendable () -> Course, over less: @escaping @Sendable () -> Course
    ) {
      self.name = name
      self.measure = measure
      self.more = more
      self.less = less
    }

    var testDescription: String { name }
  }

  static func course(
    _ scenario: Scenario = Course.scenario(), product: Product? = .warmingOil, hands: Bool = true,
    step: Course.Step = .palm, _ work: @escaping @Sendable (inout Course) -> Void
  ) -> @Sendable () -> Course {
    {
      var course = Course(scenario, product: product, hands: hands, step: step)
      work(&course)
      return course
    }
  }

  static let calm = course { $0.stroke(40) }
  @Sendable static func warmest(_ state: PatientState) -> Double { state.warmth.values.max() ?? 0 }
  @Sendable static func comfort(_ state: PatientState) -> Double { state.comfort }
  @Sendable static func rate(_ state: PatientState) -> Double { state.breathingRate }
  @Sendable static func guarding(_ state: PatientState) -> Double { state.guarding }
  @Sendable static func tone(_ state: PatientState) -> Double { state.tone }

  static let warmth: [Effect] = [
    Effect("strokes warm", warmest, calm, over: course { $0.rest(40) }),
    Effect("a resting hand warms", warmest, course { $0.hold(20) }, over: course { $0.rest(20) }),
    Effect(
      "a moving hand warms more than a resting one", warmest,
      course { $0.stroke(20, speed: 40, length: 20) }, over: course { $0.hold(20) }),
    Effect(
      "a slow hand warms more than a resting one", warmest,
      course { $0.stroke(20, speed: 8, length: 20) }, over: course { $0.hold(20) }),
    Effect("longer warms more", warmest, course { $0.stroke(60) }, over: calm),
    Effect(
      "pressure warms more", warmest, course { $0.stroke(40, pressure: 0.25) },
      over: course { $0.stroke(40, pressure: 0.05) }),
    Effect(
      "a weightless hand warms still", warmest, course { $0.stroke(40, pressure: 0) },
      over: course { $0.rest(40) }),
    Effect(
      "warming oil warms more than neutral", warmest, calm,
      over: course(product: .neutralOil) { $0.stroke(40) }),
    Effect(
      "warming cream warms more than honey", warmest,
      course(product: .warmingCream) { $0.stroke(40) },
      over: course(product: .honey) { $0.stroke(40) }),
    Effect(
      "neutral oil warms more than nothing", warmest,
      course(product: .neutralOil) { $0.stroke(40) },
      over: course(product: Product.none) { $0.stroke(40) }),
    Effect(
      "a thumb rubs harder than fingertips would", warmest,
      course(step: .thumb) { $0.hold(10, pressure: 0.2) },
      over: course { $0.hold(10, pressure: 0.2) }),
    Effect(
      "knuckles rub harder than a thumb", warmest,
      course(step: .comb) { $0.hold(10, pressure: 0.2, at: Point(75, 254)) },
      over: course(step: .thumb) { $0.hold(10, pressure: 0.2, at: Point(75, 265)) }),
    Effect(
      "skin cools", warmest, calm,
      over: course {
        $0.stroke(40)
        $0.rest(600)
      }),
  ]

  static let comfortable: [Effect] = [
    Effect("calm strokes please", comfort, calm, over: course { $0.rest(40) }),
    Effect(
      "calm presses please", comfort, course(step: .thumb) { $0.hold(20, pressure: 0.25) },
      over: course(step: .thumb) { $0.rest(20) }),
    Effect(
      "warm skin feels more", comfort, calm,
      over: course(product: Product.none) { $0.stroke(40) }),
    Effect(
      "the speed that skin likes pleases more", comfort, calm,
      over: course { $0.stroke(40, speed: 150) }),
    Effect(
      "a hand that all but rests pleases less", comfort, calm,
      over: course { $0.stroke(40, speed: 12) }),
    Effect(
      "pressure out of what is asked pleases less", comfort, calm,
      over: course { $0.stroke(40, pressure: 0.02) }),
    Effect(
      "fast work costs comfort", comfort, course { $0.rest(10) },
      over: course { $0.stroke(10, speed: 350, pressure: 0.1) }),
    Effect(
      "fast and pressed costs more", comfort,
      course { $0.stroke(10, speed: 350, pressure: 0.05) },
      over: course { $0.stroke(10, speed: 350, pressure: 0.28) }),
    Effect(
      "hard work costs comfort", comfort, course { $0.rest(10) },
      over: course { $0.hold(10, pressure: 0.6) }),
    Effect(
      "shaking costs comfort", comfort, course { $0.rest(10) },
      over: course { $0.contact(10, EffectTests.shaking) }),
    Effect(
      "prescribed shaking does not", comfort,
      course(Course.scenario(prescribed: [.vibration])) { $0.contact(10, EffectTests.shaking) },
      over: course { $0.contact(10, EffectTests.shaking) }),
    Effect(
      "tapping costs comfort", comfort, course { $0.rest(5) }, over: course { tap(&$0) }),
    Effect(
      "prescribed tapping does not", comfort,
      course(Course.scenario(prescribed: [.tapping])) { tap(&$0) }, over: course { tap(&$0) }),
    Effect(
      "pressing the spine costs comfort", comfort, course { $0.rest(10) },
      over: course(step: .comb) { $0.stroke(10, x: 0) }),
    Effect(
      "the spine bears a light palm", comfort, course { $0.stroke(10, x: 0) },
      over: course { $0.stroke(10, pressure: 0.32, x: 0) }),
    Effect(
      "pressing the spasm costs comfort", comfort, course { $0.rest(3) },
      over: course { $0.hold(3, pressure: 0.28, at: Point(-28, 430)) }),
    Effect(
      "pressing it costs before it hurts", comfort,
      course { $0.hold(0.25, pressure: 0.28, at: Point(70, 430)) },
      over: course { $0.hold(0.25, pressure: 0.28, at: Point(-28, 430)) }),
    Effect(
      "cold hands cost comfort", comfort, calm, over: course(hands: false) { $0.stroke(40) }),
    Effect(
      "an allergic skin costs comfort", comfort, calm,
      over: course(Course.scenario(allergies: [.nuts])) { $0.stroke(40) }),
    Effect(
      "comfort comes back in rest", comfort,
      course {
        $0.hold(5, pressure: 0.6)
        $0.rest(60)
      },
      over: course { $0.hold(5, pressure: 0.6) }),
    Effect(
      "what was gained fades in rest", comfort, calm,
      over: course {
        $0.stroke(40)
        $0.rest(300)
      }),
  ]

  static let defended: [Effect] = [
    Effect(
      "deep pressure first makes muscles guard", guarding,
      course { $0.hold(3, pressure: 0.5) }, over: course { $0.rest(3) }),
    Effect(
      "light first, they guard less", guarding, course { $0.hold(3, pressure: 0.5) },
      over: course {
        $0.stroke(120)
        $0.hold(3, pressure: 0.5)
      }),
    Effect(
      "sudden pressure makes them guard more than slow", guarding,
      course { $0.hold(0.25, pressure: 0.45) },
      over: course {
        $0.contact(1.1, { _ in Point(70, 250) }) { min(0.45, 0.28 + $0 * 0.17) }
      }),
    Effect(
      "deep pressure that comes slowly makes them guard still", guarding,
      course {
        $0.contact(6, { _ in Point(70, 250) }) { min(0.6, $0 * 0.15) }
      }, over: course { $0.hold(6, pressure: 0.3) }),
    Effect(
      "fast work makes them guard", guarding, course { $0.stroke(3, speed: 500) },
      over: course { $0.stroke(3) }),
    Effect(
      "shaking makes them guard", guarding, course { $0.contact(3, EffectTests.shaking) },
      over: course { $0.stroke(3) }),
    Effect(
      "guarding goes", guarding, course { $0.hold(3, pressure: 0.6) },
      over: course {
        $0.hold(3, pressure: 0.6)
        $0.rest(30)
      }),
    Effect(
      "light work lets it go sooner than rest", guarding,
      course {
        $0.hold(3, pressure: 0.6)
        $0.rest(30)
      },
      over: course {
        $0.hold(3, pressure: 0.6)
        $0.stroke(30)
      }),
    Effect("guarding tenses", tone, course { $0.hold(3, pressure: 0.6) }, over: course { _ in }),
    Effect("calm work slackens", tone, course { _ in }, over: calm),
    Effect(
      "rest brings tone back", tone,
      course {
        $0.stroke(40)
        $0.rest(180)
      }, over: calm),
    Effect("calm work slows the breath", rate, course { $0.rest(40) }, over: calm),
    Effect(
      "guarding quickens the breath", rate, course { $0.hold(10, pressure: 0.6) },
      over: course { $0.rest(10) }),
    Effect(
      "pain quickens it more", rate,
      course { $0.hold(10, pressure: 0.28, at: Point(-28, 430)) },
      over: course { $0.hold(10, pressure: 0.40) }),
    Effect(
      "after rest it is as before", rate,
      course {
        $0.stroke(40)
        $0.rest(1200)
      }, over: calm),
  ]

  /// 3 mm from side to side six times a second, straight to and fro.
  static func shaking(_ seconds: Double) -> Point {
    let turns = seconds * 6
    let share = turns - turns.rounded(.down)
    return Point(70 + 3 * (share < 0.5 ? 2 * share : 2 - 2 * share), 250)
  }

  static func tap(_ course: inout Course) {
    for _ in 0..<10 {
      course.hold(0.1, pressure: 0.1)
      course.rest(0.4)
    }
  }

  @Test(arguments: warmth + comfortable + defended)
  func more(effect: Effect) {
    let more = effect.measure(effect.more().state)
    let less = effect.measure(effect.less().state)
    #expect(more > less + 0.001, "\(effect.name): \(more), \(less)")
  }

  @Test("The periods begin as far from ease as they are from the flare")
  func beginnings() {
    let states = [Period.acute, .easing, .remission, .prevention].map {
      Course(Course.scenario(period: $0)).state
    }
    for (worse, better) in zip(states, states.dropFirst()) {
      #expect(worse.comfort < better.comfort)
      #expect(worse.tone > better.tone)
    }
  }

  @Test("Light work after a good warm-up bears what unprepared muscles do not")
  func lightFirst() {
    var course = Course()
    course.stroke(240)
    course.hold(5, pressure: 0.5)
    #expect(course.state.guarding < 0.02)
  }

  @Test("Whoever guards enjoys less")
  func guardedPleasure() {
    /// What is left of discomfort after calm strokes, as a share.
    func left(_ work: (inout Course) -> Void) -> Double {
      var course = Course()
      work(&course)
      let before = 1 - course.state.comfort
      course.stroke(20)
      return (1 - course.state.comfort) / before
    }
    let calm = left { $0.rest(3) }
    let guarded = left { $0.hold(3, pressure: 0.6, at: Point(-110, 250)) }
    #expect(calm < 0.97 && guarded > calm + 0.01)
  }

  @Test("Strain ends the ease, though guarding is long gone")
  func endOfEase() {
    func rate(_ work: (inout Course) -> Void) -> Double {
      var course = Course()
      course.stroke(120)
      work(&course)
      course.rest(240)
      #expect(course.state.guarding < 0.02)
      return course.state.breathingRate
    }
    #expect(rate { $0.contact(10, Self.shaking) } > rate { $0.rest(10) } + 0.5)
  }

  @Test("What is not felt changes nothing but the breath")
  func beside() {
    var course = Course()
    let before = course.state
    course.stroke(20, speed: 600, pressure: 1, x: 700)
    var after = course.state
    after.breath = before.breath
    #expect(after == before)
  }
}
