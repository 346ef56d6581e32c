import Geometry
import Scenes

/// Which control has the keyboard. Tab goes through the controls in reading order.
struct Focus {
  /// Nil until a key asked for it.
  private(set) var command: Command?

  /// Moves to the next or previous control that can be used; from none to the first or last.
  mutating func move(by step: Int, through targets: [Target]) {
    let usable = targets.filter(\.isEnabled).map(\.command)
    guard !usable.isEmpty else {
      command = nil
      return
    }
    guard let command, let index = usable.firstIndex(of: command) else {
      self.command = step > 0 ? usable.first : usable.last
      return
    }
    self.command = usable[(index + step + usable.count) % usable.count]
  }

  /// Moves to the nearest control that lies in a direction; stays when there is none.
  mutating func move(toward direction: Key, through targets: [Target]) {
    guard let here = targets.first(where: { $0.command == command }) else {
      return move(by: 1, through: targets)
    }
    let origin = here.area.centre
    var best: (command: Command, distance: Double)?
    for target in targets where target.isEnabled && target.command != here.command {
      let offset = target.area.centre - origin
      let (along, across): (Double, Double) =
        switch direction {
        case .left: (-offset.x, abs(offset.y))
        case .right: (offset.x, abs(offset.y))
        case .up: (-offset.y, abs(offset.x))
        default: (offset.y, abs(offset.x))
        }
      guard along > 1 else { continue }
      // What lies straight ahead comes before what is merely near.
      let distance = along + 2 * across
      if best.map({ distance < $0.distance }) ?? true { best = (target.command, distance) }
    }
    if let best { command = best.command }
  }

  mutating func clear() { command = nil }

  /// Forgets a control that is no longer shown or no longer usable.
  mutating func keep(within targets: [Target]) {
    if let command, !targets.contains(where: { $0.command == command && $0.isEnabled }) {
      self.command = nil
    }
  }

  mutating func set(_ command: Command) { self.command = command }
}
