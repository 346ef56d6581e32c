import Attempts
import Foundation
import Geometry
import Scenarios
import Scenes
import Testing

/// The debrief in the real window: marks, advice and the scrubber lead to moments, and a key writes
/// the report.
extension WindowTests {
  @Test func marksAdviceAndTheScrubberLeadToMoments() async throws {
    let place = try Place()
    let program = try await practising(in: place)
    let scenario = try scenario(place)
    try program.drag(over: try Bench.guide(of: scenario).places)
    try await program.hands(1)
    try program.release()
    try await program.hands(0)
    for _ in scenario.phases { try await program.keys("Return") }
    try await program.screen("question")
    try await program.keys("Return")
    try await program.screen("debrief")
    let record = try program.attempt("inkml")
    var screen = try Bench.debrief(of: record)

    // A hasty stroke has a mark in the timeline; its deduction is named with a teal edge.
    let marked = try screen.model.marks.firstIndex { $0.moment != nil }.orThrow("no moment")
    try await program.afterFrame {
      try program.click(.selectMark(marked), in: Bench.targets(of: screen))
    }
    screen.choice = screen.choosing(deduction: marked)
    try await program.writing(in: try name(of: marked, screen))

    // The first change that is of deductions leads to the costliest of them; a hand that a busy machine
    // moves late may have done what no points are taken for before.
    let advice = try (0..<3).first { screen.deduction(ofAdvice: $0) != nil }.orThrow("no change")
    let advised = try screen.deduction(ofAdvice: advice).orThrow("no change")
    try await program.afterFrame {
      try program.click(.selectAdvice(advice), in: Bench.targets(of: screen))
    }
    screen.choice = screen.choosing(deduction: advised)
    try await program.writing(in: try name(of: advised, screen))

    // Keys lead to the first.
    while screen.neighbour(-1) != nil {
      screen.choice = screen.choosing(deduction: screen.neighbour(-1) ?? 0)
    }
    for _ in screen.model.marks { try place.desktop.tool(["key", "Left"]) }
    try await program.writing(in: try name(of: try screen.selected.orThrow("none"), screen))

    // Behind the thumb the scrubber's track is teal, and up to where it is clicked.
    let scrubber = try Bench.targets(of: screen).first { $0.command == .debriefMoment }
      .orThrow("no scrubber")
    func on(_ share: Double) -> Point {
      Point(
        scrubber.area.x + 10 + (scrubber.area.width - 20) * share, scrubber.area.centre.y)
    }
    try program.click(on(0.9))
    try await program.teal(at: on(0.6), "the track up to nine tenths")
    try program.click(on(0.3))
    try await program.teal(at: on(0.2), "the track up to three tenths")
    try await program.teal(at: on(0.6), isThere: false, "the track beyond three tenths")

    // Played, it goes on by itself.
    try await program.keys("space")
    let frames = program.rows.count
    try await eventually("frames that come by themselves") {
      program.rows.count > frames + 5 ? true : nil
    }
    try await program.keys("space")

    try place.desktop.tool(["key", "x"])
    let stem = record.deletingPathExtension().lastPathComponent
    let report = place.home.appendingPathComponent("reports/\(stem).html")
    let bytes = try await eventually("the report") { try? Data(contentsOf: report) }
    let page = String(decoding: bytes, as: UTF8.self)
    #expect(page.lowercased().hasPrefix("<!doctype html>") && page.contains("\(stem).inkml"))
    try place.desktop.tool(["key", "ctrl+q"])
    try await program.expectEnd(0)
  }

  /// The control that names a deduction below the timeline.
  private func name(of deduction: Int, _ screen: DebriefScreen) throws -> Target {
    try Bench.targets(of: screen).first { $0.command == .selectDeduction(deduction) }
      .orThrow("deduction \(deduction) is not named")
  }
}
