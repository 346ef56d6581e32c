import Preferences
import Yams

/// Settings as keys and values of a YAML file.
enum SettingsTree {
  /// A value under one key or under a key within a group; nil takes the key away.
  struct Change: Hashable {
    var path: [String]
    var value: String?
  }

  private static let versionKey = "effleurage"

  static func version(_ tree: Node.Mapping) -> Int? {
    tree[versionKey]?.scalar.flatMap { Int($0.string) }
  }

  /// The tree with its version as the first key.
  static func versioned(_ tree: Node.Mapping) -> Node.Mapping {
    var result = Node.Mapping([])
    result[Node(versionKey)] = scalar(String(SettingsStore.version))
    for (key, value) in tree where key.scalar?.string != versionKey { result[key] = value }
    return result
  }

  // MARK: Writing

  static func changes(from old: Settings, to new: Settings) -> [Change] {
    let (before, after) = (values(old), values(new))
    var changes: [Change] = []
    for entry in before where !after.contains(where: { $0.path == entry.path }) {
      changes.append(Change(path: entry.path, value: nil))
    }
    for entry in after where !before.contains(entry) { changes.append(entry) }
    return changes
  }

  /// Everything that is said of settings, in the order of the file.
  static func values(_ settings: Settings) -> [Change] {
    var all: [Change] = []
    func add(_ path: String..., value: String?) {
      if let value { all.append(Change(path: path, value: value)) }
    }
    add("trainee", value: settings.trainee)
    add("theme", value: settings.theme.rawValue)
    add("textSize", value: String(settings.textSize.rawValue))
    add("motion", value: settings.motion.rawValue)
    add("sounds", "metronome", value: String(settings.sounds.metronome))
    add("sounds", "speedTone", value: String(settings.sounds.speedTone))
    add("sounds", "spasmWarning", value: String(settings.sounds.spasmWarning))
    add("sounds", "volume", value: String(settings.sounds.volume))
    add("input", value: settings.input.rawValue)
    for size in settings.lifeSizes {
      add("lifeSize", name(of: size.display), value: String(size.pixelsPerMillimetre))
    }
    add("language", value: settings.language)
    if let window = settings.window {
      add("window", "x", value: String(window.x))
      add("window", "y", value: String(window.y))
      add("window", "width", value: String(window.width))
      add("window", "height", value: String(window.height))
      add("window", "maximized", value: String(window.isMaximized))
    }
    add("lastCase", value: settings.lastCase)
    add("plate", value: settings.plate.rawValue)
    add("caseFilter", value: settings.caseFilter.rawValue)
    add("firstStartOver", value: String(settings.isFirstStartOver))
    return all
  }

  static func put(_ change: Change, into tree: inout Node.Mapping) {
    guard let first = change.path.first else { return }
    guard change.path.count > 1 else {
      tree[Node(first)] = change.value.map { scalar($0) }
      return
    }
    var group = tree[first]?.mapping ?? Node.Mapping([])
    put(Change(path: Array(change.path.dropFirst()), value: change.value), into: &group)
    tree[Node(first)] = group.isEmpty ? nil : .mapping(group)
  }

  private static func scalar(_ text: String) -> Node { Node(text, Tag(.implicit), .any) }

  private static func name(of display: DisplaySize) -> String {
    "\(display.width)x\(display.height)"
  }

  // MARK: Reading

  /// Takes what the file says; gives the keys whose values mean nothing here.
  static func take(_ tree: Node.Mapping, into settings: inout Settings) -> [String] {
    var reader = Reader(tree: tree)
    reader.text("trainee", where: isTraineeID) { settings.trainee = $0 }
    reader.choice("theme") { settings.theme = $0 }
    reader.whole("textSize", make: Settings.TextSize.init) { settings.textSize = $0 }
    reader.choice("motion") { settings.motion = $0 }
    reader.flag("sounds", "metronome") { settings.sounds.metronome = $0 }
    reader.flag("sounds", "speedTone") { settings.sounds.speedTone = $0 }
    reader.flag("sounds", "spasmWarning") { settings.sounds.spasmWarning = $0 }
    reader.whole("sounds", "volume", make: { (0...100).contains($0) ? $0 : nil }) {
      settings.sounds.volume = $0
    }
    reader.choice("input") { settings.input = $0 }
    for key in reader.keys(in: "lifeSize") {
      reader.number("lifeSize", key, make: { lifeSize($0, key) }) {
        settings.setLifeSize($0.pixelsPerMillimetre, of: $0.display)
      }
    }
    reader.text("language", where: isLanguage) { settings.language = $0 }
    takeWindow(&reader, into: &settings)
    reader.text("lastCase", where: { !$0.isEmpty }) { settings.lastCase = $0 }
    reader.choice("plate") { settings.plate = $0 }
    reader.choice("caseFilter") { settings.caseFilter = $0 }
    reader.flag("firstStartOver") { settings.isFirstStartOver = $0 }
    return reader.strange
  }

  private static func takeWindow(_ reader: inout Reader, into settings: inout Settings) {
    guard reader.has("window") else { return }
    let far = -100_000...100_000
    var place = WindowPlace(x: 0, y: 0, width: 0, height: 0)
    let known = reader.strange.count
    reader.whole("window", "x", make: { far.contains($0) ? $0 : nil }) { place.x = $0 }
    reader.whole("window", "y", make: { far.contains($0) ? $0 : nil }) { place.y = $0 }
    reader.whole("window", "width", make: { (1...32_767).contains($0) ? $0 : nil }) {
      place.width = $0
    }
    reader.whole("window", "height", make: { (1...32_767).contains($0) ? $0 : nil }) {
      place.height = $0
    }
    reader.flag("window", "maximized") { place.isMaximized = $0 }
    if reader.strange.count == known, place.width > 0, place.height > 0 { settings.window = place }
  }

  private static func lifeSize(_ number: Double, _ key: String) -> LifeSize? {
    let sides = key.split(separator: "x").compactMap { Int($0) }
    guard sides.count == 2, sides[0] > 0, sides[1] > 0, LifeSize.range.contains(number) else {
      return nil
    }
    return LifeSize(
      display: DisplaySize(width: sides[0], height: sides[1]), pixelsPerMillimetre: number)
  }

  private static func isTraineeID(_ text: String) -> Bool {
    Trainee.isID(text)
  }

  /// Letters and hyphens, so that a name of a file can be made of it.
  private static func isLanguage(_ text: String) -> Bool {
    (2...20).contains(text.count)
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
  }
}

extension SettingsTree {
  /// Looks up keys and notes those whose values cannot be used.
  struct Reader {
    let tree: Node.Mapping
    private(set) var strange: [String] = []

    init(tree: Node.Mapping) { self.tree = tree }

    func has(_ key: String) -> Bool { tree[key] != nil }

    func keys(in group: String) -> [String] {
      tree[group]?.mapping?.keys.compactMap { $0.scalar?.string } ?? []
    }

    private mutating func value<Value>(
      _ path: [String], _ make: (String) -> Value?, _ take: (Value) -> Void
    ) {
      guard let first = path.first, let top = tree[first] else { return }
      var found: Node? = top
      if path.count > 1 {
        guard let group = top.mapping else {
          note(first)
          return
        }
        found = group[path[1]]
      }
      guard let found else { return }
      guard let text = found.scalar?.string, let value = make(text) else {
        note(path.joined(separator: "."))
        return
      }
      take(value)
    }

    private mutating func note(_ key: String) {
      if !strange.contains(key) { strange.append(key) }
    }

    mutating func text(
      _ path: String..., where isUsable: (String) -> Bool, _ take: (String) -> Void
    ) {
      value(path, { isUsable($0) ? $0 : nil }, take)
    }

    mutating func choice<Choice: RawRepresentable<String>>(
      _ path: String..., take: (Choice) -> Void
    ) {
      value(path, Choice.init, take)
    }

    mutating func flag(_ path: String..., take: (Bool) -> Void) { value(path, Bool.init, take) }

    mutating func whole<Value>(
      _ path: String..., make: (Int) -> Value?, take: (Value) -> Void
    ) {
      value(path, { Int($0).flatMap(make) }, take)
    }

    mutating func number<Value>(
      _ path: String..., make: (Double) -> Value?, take: (Value) -> Void
    ) {
      value(path, { Double($0).flatMap(make) }, take)
    }
  }
}
