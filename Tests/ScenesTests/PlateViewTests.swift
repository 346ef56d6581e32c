import BackAtlas
import Geometry
import Testing

@testable import Scenes

@Suite struct PlateViewTests {
  static let frames = [
    Frame(width: 1280, height: 800), Frame(width: 1920, height: 1080),
    Frame(width: 960, height: 600), Frame(width: 1280, height: 1024),
    Frame(width: 3840, height: 2160),
  ]
  static let backs = [
    Back(sex: .male, stature: 1755), Back(sex: .female, stature: 1626),
    Back(sex: .male, stature: 2200), Back(sex: .female, stature: 1200),
  ]

  @Test(arguments: frames) func roundTrips(_ frame: Frame) {
    for back in Self.backs {
      for kind in PlateView.Kind.allCases {
        let view = PlateView(kind, back: back, in: frame)
        for place in [Point(0, 0), Point(-52, 207), Point(150, 530), Point(-1999, 1999)] {
          let there = view.millimetres(view.frame(place))
          #expect(there.distance(to: place) < 1e-9)
        }
        let step = view.frame(Point(100, 0)).x - view.frame(Point(0, 0)).x
        #expect(abs(100 / step - view.millimetresPerUnit) < 1e-12)
      }
    }
  }

  @Test func theReferenceIsTheStyleSheets() {
    let frame = Frame(width: 1280, height: 800)
    let whole = PlateView(.wholeBack, back: Self.backs[0], in: frame)
    #expect(whole.scale == 0.74)
    #expect(whole.frame(.zero) == Point(384, 178))
    let lower = PlateView(.lowerBack, back: Self.backs[0], in: frame)
    #expect(lower.scale == 1.3)
    #expect(lower.frame(.zero).distance(to: Point(404, -202)) < 0.1)
  }

  @Test(arguments: frames) func theWorkFitsForEveryBack(_ frame: Frame) {
    for back in Self.backs {
      for x in [-150.0, 150] {
        let whole = PlateView(.wholeBack, back: back, in: frame)
        #expect(whole.contains(whole.frame(Point(x, 0))))
        #expect(whole.contains(whole.frame(Point(x, Double(back.level(.s2)) + 40))))
        let lower = PlateView(.lowerBack, back: back, in: frame)
        #expect(lower.contains(lower.frame(Point(x, Double(back.level(.t7))))))
        #expect(lower.contains(lower.frame(Point(x, Double(back.level(.s2)) + 40))))
      }
    }
  }

  @Test func theRailIsNotThePlate() {
    let view = PlateView(.wholeBack, back: Self.backs[0], in: Frame(width: 1280, height: 800))
    #expect(view.contains(Point(767, 100)))
    #expect(!view.contains(Point(769, 100)))
    #expect(!view.contains(Point(400, 761)))
  }
}
