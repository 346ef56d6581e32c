import Scenes
import Testing

@testable import TrainerWindow

@Suite struct TypingTests {
  /// What is typed, and what then stands, with | where the caret is.
  enum Stroke: Sendable {
    case text(String)
    case key(Key, Modifiers = [])
  }

  private static func shown(_ line: TextLine) -> String {
    let caret = line.text.index(line.text.startIndex, offsetBy: line.caret)
    return line.text[..<caret] + "|" + line.text[caret...]
  }

  static let table: [(strokes: [Stroke], result: String)] = [
    ([.text("Anna")], "Anna|"),
    ([.text("Anna"), .key(.backspace)], "Ann|"),
    ([.key(.backspace), .key(.delete)], "|"),
    ([.text("Anna"), .key(.left), .key(.left), .text("x")], "Anx|na"),
    ([.text("Anna"), .key(.left), .key(.delete)], "Ann|"),
    ([.text("Anna"), .key(.home), .text("St ")], "St |Anna"),
    ([.text("Anna"), .key(.home), .key(.left), .key(.end), .key(.right)], "Anna|"),
    ([.text("Anna Maria"), .key(.backspace, .control)], "Anna |"),
    ([.text("Anna Maria  "), .key(.character("w"), .control)], "Anna |"),
    ([.text("Anna"), .key(.character("u"), .control)], "|"),
    // Letters arrive as text; their keys do nothing.
    ([.key(.character("q")), .key(.space), .text("q ")], "q |"),
    // A letter of several marks is one letter.
    ([.text("e"), .text("\u{301}"), .key(.backspace)], "|"),
    ([.text("👩‍🏫"), .text("a"), .key(.left), .key(.backspace)], "|a"),
    ([.text("王小明"), .key(.left), .key(.backspace)], "王|明"),
    // From right to left the left arrow goes on.
    ([.text("משה"), .key(.home), .key(.left)], "מ|שה"),
    ([.text("משה"), .key(.right)], "מש|ה"),
    ([.text("a\nb\tc\u{7}")], "a b c|"),
  ]

  @Test(arguments: table.indices)
  func editing(row: Int) {
    var typing = Typing()
    typing.field = .newName
    for stroke in Self.table[row].strokes {
      switch stroke {
      case .text(let text): typing.line.insert(text)
      case .key(let key, let modifiers): _ = typing.edit(key, modifiers)
      }
    }
    #expect(Self.shown(typing.line) == Self.table[row].result)
  }

  @Test func aNameHasItsLongest() {
    var line = TextLine(longest: 5)
    line.insert("abc")
    line.moveToStart()
    line.insert("12345")
    #expect(line.text == "12abc" && line.caret == 2)
  }

  private static let passing: [(Key, Modifiers, Typing.Answer)] = [
    (.enter, [], .submit), (.escape, [], .leave), (.tab, [], .passed),
    (.up, [], .passed), (.help, [], .passed), (.character("v"), .control, .paste),
    (.character("q"), .control, .passed), (.character("s"), [], .edited),
  ]

  @Test(arguments: passing)
  func whatIsNotForTheFieldPasses(key: Key, modifiers: Modifiers, answer: Typing.Answer) {
    var typing = Typing()
    #expect(typing.edit(key, modifiers) == .passed, "no field")
    typing.field = .search
    #expect(typing.edit(key, modifiers) == answer)
  }

  @Test func keysBelongToAnInputMethodWhileItComposes() {
    var typing = Typing()
    typing.field = .newName
    typing.line.insert("王")
    typing.line.composition = "xiao"
    #expect(typing.edit(.backspace, []) == .edited)
    #expect(typing.edit(.enter, []) == .edited)
    #expect(typing.line.text == "王")
    typing.line.insert("小")
    #expect(typing.line.text == "王小" && typing.line.composition.isEmpty)
  }
}

@Suite struct DesktopWishesTests {
  private static let gtk = "gtk-3.0/settings.ini"

  private static let themes: [([String: String], String, String, Bool?)] = [
    (["GTK_THEME": "Adwaita:dark"], "", "", true),
    (["GTK_THEME": "Adwaita"], "gtk-application-prefer-dark-theme=1", "", false),
    ([:], "[Settings]\ngtk-application-prefer-dark-theme = true\n", "", true),
    ([:], "gtk-theme-name=Yaru-dark", "", true), ([:], "gtk-theme-name=Yaru", "", false),
    ([:], "", "[General]\nColorScheme=BreezeDark", true),
    ([:], "gtk-theme-name=Yaru", "ColorScheme=BreezeDark", true), ([:], "", "", nil),
  ]

  @Test(arguments: themes)
  func darkOrLight(environment: [String: String], gtk: String, kde: String, isDark: Bool?) {
    let wishes = DesktopWishes(environment: environment) { name in
      name == Self.gtk ? gtk : name == "kdeglobals" ? kde : nil
    }
    #expect(wishes.isDark == isDark)
  }

  private static let movements: [(String, String, Bool?)] = [
    ("gtk-enable-animations=0", "", true), ("gtk-enable-animations=true", "", false),
    ("", "AnimationDurationFactor=0", true), ("", "AnimationDurationFactor=0.5", false),
    ("", "", nil),
  ]

  @Test(arguments: movements)
  func movement(gtk: String, kde: String, isReduced: Bool?) {
    let wishes = DesktopWishes(environment: [:]) { name in
      name == Self.gtk ? gtk : name == "kdeglobals" ? kde : nil
    }
    #expect(wishes.isReducedMotion == isReduced)
  }

  private static let locales: [([String: String], String?)] = [
    (["LANG": "ru_RU.UTF-8"], "ru"), (["LANG": "en_GB"], "en"),
    (["LC_ALL": "C", "LANG": "ru"], nil),
    (["LC_MESSAGES": "pt_BR", "LANG": "ru"], "pt-BR"), ([:], nil), (["LANG": "xx"], nil),
  ]

  @Test(arguments: locales)
  func language(environment: [String: String], code: String?) {
    #expect(DesktopLanguage.code(in: environment, among: ["en", "pt-BR", "ru"]) == code)
  }
}
