import BackAtlas
import Geometry
import Patients
import Scenarios
import Testing

/// The article's six indicators.
@Suite("Indicators")
struct PatientIndicatorsTests {
  private let scenario = Course.scenario()

  private func indicators(_ change: (inout PatientState) -> Void = { _ in }) -> PatientIndicators {
    var state = Course(scenario).state
    change(&state)
    return PatientIndicators(state, of: scenario)
  }

  @Test("Comfort eases pain, frees nerve and movement")
  func comfort() {
    let before = indicators()
    let after = indicators { $0.comfort += 0.2 }
    #expect(after.pain < before.pain)
    #expect(after.nerveActivity > before.nerveActivity)
    #expect(after.mobility > before.mobility)
    #expect(after.tension == before.tension && after.rootPressure == before.rootPressure)
    #expect(after.circulation == before.circulation)
  }

  @Test("Pain felt now is pain")
  func pain() {
    #expect(indicators { $0.isInPain = true }.pain >= 0.8)
    #expect(
      indicators {
        $0.comfort = 0.05
        $0.isInPain = true
      }.pain == 0.95)
  }

  @Test("Tension presses the root, the root the nerve; it stiffens")
  func tension() {
    let before = indicators()
    let after = indicators { $0.tone += 0.2 }
    #expect(after.tension > before.tension)
    #expect(after.rootPressure > before.rootPressure)
    #expect(after.nerveActivity < before.nerveActivity)
    #expect(after.mobility < before.mobility)
    #expect(after.pain == before.pain && after.circulation == before.circulation)
  }

  @Test("Warmth of the lower back is circulation, warmth of the shoulders is not")
  func circulation() {
    let back = Course.back
    func warm(_ rows: ClosedRange<Int>) -> Double {
      indicators { state in
        for row in 0..<state.warmth.rows {
          let y = state.warmth.top + (Double(row) + 0.5) * WarmthMap.cell
          guard rows.contains(Int(y)) else { continue }
          for column in 0..<state.warmth.columns {
            state.warmth.values[row * state.warmth.columns + column] = 1
          }
        }
      }.circulation
    }
    #expect(indicators().circulation == 0)
    #expect(warm(0...back.level(.t10)) == 0)
    #expect(warm(back.level(.s2) + 1...2_000) == 0)
    #expect(warm(back.level(.t12)...back.level(.s2)) == 1)
    #expect((0.2...0.8).contains(warm(back.level(.t12)...back.level(.l4))))
  }

  @Test("The nearer the flare, the more the root is pressed")
  func periods() {
    let roots = [Period.acute, .easing, .remission, .prevention].map { period in
      let scenario = Course.scenario(period: period)
      return PatientIndicators(Course(scenario).state, of: scenario).rootPressure
    }
    #expect(roots == roots.sorted(by: >))
    #expect(zip(roots, roots.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test("All stay from 0 to 1, whatever the state", arguments: 1...4 as ClosedRange<UInt64>)
  func bounds(seed: UInt64) {
    var numbers = Numbers(seed: seed)
    for _ in 0..<100 {
      let all = indicators {
        $0.comfort = numbers.share() * 3 - 1
        $0.tone = numbers.share() * 3 - 1
        $0.isInPain = numbers.share() < 0.5
        $0.warmth.values[0] = numbers.share()
      }
      let values = [
        all.pain, all.circulation, all.tension, all.rootPressure, all.nerveActivity, all.mobility,
      ]
      #expect(values.allSatisfy { (0...1).contains($0) }, "seed \(seed): \(all)")
    }
  }
}
