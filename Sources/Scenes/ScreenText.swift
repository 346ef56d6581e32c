public import Drawing
import Geometry

/// A screen that can say what it writes.
protocol RecordedScreen: Screen {
  func draw(on canvas: Canvas, in frame: Frame, recorder: TextRecorder?) -> Drawn
}

extension LibraryScreen: RecordedScreen {}
extension CaseScreen: RecordedScreen {}
extension PreparationScreen: RecordedScreen {}
extension PracticeScreen: RecordedScreen {}
extension DebriefScreen: RecordedScreen {}
extension DialogScreen: RecordedScreen {}
extension SettingsScreen: RecordedScreen {}
extension LifeSizeScreen: RecordedScreen {}
extension TraineesScreen: RecordedScreen {}
extension AboutScreen: RecordedScreen {}
extension HistoryScreen: RecordedScreen {}
extension ReplayScreen: RecordedScreen {}

/// What a screen says, in reading order: texts, and controls with their keys.
///
/// It is drawn for this as for the window, so it can say nothing else than what is seen.
public struct ScreenText: Hashable, Sendable {
  public enum Part: Hashable, Sendable {
    case text(String)
    /// What can be done, and the keys drawn on it. Keys of the whole screen stand in its last texts.
    case control(
      label: String, texts: [String], keys: [String], isEnabled: Bool, isChosen: Bool)
    /// Keys and what they do, from the bar at the bottom.
    case hint(keys: [String], text: String)
  }

  public private(set) var parts: [Part] = []

  /// Draws the screen on the canvas and takes down what it says; nil for a screen that cannot say.
  public init?(of screen: any Screen, on canvas: Canvas, in frame: Frame) {
    guard let screen = screen as? any RecordedScreen else { return nil }
    let recorder = TextRecorder()
    let drawn = screen.draw(on: canvas, in: frame, recorder: recorder)
    take(recorder.entries, drawn.targets, scale: frame.scale)
  }

  private mutating func take(
    _ entries: [TextRecorder.Entry], _ targets: [Target], scale: Double
  ) {
    // The control under each text: the smallest, where one lies on another.
    let owners = entries.map { entry -> Int? in
      let middle = entry.area.centre
      var best: (index: Int, size: Double)?
      for (index, target) in targets.enumerated() {
        let area = target.area.scaled(1 / scale)
        guard area.contains(middle), target.scroll == entry.scroll else { continue }
        let size = area.width * area.height
        if best.map({ size < $0.size }) ?? true { best = (index, size) }
      }
      return best?.index
    }
    var said: Set<Int> = []
    var keys: [String] = []
    for (entry, owner) in zip(entries, owners) {
      if let owner {
        flush(&keys)
        // Controls without a text of their own are said in their place among the targets.
        for index in targets.indices where index < owner && !owners.contains(index) {
          if said.insert(index).inserted { add(targets[index], entries, owners, index) }
        }
        if said.insert(owner).inserted { add(targets[owner], entries, owners, owner) }
      } else if entry.isKey {
        keys.append(entry.text)
      } else if let index = targets.indices.first(where: {
        targets[$0].label == entry.text && !said.contains($0) && !owners.contains($0)
      }) {
        // What names a control beside it, such as a slider, is said as that control.
        flush(&keys)
        said.insert(index)
        add(targets[index], entries, owners, index)
      } else if !keys.isEmpty {
        parts.append(.hint(keys: keys, text: entry.text))
        keys = []
      } else {
        parts.append(.text(entry.text))
      }
    }
    flush(&keys)
    for index in targets.indices where said.insert(index).inserted {
      add(targets[index], entries, owners, index)
    }
  }

  private mutating func flush(_ keys: inout [String]) {
    for key in keys { parts.append(.text(key)) }
    keys = []
  }

  private mutating func add(
    _ target: Target, _ entries: [TextRecorder.Entry], _ owners: [Int?], _ index: Int
  ) {
    let own = zip(entries, owners).filter { $0.1 == index }.map(\.0)
    parts.append(
      .control(
        label: target.label,
        texts: own.filter { !$0.isKey && $0.text != target.label }.map(\.text),
        keys: own.filter(\.isKey).map(\.text), isEnabled: target.isEnabled,
        isChosen: target.isChosen))
  }

  /// A line for each part: controls in brackets, keys in angle brackets.
  public func lines(notNow: String, chosen: String) -> [String] {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .hint(let keys, let text): keys.map { "<\($0)>" }.joined(separator: " ") + " " + text
      case .control(let label, let texts, let keys, let isEnabled, let isChosen):
        (["[\(label)]"] + keys.map { "<\($0)>" } + (isEnabled ? [] : ["(\(notNow))"])
          + (isChosen ? ["(\(chosen))"] : [])
          + (texts.isEmpty ? [] : [texts.joined(separator: "; ")])).joined(separator: " ")
      }
    }
  }
}
