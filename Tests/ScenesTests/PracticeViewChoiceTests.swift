import BackAtlas
import Geometry
import Scenarios
import Testing

@testable import Scenes

@Suite struct PracticeViewChoiceTests {
  private let frame = Frame(width: 1280, height: 800)

  private func scenario(_ phases: [Phase]) -> Scenario {
    var scenario = SampleCases.lifting
    scenario.phases = phases
    return scenario
  }

  @Test func workOnTheLowerBackBeginsThere() {
    let back = SampleCases.back()
    #expect(PlateView.first(for: scenario([SampleCases.comb(back)])) == .lowerBack)
    #expect(PlateView.first(for: scenario([PracticeSamples.points(back)])) == .lowerBack)
    #expect(PlateView.first(for: scenario([PracticeSamples.honey(back)])) == .lowerBack)
  }

  @Test func oneGuideHigherUpShowsTheWholeBack() {
    let back = SampleCases.back()
    let strokes = SampleCases.strokes("a", "Strokes", back)
    #expect(PlateView.first(for: scenario([strokes])) == .wholeBack)
    #expect(PlateView.first(for: scenario([SampleCases.comb(back), strokes])) == .wholeBack)
    #expect(PlateView.first(for: scenario([])) == .wholeBack)
    // A drill has the work of its step alone.
    let both = scenario([SampleCases.comb(back), strokes])
    #expect(PlateView.first(for: both, only: both.phases[0]) == .lowerBack)
    #expect(PlateView.first(for: both, only: both.phases[1]) == .wholeBack)
  }

  /// What a case begins with shows all of its work clear of the cards at the upper edge.
  @Test(arguments: [Sex.male, .female], [1250, 1640, 2150])
  func theFirstViewShowsTheWork(_ sex: Sex, _ stature: Int) {
    let back = Back(sex: sex, stature: stature)
    let comb = SampleCases.comb(back)
    #expect(PlateView.first(for: scenario(for: back, [comb])) == .lowerBack)
    let view = PlateView(.lowerBack, back: back, in: frame)
    let work = PlateView.work(of: comb)
    #expect(view.layout(Point(work.x, work.y)).y > 131)
    #expect(view.layout(Point(work.maxX, work.maxY)).y < view.area.maxY)
  }

  private func scenario(for back: Back, _ phases: [Phase]) -> Scenario {
    var scenario = scenario(phases)
    scenario.patient.back = back
    return scenario
  }

  @Test func lifeSizeIsOfferedWhereItIsSetAndFits() {
    let back = SampleCases.back()
    let comb = SampleCases.comb(back)
    func choices(_ pixels: Double?) -> [PlateView.Kind] {
      PlateView.choices(comb, back: back, in: frame, pixelsPerMillimetre: pixels)
    }
    #expect(choices(nil) == [.wholeBack, .lowerBack])
    #expect(choices(2) == [.wholeBack, .lowerBack, .lifeSize])
    // 212 mm with their corridors are wider than the plate at this density.
    #expect(choices(8) == [.wholeBack, .lowerBack])
    #expect(
      PlateView.choices(nil, back: back, in: frame, pixelsPerMillimetre: 2)
        == [.wholeBack, .lowerBack])
  }

  @Test(arguments: [(1280.0, 800.0, 1.0), (1920, 1080, 1), (2560, 1600, 2)])
  func aMillimetreIsAMillimetre(_ width: Double, _ height: Double, _ density: Double) {
    let back = SampleCases.back()
    let comb = SampleCases.comb(back)
    let frame = Frame(width: width, height: height, density: density)
    let pixels = 1.7 * density
    let view = PlateView.shown(
      .lifeSize, comb, back: back, in: frame, pixelsPerMillimetre: pixels)
    #expect(view.kind == .lifeSize)
    let way = view.frame(Point(100, 0)).x - view.frame(.zero).x
    #expect(abs(way - 100 * pixels) < 1e-9)
    let middle = view.layout(PlateView.work(of: comb).centre)
    #expect(middle.distance(to: view.area.centre) < 1e-9)
    let there = view.millimetres(view.frame(Point(31, 415)))
    #expect(there.distance(to: Point(31, 415)) < 1e-9)
  }

  @Test func lifeSizeWithoutRoomIsTheLowerBack() {
    let back = SampleCases.back()
    let view = PlateView.shown(
      .lifeSize, SampleCases.comb(back), back: back, in: frame, pixelsPerMillimetre: 9)
    #expect(view == PlateView(.lowerBack, back: back, in: frame))
  }

  @Test func theKeyGoesRound() {
    let all: [PlateView.Kind] = [.wholeBack, .lowerBack, .lifeSize]
    #expect(PlateView.next(after: .wholeBack, of: all) == .lowerBack)
    #expect(PlateView.next(after: .lowerBack, of: all) == .lifeSize)
    #expect(PlateView.next(after: .lifeSize, of: all) == .wholeBack)
    #expect(PlateView.next(after: .lowerBack, of: [.wholeBack, .lowerBack]) == .wholeBack)
    #expect(PlateView.next(after: .lifeSize, of: [.wholeBack, .lowerBack]) == .wholeBack)
  }
}
