/// A look over a text's tokens before anything is built from them.
///
/// It follows quotes, block scalars, plain scalars over several lines, comments and flow context
/// closely enough to know where a token begins, and refuses what could expand, nest or grow without
/// bound: tokens that begin with `&`, `*` or `!`, a second document, tabs as indentation, a depth
/// over 16, a list over 2,000. It also finds keys that stand twice, which a YAML reader would either
/// merge or refuse without saying where.
///
/// - Complexity: linear in the text.
struct TokenScan {
  static let depthLimit = 16
  static let listLimit = 2_000

  /// A key that stood before in the same mapping.
  struct Duplicate {
    var place: Place
    /// Where the key's text begins, in bytes.
    var offset: Int
    /// Where the same key stood first.
    var first: Place
  }

  struct Frame {
    enum Kind { case blockMapping, blockSequence, flowMapping, flowSequence }
    var kind: Kind
    /// Column of a block collection's entries.
    var column: Int
    var count = 0
    var keys: [String: Place] = [:]
    /// In flow: whether the next token begins an entry.
    var expectsEntry = true

    var isFlow: Bool { kind == .flowMapping || kind == .flowSequence }
  }

  let bytes: [UInt8]
  var index = 0
  var place = Place.start
  var frames: [Frame] = []
  var flowDepth = 0
  var duplicates: [Duplicate] = []
  private var atLineStart = true
  private var hasContent = false
  private var hasEnded = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The keys that stand twice, in the order of places, and where the text ends.
  ///
  /// - Throws: the first thing that is refused.
  static func look(at bytes: [UInt8]) throws(Refusal) -> (duplicates: [Duplicate], end: Place) {
    var scan = TokenScan(bytes)
    try scan.run()
    return (scan.duplicates, scan.place)
  }

  private mutating func run() throws(Refusal) {
    while true {
      try skipToToken()
      if index >= bytes.count { return }
      if try documentMarker() { continue }
      if place.column == 1 && flowDepth == 0 && byte() == UInt8(ascii: "%") && !hasContent {
        try directive()
        continue
      }
      if hasEnded { throw secondDocument() }
      hasContent = true
      try token()
    }
  }

  // MARK: Between tokens

  private mutating func skipToToken() throws(Refusal) {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: " "):
        advance()
      case UInt8(ascii: "\t"):
        if atLineStart { throw tab() }
        advance()
      case UInt8(ascii: "#"):
        skipLine()
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        advance()
        atLineStart = true
      default:
        return
      }
    }
  }

  private mutating func documentMarker() throws(Refusal) -> Bool {
    guard place.column == 1, let marker = marker() else { return false }
    if marker == UInt8(ascii: "-") {
      if hasContent || hasEnded { throw secondDocument() }
      hasContent = true
    } else {
      hasEnded = true
    }
    for _ in 0..<3 { advance() }
    atLineStart = false
    frames = []
    flowDepth = 0
    return true
  }

  /// `-` or `.` when a document marker begins here.
  private func marker() -> UInt8? {
    guard index + 3 <= bytes.count, isBlank(at: index + 3) else { return nil }
    let first = bytes[index]
    guard first == UInt8(ascii: "-") || first == UInt8(ascii: "."),
      bytes[index + 1] == first, bytes[index + 2] == first
    else { return nil }
    return first
  }

  private mutating func directive() throws(Refusal) {
    if bytes[index...].starts(with: "%TAG".utf8) {
      throw Refusal(place, "found a %TAG directive; tags are not allowed in a scenario")
    }
    skipLine()
  }

  // MARK: Tokens

  private mutating func token() throws(Refusal) {
    let isFirst = atLineStart
    atLineStart = false
    let isEntry = flowDepth == 0 && byte() == UInt8(ascii: "-") && isBlank(at: index + 1)
    if isFirst && flowDepth == 0 { closeBlocks(beforeEntry: isEntry) }
    if isEntry {
      try entry()
      return
    }
    if flowDepth > 0 { try countFlowEntry() }
    switch byte() {
    // Between brackets the parser takes any question mark that begins a token as a key's.
    case UInt8(ascii: "?") where flowDepth > 0 || isBlank(at: index + 1):
      if flowDepth == 0 { try openMapping(at: place) }
      advance()
    case UInt8(ascii: ":") where flowDepth > 0 || isBlank(at: index + 1):
      if flowDepth == 0 { try openMapping(at: place) }
      advance()
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      let kind: Frame.Kind = byte() == UInt8(ascii: "[") ? .flowSequence : .flowMapping
      try push(Frame(kind: kind, column: place.column), at: place)
      flowDepth += 1
      advance()
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      if flowDepth > 0 {
        frames.removeLast()
        flowDepth -= 1
      }
      advance()
    case UInt8(ascii: ",") where flowDepth > 0:
      frames[frames.count - 1].expectsEntry = true
      advance()
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      try quoted()
    case UInt8(ascii: "|") where flowDepth == 0, UInt8(ascii: ">") where flowDepth == 0:
      blockScalar()
      atLineStart = true
    case UInt8(ascii: "&"):
      throw refusedToken("anchors")
    case UInt8(ascii: "*"):
      throw refusedToken("aliases")
    case UInt8(ascii: "!"):
      throw refusedToken("tags")
    default:
      try plain()
    }
  }

  private mutating func entry() throws(Refusal) {
    if let top = frames.last, top.kind == .blockSequence, top.column == place.column {
      // Goes on below.
    } else {
      try push(Frame(kind: .blockSequence, column: place.column), at: place)
    }
    try count()
    advance()
  }

  private mutating func countFlowEntry() throws(Refusal) {
    let byte = byte()
    if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: ",") {
      return
    }
    if frames[frames.count - 1].expectsEntry {
      try count()
      frames[frames.count - 1].expectsEntry = false
    }
  }

  private mutating func quoted() throws(Refusal) {
    let start = place
    let first = index
    skipQuoted()
    guard start.line == place.line, index - first >= 2 else { return }
    try keyIfColon(start, offset: first + 1, text: bytes[first + 1..<index - 1], isQuoted: true)
  }

  private mutating func plain() throws(Refusal) {
    let start = place
    let first = index
    let isBlockKeyPossible = flowDepth == 0
    try skipPlain()
    guard start.line == place.line else { return }
    var end = index
    while end > first && (bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09) { end -= 1 }
    if end > first || isBlockKeyPossible {
      try keyIfColon(start, offset: first, text: bytes[first..<end], isQuoted: false)
    }
    // A character that begins no token at all is left to the reader, which says so.
    if index == first { advance() }
  }

  // MARK: Collections

  private mutating func keyIfColon(
    _ start: Place, offset: Int, text: ArraySlice<UInt8>, isQuoted: Bool
  ) throws(Refusal) {
    var ahead = index
    while ahead < bytes.count && (bytes[ahead] == 0x20 || bytes[ahead] == 0x09) { ahead += 1 }
    guard ahead < bytes.count, bytes[ahead] == UInt8(ascii: ":") else { return }
    let closesFlow = flowDepth > 0 && (isQuoted || isFlowIndicator(at: ahead + 1))
    guard closesFlow || isBlank(at: ahead + 1) else { return }
    while index <= ahead { advance() }
    if flowDepth == 0 {
      try openMapping(at: start)
    } else if frames[frames.count - 1].kind != .flowMapping {
      return
    }
    let key = String(decoding: text, as: UTF8.self)
    if let earlier = frames[frames.count - 1].keys[key] {
      duplicates.append(Duplicate(place: start, offset: offset, first: earlier))
    } else {
      frames[frames.count - 1].keys[key] = start
    }
  }

  private mutating func openMapping(at start: Place) throws(Refusal) {
    if let top = frames.last, top.kind == .blockMapping, top.column == start.column {
      // Goes on below.
    } else {
      try push(Frame(kind: .blockMapping, column: start.column), at: start)
    }
    try count(at: start)
  }

  private mutating func push(_ frame: Frame, at start: Place) throws(Refusal) {
    if frames.count >= TokenScan.depthLimit {
      throw Refusal(start, "nested deeper than \(TokenScan.depthLimit) levels")
    }
    frames.append(frame)
  }

  private mutating func count(at start: Place? = nil) throws(Refusal) {
    frames[frames.count - 1].count += 1
    if frames[frames.count - 1].count > TokenScan.listLimit {
      throw Refusal(
        start ?? place, "a list of more than \(TokenScan.listLimit) items")
    }
  }

  /// Ends the block collections that the line beginning here does not belong to.
  private mutating func closeBlocks(beforeEntry isEntry: Bool) {
    while let top = frames.last {
      let endsHere =
        top.column > place.column
        || (top.kind == .blockSequence && top.column == place.column && !isEntry)
      if !endsHere { return }
      frames.removeLast()
    }
  }

  // MARK: Messages

  private func refusedToken(_ kind: String) -> Refusal {
    let character = String(UnicodeScalar(byte()))
    return Refusal(
      place,
      "found \"\(character)\" at the beginning of a value: \(kind) are not allowed; "
        + "put text that begins so in quotes")
  }

  private func secondDocument() -> Refusal {
    Refusal(place, "found a second document; a file holds one scenario")
  }

  func tab() -> Refusal {
    Refusal(place, "found a tab in the indentation; indent with spaces")
  }
}
