import Attempts
import Geometry
import Testing

@Suite struct ScaleTests {
  @Test("A scale belongs to the class it is nearest to by ratio")
  func classes() {
    for scale in ScaleClass.allCases {
      #expect(ScaleClass(nanometresPerPixel: scale.rawValue * 1_000) == scale)
    }
    for (finer, coarser) in zip(ScaleClass.allCases, ScaleClass.allCases.dropFirst()) {
      let border = (finer.millimetresPerPixel * coarser.millimetresPerPixel).squareRoot()
      // A border between two whole numbers is one of them.
      let nanometres = Int(border * 1_000_000)
      #expect(ScaleClass(nanometresPerPixel: nanometres + 1) == coarser)
      #expect(ScaleClass(nanometresPerPixel: nanometres - 1) == finer)
    }
    #expect(ScaleClass(nanometresPerPixel: 1) == .quarter)
    #expect(ScaleClass(nanometresPerPixel: 50_000_000) == .two)
  }

  private func land(_ contact: Int, at scale: Int) -> Event {
    .land(
      Landing(
        contact: contact, hand: 0, nanometresPerPixel: scale,
        sample: Sample(time: contact * 1_000, position: Position(x: 0, y: 0))))
  }

  @Test("The scale of most landings counts, of equals the finest, and nothing but landings")
  func most() {
    var count = ScaleCount()
    #expect(count.most == nil)
    count.add(.act(.pause, time: 0))
    let sample = Sample(time: 1, position: Position(x: 0, y: 0))
    count.add(.move(contact: 1, sample))
    count.add(.lift(contact: 1, sample))
    #expect(count.most == nil)
    count.add(land(1, at: 500_000))
    count.add(land(2, at: 350_000))
    #expect(count.most == 350_000)
    count.add(land(3, at: 500_000))
    #expect(count.most == 500_000)
    #expect(
      Landing(
        contact: 1, hand: 0, nanometresPerPixel: 350_000, sample: sample
      ).millimetresPerPixel == 0.35)
  }

  @Test("What follows events that were recorded before is later, and has numbers of its own")
  func following() throws {
    var intake = Intake()
    intake.follow(land(7, at: 350_000))
    intake.follow(.act(.pause, time: 5_000))
    let event = intake.land(
      hand: 0, at: 0, Point(0, 0), pressure: nil, millimetresPerPixel: 0.35)
    #expect(event?.contact == 8)
    #expect(event?.time == 7_000)
    // An act sorts before what hands did at its time.
    #expect(intake.act(.resume, at: 0).time == 7_001)
  }
}
