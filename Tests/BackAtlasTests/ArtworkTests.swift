import BackAtlas
import Geometry
import Testing

@Suite struct ArtworkTests {
  static let backs: [Back] = [
    Back(sex: .male, stature: 1755), Back(sex: .female, stature: 1626),
    Back(sex: .male, stature: 2200), Back(sex: .male, stature: 1200),
    Back(sex: .female, stature: 2200), Back(sex: .female, stature: 1200),
  ]

  @Test(arguments: backs) func everySpineLiesOnItsLevel(_ back: Back) {
    for (landmark, drawn) in zip(Landmark.allCases, Artwork.levels) {
      let place = back.place(ofArtwork: Point(0, drawn))
      #expect(abs(place.y - Double(back.level(landmark))) < 1e-9, "\(landmark)")
      #expect(place.x == 0)
    }
  }

  @Test(arguments: backs) func nothingFoldsOver(_ back: Back) {
    // On the midline, beside the trunk and along the arm.
    for x in [0.0, 50, 150, 210, 270] {
      var last = -Double.infinity
      for step in -220...900 {
        let y = back.place(ofArtwork: Point(x, Double(step))).y
        #expect(y > last, "x \(x), y \(step)")
        last = y
      }
    }
    for y in stride(from: -200.0, through: 800, by: 20) {
      var last = -1.0
      for x in stride(from: 0.0, through: 300, by: 2) {
        let place = back.place(ofArtwork: Point(x, y)).x
        #expect(place > last)
        last = place
      }
    }
  }

  @Test func bothHalvesAreAlike() {
    let back = Back(sex: .female, stature: 1700)
    for (x, y) in [(30.0, 100.0), (170, 500), (250, 700)] {
      let (right, left) = (
        back.place(ofArtwork: Point(x, y)), back.place(ofArtwork: Point(-x, y))
      )
      #expect(right.x == -left.x && right.y == left.y)
    }
  }

  /// Half-widths of ANSUR II at the median stature, in mm, to within 6 %: shoulders, waist, hips.
  @Test(arguments: [
    (Sex.male, [255.0, 163, 172]), (Sex.female, [225.0, 149, 177]),
  ]) func contoursHaveThePatientsWidths(_ sex: Sex, _ expected: [Double]) {
    let back = Back(sex: sex, stature: Back.medianStature(sex))
    let drawn = [Point(244, 126), Point(153.5, 392), Point(175, 626)]
    for (point, width) in zip(drawn, expected) {
      let share = back.place(ofArtwork: point).x / width
      #expect((0.94...1.06).contains(share), "\(sex) \(point): \(share)")
    }
  }

  @Test func linesAreThereInBothHalves() {
    #expect(Artwork.lines.count > 400)
    for kind in Artwork.Kind.allCases {
      let lines = Artwork.lines.filter { $0.kind == kind }
      #expect(!lines.isEmpty, "\(kind)")
      let places = lines.flatMap { $0.curve.points(stepsPerPiece: 8) }.map(\.x)
      // Hair and hatching are uneven as if by hand, the cleft is one line; all else is mirrored.
      let isFree = [.hatching, .hairStrand, .cleft].contains(kind)
      let (low, high) = (places.reduce(.infinity, min), places.reduce(-.infinity, max))
      #expect(isFree || abs(low + high) < 1e-6, "\(kind) leans to one side")
    }
    #expect(Artwork.lines.filter { $0.kind == .thoracicSpine }.count == 13)
    #expect(Artwork.lines.filter { $0.kind == .lumbarSpine }.count == 5)
  }

  @Test func hatchingLiesOnTheBody() {
    let outline = Polygon(
      Artwork.silhouette.points(stepsPerPiece: 12).map {
        FinePoint(FinePoint(x: 0, y: 0), offset: $0)
      })
    for line in Artwork.lines where line.kind == .hatching {
      let end = FinePoint(FinePoint(x: 0, y: 0), offset: line.curve.end)
      #expect(outline.contains(end), "a stroke ends off the body at \(line.curve.end)")
    }
  }
}

@Suite struct CurveTests {
  let curve = Curve([0, 0, 0, 10, 10, 20, 20, 20])

  @Test func reversingKeepsThePoints() {
    let points = curve.points(stepsPerPiece: 4)
    let back = curve.reversed.points(stepsPerPiece: 4)
    for (a, b) in zip(points, back.reversed()) { #expect(a.distance(to: b) < 1e-12) }
  }

  @Test func joiningBridgesGaps() {
    let next = Curve(from: Point(30, 20), to: Point(40, 20))
    let whole = curve.joined(with: next)
    #expect(whole.pieces.count == 3)
    #expect(whole.end == Point(40, 20))
    #expect(curve.joined(with: Curve(from: Point(20, 20), to: Point(40, 20))).pieces.count == 2)
  }

  @Test func ellipsesKeepTheirRadii() {
    let ellipse = Curve(ellipseAround: Point(5, 5), radiusX: 3, radiusY: 4)
    for point in ellipse.points(stepsPerPiece: 16) {
      let (x, y) = ((point.x - 5) / 3, (point.y - 5) / 4)
      #expect(abs(x * x + y * y - 1) < 1e-3)
    }
  }
}

@Suite struct PlaceTests {
  let back = Back(sex: .male, stature: 1755)

  @Test func nearestLevels() {
    #expect(back.nearestLevel(-100) == .c7)
    #expect(back.nearestLevel(429) == .l3)
    #expect(back.nearestLevel(442) == .l3)
    #expect(back.nearestLevel(443) == .l4)
    #expect(back.nearestLevel(2000) == .s2)
    // Midway the upper one is named: L1 lies at 375 and L2 at 402.
    #expect(back.nearestLevel(388.5) == .l1)
  }

  @Test func namesOfPlaces() {
    #expect(back.name(of: Point(-44, 430)).description == "left L3")
    #expect(back.name(of: Point(44, 530)).description == "right S2")
    #expect(back.name(of: Point(5, 3)).description == "C7")
  }
}
