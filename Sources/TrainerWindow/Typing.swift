import Scenes

/// What is being typed, and where it goes.
struct Typing: Hashable {
  enum Field: Hashable {
    /// The library's search.
    case search
    /// The name of a new trainee.
    case newName
    /// The new name of a trainee, by id.
    case rename(String)
  }

  /// Nil while keys mean commands.
  var field: Field?
  var search = TextLine(longest: 60)
  var name = TextLine()

  /// The line of the field.
  var line: TextLine {
    get { field == .search ? search : name }
    set {
      if field == .search { search = newValue } else { name = newValue }
    }
  }

  /// What a key did in a field.
  enum Answer: Hashable {
    case edited
    /// The key was not for the field.
    case passed
    case submit
    /// Escape.
    case leave
    case paste
  }

  /// Does what a key means in a line of text.
  mutating func edit(_ key: Key, _ modifiers: Modifiers) -> Answer {
    guard field != nil else { return .passed }
    // While something is composed, keys belong to the input method.
    guard line.composition.isEmpty else { return .edited }
    if modifiers.contains(.control) {
      switch key {
      case .character("v"): return .paste
      case .character("u"): line.clear()
      case .character("a"), .home: line.moveToStart()
      case .character("e"), .end: line.moveToEnd()
      case .character("w"), .backspace: line.deleteWordBackward()
      default: return .passed
      }
      return .edited
    }
    switch key {
    case .backspace: line.deleteBackward()
    case .delete: line.deleteForward()
    case .left: line.moveRight(by: -1)
    case .right: line.moveRight(by: 1)
    case .home: line.moveToStart()
    case .end: line.moveToEnd()
    case .enter: return .submit
    case .escape: return .leave
    case .tab, .up, .down, .help: return .passed
    // Letters come as text, not as keys.
    case .space, .character: break
    default: return .passed
    }
    return .edited
  }
}
