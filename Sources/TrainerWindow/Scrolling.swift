import Geometry
import Scenes

/// How far the parts of the screen are scrolled, and what holds one of them.
struct Scrolling {
  /// How far a notch of the wheel moves, and a finger before it is a drag, in layout units.
  static let notch = 72.0
  static let slack = 10.0

  /// What is dragged: the content by a finger, or the thumb of a bar.
  private struct Hold {
    var id: ScrollArea.ID
    var finger: Int64?
    /// Where it began, in units of the frame, and the offset then.
    var start: Double
    var offset: Double
    /// Offset for a unit of movement: -1 for the content, the share of the track for a thumb.
    var gain: Double
    var hasMoved: Bool
  }

  private(set) var offsets: [ScrollOffset] = []
  /// What can be scrolled in the frame that stands.
  private(set) var areas: [ScrollArea] = []
  private var hold: Hold?

  /// Takes note of what a frame showed; offsets beyond an end are brought back to it.
  mutating func shown(_ areas: [ScrollArea]) {
    self.areas = areas
    for area in areas where offsets.contains(where: { $0.id == area.id }) {
      set(area.id, area.offset)
    }
  }

  /// Another screen begins at its beginning.
  mutating func reset() { self = Scrolling() }

  /// Forgets one part, as of a dialog that was closed.
  mutating func reset(_ id: ScrollArea.ID) { offsets.removeAll { $0.id == id } }

  private mutating func set(_ id: ScrollArea.ID, _ offset: Double) {
    if let index = offsets.firstIndex(where: { $0.id == id }) {
      offsets[index].offset = offset
    } else {
      offsets.append(ScrollOffset(id, offset))
    }
  }

  /// The offset as asked for, which the frame that stands may not show yet.
  private func offset(_ area: ScrollArea) -> Double {
    offsets.first { $0.id == area.id }?.offset ?? area.offset
  }

  func area(at place: Point) -> ScrollArea? { areas.last { $0.area.contains(place) } }

  /// Moves by a length of the frame; says whether there was a way to go.
  @discardableResult
  mutating func move(_ area: ScrollArea, by length: Double) -> Bool {
    let old = offset(area)
    let new = min(max(0, old + length), area.limit)
    set(area.id, new)
    return new != old
  }

  /// Moves by a key of its own; false where the key is none or nothing can be scrolled.
  ///
  /// - Parameter place: of the pointer, which says what is meant where there are several parts.
  mutating func move(by key: Key, at place: Point?) -> Bool {
    guard let area = place.flatMap(area) ?? areas.first else { return false }
    switch key {
    case .pageUp: move(area, by: -0.85 * area.area.height)
    case .pageDown: move(area, by: 0.85 * area.area.height)
    case .home: set(area.id, 0)
    case .end: set(area.id, area.limit)
    default: return false
    }
    return true
  }

  /// Brings a control into sight with a little room around it.
  mutating func reveal(_ target: Target, margin: Double) {
    guard let id = target.scroll, let area = areas.first(where: { $0.id == id }) else { return }
    set(id, area.offset(showing: target.area, margin: margin))
  }

  // MARK: Dragging

  /// A finger lands, or the button goes down; true when it holds the thumb of a bar.
  mutating func press(at place: Point, finger: Int64?) -> Bool {
    guard let area = area(at: place) else { return false }
    if area.track.contains(place) {
      let room = max(1, area.track.height - area.thumb.height)
      if place.y < area.thumb.y || place.y >= area.thumb.maxY {
        // Beside the thumb: it comes to where was pressed.
        let share = (place.y - area.track.y - area.thumb.height / 2) / room
        set(area.id, min(max(0, share), 1) * area.limit)
      }
      hold = Hold(
        id: area.id, finger: finger, start: place.y, offset: offset(area),
        gain: area.limit / room, hasMoved: true)
      return true
    }
    if let finger {
      hold = Hold(
        id: area.id, finger: finger, start: place.y, offset: offset(area), gain: -1,
        hasMoved: false)
    }
    return false
  }

  /// The pointer (no finger) or a finger moves; true when that moved a part.
  ///
  /// - Parameter unit: frame units in a layout unit.
  mutating func drag(to place: Point, finger: Int64?, unit: Double) -> Bool {
    guard var held = hold, held.finger == finger,
      let area = areas.first(where: { $0.id == held.id })
    else { return false }
    let way = place.y - held.start
    if !held.hasMoved {
      guard abs(way) > Scrolling.slack * unit else { return false }
      held.hasMoved = true
      hold = held
    }
    set(held.id, min(max(0, held.offset + way * held.gain), area.limit))
    return true
  }

  /// The finger or the button is up; true when it had moved a part and so clicked nothing.
  mutating func release(finger: Int64?) -> Bool {
    guard let held = hold, held.finger == finger else { return false }
    hold = nil
    return held.hasMoved
  }

  mutating func letGo() { hold = nil }
}
