import BackAtlas
import Geometry
import Testing

@Suite struct LevelTests {
  /// Levels below C7 in mm at the median statures (domain figures, C7 to S2).
  @Test func medianLevelsAreThoseOfTheTable() {
    let male = [
      0, 28, 56, 83, 111, 143, 175, 207, 233, 260, 287, 316, 346, 375, 402, 429, 456, 483, 530,
    ]
    let female = [
      0, 24, 49, 73, 98, 125, 153, 181, 205, 228, 251, 277, 303, 329, 353, 376, 400, 424, 465,
    ]
    let man = Back(sex: .male, stature: 1755)
    let woman = Back(sex: .female, stature: 1626)
    #expect(Landmark.allCases.map(man.level) == male)
    #expect(Landmark.allCases.map(woman.level) == female)
  }

  /// Worked by hand: level times stature over the median stature, rounded.
  @Test(arguments: [
    (Sex.male, 1780, Landmark.l4, 462), (.male, 1780, .s2, 538), (.male, 1780, .t7, 210),
    (.male, 1200, .s2, 362), (.male, 2200, .s2, 664), (.male, 2200, .c7, 0),
    (.female, 1670, .s2, 478), (.female, 1670, .l5, 435), (.female, 1200, .t1, 18),
    (.female, 2200, .l1, 445),
  ])
  func otherStaturesScale(sex: Sex, stature: Int, landmark: Landmark, level: Int) {
    #expect(Back(sex: sex, stature: stature).level(landmark) == level)
  }

  @Test func levelsGrowTowardTheFeetAtEveryStature() {
    for sex in Sex.allCases {
      for stature in 1200...2200 {
        let levels = Landmark.allCases.map(Back(sex: sex, stature: stature).level)
        #expect(zip(levels, levels.dropFirst()).allSatisfy { $0 < $1 }, "\(sex) \(stature)")
      }
    }
  }

  @Test func placesKeepWidthsAsWritten() {
    let back = Back(sex: .male, stature: 1780)
    #expect(back.place(.l4, x: -80, further: -10) == Position(x: -8_000, y: 45_200))
    #expect(back.place(.c7, x: 0.005) == Position(x: 1, y: 0))
  }

  @Test func regionsFollowTheLandmarks() {
    let back = Back(sex: .female, stature: 1626)
    let spine = Region.spine.outline(on: back)
    #expect(spine.lowerBound == Position(millimetres: -12, 0).fine)
    #expect(spine.upperBound == Position(millimetres: 12, 465).fine)
    let left = Region.kidneyLeft.outline(on: back)
    #expect(left.lowerBound == Position(millimetres: -95, 277).fine)
    #expect(left.upperBound == Position(millimetres: -25, 376).fine)
    let right = Region.kidneyRight.outline(on: back)
    #expect(right.lowerBound == Position(millimetres: 25, 277).fine)
    #expect(right.upperBound == Position(millimetres: 95, 376).fine)
  }
}
