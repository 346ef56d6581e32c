import Drawing
import Geometry

@testable import Scenes

/// Looks at a screen in one setting, scrolls it through, and collects what is wrong.
struct LayoutCheck {
  let setting: SceneStage.Setting
  /// Least width and height of a control, in layout units; a unit is a point or more.
  let smallest: Double
  /// The same of a mark in a picture.
  private static let smallestSpot = 24.0
  /// Whether texts are compared with what they stand on, which takes a second drawing.
  let looksAtContrast: Bool
  private(set) var faults: [String] = []

  private var scale: Double { setting.frame.scale }
  /// Frame units in a pixel of the picture: very large windows are drawn at half their size, where
  /// a unit of layout is still a pixel or more.
  private var reduction: Double { setting.width * setting.height > 4_000_000 ? 2 : 1 }
  /// Whether the upper and the lower edge of a text or control were in sight, by its order on the
  /// screen. As every part is scrolled on by less than it shows, all between them was then too.
  private struct Sight {
    var top = false
    var bottom = false

    mutating func note(_ area: Rectangle, _ visible: Rectangle) {
      if visible.y < area.y + 0.5 { top = true }
      if visible.maxY > area.maxY - 0.5 { bottom = true }
    }
  }

  private var seen: [Sight] = []
  private var targetsSeen: [Sight] = []

  init(setting: SceneStage.Setting, smallest: Double, looksAtContrast: Bool = true) {
    self.looksAtContrast = looksAtContrast
    self.setting = setting
    self.smallest = smallest
  }

  private mutating func note(_ fault: String) {
    if !faults.contains(fault) { faults.append(fault) }
  }

  mutating func look(
    least: Int, controls: ClosedRange<Int>, _ draw: SceneStage.Draw,
    show: (Canvas, Int) -> Void
  ) {
    var step = 0
    var scrolls: [ScrollOffset] = []
    while true {
      var moved = setting
      moved.scrolls = scrolls
      // The letters are left out, so that one picture tells where texts are and on what they stand.
      let recorder = TextRecorder()
      recorder.leavesLettersOut = true
      let (ground, drawn) = SceneStage.shoot(moved, recorder: recorder, reduced: reduction, draw)
      if SceneStage.gallery != nil {
        show(SceneStage.shoot(moved, recorder: TextRecorder(), draw).canvas, step)
      }
      if step == 0 {
        seen = Array(repeating: Sight(), count: recorder.entries.count)
        targetsSeen = Array(repeating: Sight(), count: drawn.targets.count)
        if recorder.entries.count < least { note("\(setting) has \(seen.count) texts") }
        if !controls.contains(drawn.targets.count) {
          note("\(setting) has \(drawn.targets.count) controls")
        }
        if Set(drawn.targets.map(\.command)).count != drawn.targets.count {
          note("\(setting): a command stands twice")
        }
      }
      checkTexts(recorder, moved)
      checkTargets(drawn.targets, moved)
      if looksAtContrast { checkContrast(recorder, drawn.targets, on: ground, moved) }
      // Every part moves on by less than it shows, until all are at their ends.
      let next = drawn.scrolls.map {
        ScrollOffset($0.id, min($0.limit, $0.offset + 0.8 * $0.area.height))
      }
      let isOver = zip(next, drawn.scrolls).allSatisfy { $0.offset - $1.offset < 0.5 }
      if isOver { break }
      scrolls = next
      step += 1
      if step > 60 { return note("\(setting) scrolls without end") }
    }
    if let index = seen.firstIndex(where: { !$0.top || !$0.bottom }) {
      note("\(setting): text \(index) can not be brought into sight whole")
    }
    if let index = targetsSeen.firstIndex(where: { !$0.top || !$0.bottom }) {
      note("\(setting): control \(index) can not be brought into sight whole")
    }
  }

  // MARK: Texts

  private mutating func checkTexts(_ recorder: TextRecorder, _ setting: SceneStage.Setting) {
    let width = Double(setting.width) / scale
    let height = Double(setting.height) / scale
    if recorder.entries.count != seen.count { note("\(setting): the number of texts changes") }
    let cores = recorder.entries.map { entry in entry.visible.map { core(entry.area, $0) } }
    for (index, entry) in recorder.entries.enumerated() {
      if entry.isCut, !entry.mayBeCut { note("\(setting): “\(entry.text)” is cut") }
      let area = entry.area
      // What stands in a part to scroll may not leave it to the sides.
      if area.x < -0.01 || area.maxX > width + 0.01
        || (entry.scroll == nil && (area.y < -0.01 || area.maxY > height + 0.01))
      {
        note("\(setting): “\(entry.text)” leaves the frame")
      }
      guard let visible = entry.visible else { continue }
      if visible.width < area.width - 0.5 {
        note("\(setting): “\(entry.text)” leaves its part at a side")
      }
      if seen.indices.contains(index) { seen[index].note(area, visible) }
      guard let own = cores[index] else { continue }
      for (other, under) in cores[..<index].enumerated() {
        guard let under, under.y < own.maxY, own.y < under.maxY,
          LayoutCheck.overlap(own, under) > 0.5
        else { continue }
        note("\(setting): “\(entry.text)” lies on “\(recorder.entries[other].text)”")
      }
    }
  }

  /// Where the letters are that can be seen: the line's leading and a pixel at each side left out.
  private func core(_ area: Rectangle, _ visible: Rectangle) -> Rectangle {
    let leading = min(5, area.height * 0.2)
    let inner = Rectangle(
      x: area.x + 1, y: area.y + leading, width: max(0, area.width - 2),
      height: max(0, area.height - 2 * leading))
    return inner.intersection(visible) ?? Rectangle(x: area.x, y: area.y, width: 0, height: 0)
  }

  private static func overlap(_ a: Rectangle, _ b: Rectangle) -> Double {
    guard let both = a.intersection(b) else { return 0 }
    return min(both.width, both.height)
  }

  // MARK: Controls

  private mutating func checkTargets(_ targets: [Target], _ setting: SceneStage.Setting) {
    let (width, height) = (Double(setting.width), Double(setting.height))
    if targets.count != targetsSeen.count { note("\(setting): the number of controls changes") }
    for (index, target) in targets.enumerated() {
      let area = target.area
      // A mark in a picture may be smaller, and near to others.
      let smallest = target.isSpot ? LayoutCheck.smallestSpot : smallest
      if area.width < smallest * scale - 0.01 || area.height < smallest * scale - 0.01 {
        note("\(setting): “\(target.label)” is \(area.width / scale) by \(area.height / scale)")
      }
      if target.label.isEmpty { note("\(setting): a control without a name") }
      if area.x < -0.01 || area.maxX > width + 0.01
        || (target.scroll == nil && (area.y < -0.01 || area.maxY > height + 0.01))
      {
        note("\(setting): “\(target.label)” leaves the frame")
      }
      guard let visible = target.visible else { continue }
      if targetsSeen.indices.contains(index), visible.width > area.width - 0.5 {
        targetsSeen[index].note(area, visible)
      }
      for other in targets[..<index] {
        guard let under = other.visible, !(target.isSpot && other.isSpot),
          LayoutCheck.overlap(visible, under) > 0.01
        else { continue }
        note("\(setting): “\(target.label)” lies on “\(other.label)”")
      }
    }
  }

  // MARK: Contrast

  /// Compares each text's colour with the pixels on which it stands, as WCAG 2.2 (success criterion
  /// 1.4.3, level AA) asks: 4.5 to 1, or 3 to 1 for texts of 24 units and more, or 18.66 and more in
  /// bold (a unit is a CSS pixel or more).
  ///
  /// The ground of a text is the area from the top of its tall letters to their feet. Of its pixels
  /// the worst twentieth is left out: a hairline, a contour or a ruled line that passes below a
  /// text, narrower than a stroke of its letters. The worst of the other pixels must reach the
  /// ratio. Texts of controls that cannot be used are exempt, as they are there.
  private mutating func checkContrast(
    _ recorder: TextRecorder, _ targets: [Target], on canvas: Canvas,
    _ setting: SceneStage.Setting
  ) {
    let resting = targets.filter { !$0.isEnabled }.compactMap(\.visible)
    for entry in recorder.entries {
      guard let visible = entry.visible, entry.area.height > 0 else { continue }
      let form = entry.form
      let leading = max(0, (form.lineHeight - 1.1) * form.size / 2)
      let letters = Rectangle(
        x: entry.area.x, y: entry.area.y + leading, width: entry.area.width,
        height: entry.area.height - 2 * leading)
      guard var ground = letters.intersection(visible) else { continue }
      // The hairline of a bar under which a text is scrolled is no ground of the text.
      if ground.maxY < letters.maxY - 0.5 { ground.height -= 1 }
      if ground.height <= 0 { continue }
      let place = ground.scaled(scale)
      if resting.contains(where: { $0.contains(place.centre) }) { continue }
      guard
        let ratio = Contrast.worst(
          of: form.colour, on: canvas, in: place.scaled(1 / reduction))
      else { continue }
      let isLarge =
        form.size >= 24 || (form.size >= 18.66 && form.weight.rawValue >= 600)
      if ratio < (isLarge ? 3 : 4.5) {
        let shown = Double(Int(ratio * 100)) / 100
        note("\(setting): “\(entry.text)” has a contrast of \(shown) only")
      }
    }
  }
}
