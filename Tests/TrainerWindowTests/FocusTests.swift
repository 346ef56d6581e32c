import Geometry
import Scenes
import Testing

@testable import TrainerWindow

@Suite struct FocusTests {
  private func target(_ command: Command, x: Double, y: Double, isEnabled: Bool = true) -> Target {
    Target(
      command, Rectangle(x: x, y: y, width: 40, height: 40), isEnabled: isEnabled,
      label: "\(command)")
  }

  private var targets: [Target] {
    [
      target(.back, x: 0, y: 0), target(.practise, x: 200, y: 0, isEnabled: false),
      target(.exam, x: 200, y: 100), target(.help, x: 0, y: 100),
    ]
  }

  @Test func tabGoesThroughTheUsableControlsInOrderAndRound() {
    var focus = Focus()
    var seen: [Command?] = []
    for _ in 0..<4 {
      focus.move(by: 1, through: targets)
      seen.append(focus.command)
    }
    #expect(seen == [.back, .exam, .help, .back])
  }

  @Test func shiftTabGoesBackFromTheLast() {
    var focus = Focus()
    focus.move(by: -1, through: targets)
    #expect(focus.command == .help)
    focus.move(by: -1, through: targets)
    #expect(focus.command == .exam)
  }

  @Test func arrowsGoToTheNextControlInTheirDirection() {
    var focus = Focus()
    focus.set(.back)
    focus.move(toward: .down, through: targets)
    #expect(focus.command == .help)
    focus.move(toward: .right, through: targets)
    #expect(focus.command == .exam)
    focus.move(toward: .right, through: targets)
    #expect(focus.command == .exam)
  }

  @Test func aControlThatIsGoneLosesTheFocus() {
    var focus = Focus()
    focus.set(.practise)
    focus.keep(within: targets)
    #expect(focus.command == nil)
    focus.move(by: 1, through: [])
    #expect(focus.command == nil)
  }
}
