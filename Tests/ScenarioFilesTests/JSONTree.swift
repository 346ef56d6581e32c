@testable import ScenarioFiles

/// A value of a case as JSON, which is YAML too: one text for the reader and for a validator.
indirect enum JSONTree: Hashable {
  case null
  case truth(Bool)
  /// As it is written.
  case number(String)
  case text(String)
  case list([JSONTree])
  case map([Entry])

  struct Entry: Hashable {
    var key: String
    var value: JSONTree
  }

  /// A case file as the reader understands it.
  init(yaml: String) throws {
    self.init(try YAMLTree.compose(TextCheck.text(Array(yaml.utf8))))
  }

  private init(_ value: YAMLValue) {
    switch value.content {
    case .scalar(let scalar):
      switch scalar.meaning {
      case .nothing: self = .null
      case .truth(let truth): self = .truth(truth)
      case .whole(let number): self = .number("\(number)")
      case .number(let number): self = .number("\(number)")
      case .text(let text): self = .text(text)
      }
    case .list(let items): self = .list(items.map(JSONTree.init))
    case .map(let entries):
      self = .map(entries.map { Entry(key: $0.key, value: JSONTree($0.value)) })
    }
  }

  /// On one line.
  var text: String {
    switch self {
    case .null: "null"
    case .truth(let truth): "\(truth)"
    case .number(let number): number
    case .text(let text): LibraryListing.quoted(text)
    case .list(let items): "[" + items.map(\.text).joined(separator: ", ") + "]"
    case .map(let entries):
      "{"
        + entries.map { "\(LibraryListing.quoted($0.key)): \($0.value.text)" }.joined(
          separator: ", ")
        + "}"
    }
  }

  /// How many values there are in it, itself included.
  var count: Int {
    switch self {
    case .list(let items): 1 + items.reduce(0) { $0 + $1.count }
    case .map(let entries): 1 + entries.reduce(0) { $0 + $1.value.count }
    default: 1
    }
  }

  /// The same with the value of a number, counted from itself, changed.
  func changing(_ number: Int, _ change: (JSONTree) -> JSONTree) -> JSONTree {
    if number == 0 { return change(self) }
    var rest = number - 1
    func inside(_ value: JSONTree) -> JSONTree {
      defer { rest -= value.count }
      return rest >= 0 && rest < value.count ? value.changing(rest, change) : value
    }
    switch self {
    case .list(let items): return .list(items.map(inside))
    case .map(let entries):
      return .map(entries.map { Entry(key: $0.key, value: inside($0.value)) })
    default: return self
    }
  }
}
