import Foundation
import Preferences
import Sessions
import Testing

@Suite struct SettingsStoreTests {
  private func full() -> Settings {
    var settings = Settings()
    settings.trainee = "t-abcdefg2"
    settings.theme = .dark
    settings.textSize = .larger
    settings.motion = .reduced
    settings.sounds.metronome = true
    settings.sounds.speedTone = true
    settings.sounds.spasmWarning = false
    settings.sounds.volume = 35
    settings.input = .controller
    settings.setLifeSize(3.7837, of: DisplaySize(width: 1920, height: 1080))
    settings.setLifeSize(5.5, of: DisplaySize(width: 2560, height: 1440))
    settings.language = "no"
    settings.window = WindowPlace(x: -12, y: 30, width: 1400, height: 900, isMaximized: true)
    settings.lastCase = "lifting-easing-left"
    settings.plate = .lowerBack
    settings.caseFilter = .toDo
    settings.isFirstStartOver = true
    return settings
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func withoutAFileTheUsualHolds() throws {
    let folder = try TemporaryFolder()
    let reading = SettingsStore(file: folder.path + "/none/settings.yaml").read()
    #expect(reading.settings == Settings())
    #expect(reading.problem == nil)
  }

  @Test func everythingIsReadAsItWasWritten() throws {
    let folder = try TemporaryFolder()
    // The folder is made with the first change.
    let store = SettingsStore(file: folder.path + "/deep/er/settings.yaml")
    try store.write(full(), changedFrom: Settings())
    let reading = store.read()
    #expect(reading.settings == full())
    #expect(reading.problem == nil)
    // And back again, which takes keys away.
    try store.write(Settings(), changedFrom: full())
    #expect(store.read().settings == Settings())
    #expect(try folder.names(in: "deep/er") == ["settings.yaml"])
  }

  /// Each line ten times the one before: written again it would fill any disk.
  @Test func whatWouldGrowWithoutBoundIsSetAside() throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/settings.yaml"
    var text = "effleurage: 1\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      let items = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(items)]\n"
    }
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    let store = SettingsStore(file: file)
    #expect(store.read().settings == Settings())
    #expect(store.read().problem?.contains("line 2") == true, "\(store.read().problem ?? "")")
    #expect(try store.write(full(), changedFrom: Settings()) == folder.path + "/settings.kept.yaml")
    #expect(store.read().settings == full())
    // So would brackets, until the stack is full.
    try ("effleurage: 1\na: " + String(repeating: "[", count: 100_000))
      .write(toFile: file, atomically: true, encoding: .utf8)
    #expect(store.read().problem?.contains("16 levels") == true)
  }

  @Test func nothingIsWrittenWhereNothingChanged() throws {
    let folder = try TemporaryFolder()
    let store = SettingsStore(file: folder.path + "/settings.yaml")
    try store.write(full(), changedFrom: full())
    #expect(try folder.names() == [])
  }

  @Test func keysThatAreNotKnownSurvive() throws {
    let folder = try TemporaryFolder()
    let store = SettingsStore(file: folder.path + "/settings.yaml")
    try Data(
      """
      effleurage: 1
      colourOfTheTowel: "green"
      theme: light
      sounds: {bell: true, volume: 40}
      """.utf8
    ).write(to: URL(fileURLWithPath: store.file))
    let old = store.read()
    #expect(old.problem == nil)
    var new = old.settings
    new.theme = .dark
    new.sounds.volume = 55
    try store.write(new, changedFrom: old.settings)
    #expect(store.read().settings == new)
    let text = try text(store.file)
    #expect(text.contains("colourOfTheTowel: \"green\""))
    #expect(text.contains("bell: true"))
  }

  @Test(arguments: [
    "effleurage: 1\ntheme: [dark\n", "theme: dark\n", "- a list\n", "just words", "\u{0}\u{1}",
    "effleurage: 1\ntheme: dark\ntheme: light\n", "effleurage: 2\ntheme: dark\n",
    "effleurage: one\n",
  ])
  func aFileThatCannotBeUnderstoodIsKept(content: String) throws {
    let folder = try TemporaryFolder()
    let store = SettingsStore(file: folder.path + "/settings.yaml")
    try Data(content.utf8).write(to: URL(fileURLWithPath: store.file))
    let reading = store.read()
    #expect(reading.settings == Settings())
    let problem = try #require(reading.problem)
    #expect(problem.hasPrefix(store.file) && problem.hasSuffix("."))
    // Reading alone changes nothing.
    #expect(try text(store.file) == content)
    var new = Settings()
    new.theme = .dark
    let kept = try #require(try store.write(new, changedFrom: Settings()))
    #expect(try text(kept) == content)
    #expect(store.read().settings == new)
    #expect(store.read().problem == nil)
    // A second one does not take the first one's place.
    try Data(content.utf8).write(to: URL(fileURLWithPath: store.file))
    let second = try #require(try store.write(new, changedFrom: Settings()))
    #expect(second != kept)
    #expect(try folder.names().count == 3)
  }

  @Test func oneStrangeValueDoesNotTakeTheOthersAway() throws {
    let folder = try TemporaryFolder()
    let store = SettingsStore(file: folder.path + "/settings.yaml")
    let content = """
      effleurage: 1
      theme: purple
      textSize: 150
      sounds: {volume: 400, metronome: true}
      lifeSize: {1920x1080: 3.5, wide: 3, 10x10: 999}
      trainee: somebody
      """
    try Data(content.utf8).write(to: URL(fileURLWithPath: store.file))
    let reading = store.read()
    #expect(reading.settings.textSize == .larger)
    #expect(reading.settings.sounds.metronome)
    #expect(reading.settings.sounds.volume == SoundChoices.usualVolume)
    #expect(reading.settings.theme == .desktop)
    #expect(reading.settings.lifeSizes.count == 1)
    let problem = try #require(reading.problem)
    for key in ["theme", "sounds.volume", "lifeSize.wide", "lifeSize.10x10", "trainee"] {
      #expect(problem.contains(key))
    }
  }

  @Test func twoProgramsKeepEachOthersChanges() throws {
    let folder = try TemporaryFolder()
    let first = SettingsStore(file: folder.path + "/settings.yaml")
    let second = first
    var one = Settings()
    one.theme = .dark
    try first.write(one, changedFrom: Settings())
    // The second was started before and has not seen that.
    var other = Settings()
    other.textSize = .double
    try second.write(other, changedFrom: Settings())
    let both = first.read().settings
    #expect(both.theme == .dark && both.textSize == .double)
  }

  @Test func manyWritersAtOnceLoseNothing() async throws {
    let folder = try TemporaryFolder()
    let store = SettingsStore(file: folder.path + "/settings.yaml")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 1...12 {
        group.addTask {
          var settings = Settings()
          settings.setLifeSize(Double(number), of: DisplaySize(width: number * 100, height: 500))
          try store.write(settings, changedFrom: Settings())
        }
      }
      try await group.waitForAll()
    }
    let reading = store.read()
    #expect(reading.problem == nil)
    #expect(
      Set(reading.settings.lifeSizes.map(\.pixelsPerMillimetre)) == Set((1...12).map(Double.init)))
    #expect(try folder.names() == ["settings.yaml"])
  }

  @Test func aPlaceThatCannotBeWrittenIsSaidInWords() throws {
    var settings = Settings()
    settings.theme = .dark
    #expect(throws: StoreError.self) {
      try SettingsStore(file: "/dev/null/settings.yaml").write(settings, changedFrom: Settings())
    }
  }
}
