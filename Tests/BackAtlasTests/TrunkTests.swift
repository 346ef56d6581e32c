import BackAtlas
import Geometry
import Testing

/// Half-widths of the trunk in mm, measured off the outline at a share of the way from C7 to S2.
@Suite struct TrunkTests {
  private func halfWidth(_ back: Back, _ landmark: Landmark) -> Double {
    let trunk = back.trunk
    var inside = 0.0
    for tenths in 0...4_000 {
      let x = Double(tenths) / 10
      let isInside = trunk.contains(back.place(landmark, x: x).fine)
      // The same on both sides, and without holes.
      #expect(isInside == trunk.contains(back.place(landmark, x: -x).fine))
      if isInside { inside = x }
    }
    return inside
  }

  /// The waist is narrower than the chest and the hips, for everyone. Expected are the figures of
  /// ANSUR II (2012) at the median, half of each breadth: a man's waist 163 and hips 172, a woman's
  /// 149 and 177, within the 8 to 12 mm by which the drawn line may be slimmer; the chest under the
  /// armpits is 145 to 170 and 134 to 155.
  @Test(arguments: [
    // Width follows half of a difference in stature.
    (Sex.male, 1755, 170.0, 163.0, 172.0), (.male, 1950, 179, 172, 182),
    (.female, 1626, 155, 149, 177), (.female, 1500, 149, 143, 170),
  ])
  func halfWidths(sex: Sex, stature: Int, chest: Double, waist: Double, hips: Double) {
    let back = Back(sex: sex, stature: stature)
    let found = [Landmark.t9, .l2, .s2].map { halfWidth(back, $0) }
    for (value, expected) in zip(found, [chest, waist, hips]) {
      #expect(abs(value - expected) < 12, "\(found)")
    }
    #expect(found[1] < found[0] && found[1] < found[2])
  }

  @Test func theTrunkEndsBelowTheButtocksAndAtTheNape() {
    let back = Back(sex: .male, stature: 1755)
    #expect(back.trunk.contains(back.place(.t1, x: 0).fine))
    #expect(back.trunk.contains(Position(millimetres: 60, 700).fine))
    #expect(!back.trunk.contains(Position(millimetres: 60, 760).fine))
    #expect(!back.trunk.contains(Position(millimetres: 0, -20).fine))
  }
}
