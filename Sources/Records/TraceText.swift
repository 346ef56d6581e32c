/// Reads the text of a trace, in pieces of any size, into points.
///
/// The grammar of the InkML recommendation: values with an optional `!`, `'` or `"` for explicit,
/// first and second difference, kept for a channel until the next; `*` goes on as before, `?` has
/// no value, `T` and `F` are booleans, `#` begins a hexadecimal; white space between values only
/// where they would run together. All arithmetic is on integers.
struct TraceText {
  struct Point {
    var x: Int?
    var y: Int?
    var force: Int?
    var time: Int?
    var line: Int
    var column: Int
  }

  private enum Mode { case explicit, first, second }

  private struct State {
    var places: Int
    var mode = Mode.explicit
    var value = 0
    var difference = 0
    /// The last second difference, which `*` goes on with.
    var second = 0
    /// Values met so far, up to 2.
    var known: UInt8 = 0
    var isPresent = false
  }

  private enum Stage {
    /// Between values.
    case gap
    /// After a prefix or a sign: a number must come.
    case due
    case whole, fraction, mark, exponent, hexadecimal
  }

  private var states: [State]
  private let regular: Int
  private let x: Int
  private let y: Int
  private let force: Int
  private let time: Int
  private var stage = Stage.gap
  private var channel = 0
  private var number = Number()
  private var digits = 0
  private var isExponentNegative = false
  private var hasSign = false
  private(set) var line: Int
  private(set) var column: Int
  private(set) var points = 0

  init(_ format: TraceFormat, conversions: [Conversion?], line: Int, column: Int) {
    states = conversions.map { State(places: $0?.places ?? 0) }
    regular = format.regular
    x = format.channels.firstIndex { $0.role == .x } ?? -1
    y = format.channels.firstIndex { $0.role == .y } ?? -1
    force = format.channels.firstIndex { $0.role == .force } ?? -1
    time = format.channels.firstIndex { $0.role == .time } ?? -1
    self.line = line
    self.column = column
  }

  /// Takes the next piece; calls `found` for each point that a comma ended.
  mutating func take(
    _ bytes: UnsafeBufferPointer<UInt8>, _ found: (Point) throws(RecordError) -> Void
  ) throws(RecordError) {
    var index = 0
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      // The usual things first: a plain number, and a run of digits of any other.
      if stage == .gap {
        if byte == UInt8(ascii: " ") {
          index &+= 1
          column &+= 1
          continue
        }
        if let end = try plain(bytes, from: index) {
          index = end
          continue
        }
      }
      if byte &- 48 < 10, stage == .whole || stage == .fraction {
        number.add(Int(byte &- 48), isFraction: stage == .fraction)
        index &+= 1
        column &+= 1
        continue
      }
      try take(byte, found)
      index &+= 1
      if byte == UInt8(ascii: "\n") {
        line &+= 1
        column = 1
      } else {
        column &+= 1
      }
    }
  }

  /// Takes a plain number (a sign or none, digits, perhaps a point and digits) that ends within the
  /// piece, as nearly all do; returns the index after it. Nil for anything else, which is then read
  /// byte by byte.
  @inline(__always)
  private mutating func plain(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) throws(RecordError) -> Int? {
    let count = bytes.count
    let isNegative = bytes[start] == UInt8(ascii: "-")
    let first = isNegative ? start &+ 1 : start
    var at = first
    var mantissa = 0
    while at < count, bytes[at] &- 48 < 10 {
      mantissa = mantissa &* 10 &+ Int(bytes[at] &- 48)
      at &+= 1
    }
    guard at > first, at < count else { return nil }
    var fraction = 0
    if bytes[at] == UInt8(ascii: ".") {
      let point = at &+ 1
      at = point
      while at < count, bytes[at] &- 48 < 10 {
        mantissa = mantissa &* 10 &+ Int(bytes[at] &- 48)
        at &+= 1
      }
      fraction = at &- point
      guard fraction > 0, at < count else { return nil }
    }
    // As many digits fit whatever they are, and nothing of the number can follow these.
    guard at &- first <= 17, TraceText.ends(bytes[at]), channel < states.count else { return nil }
    let shift = states[channel].places &- fraction
    guard shift >= 0, shift <= 18 else { return nil }
    let (value, overflow) = mantissa.multipliedReportingOverflow(by: Number.powers[shift])
    guard !overflow else { return nil }
    column &+= at &- start
    try apply(isNegative ? -value : value)
    return at
  }

  /// Whether a number ends before a byte.
  @inline(__always)
  private static func ends(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"")
  }

  /// The trace ended: its last point has no comma.
  mutating func end(_ found: (Point) throws(RecordError) -> Void) throws(RecordError) {
    try endValue()
    // A comma may end the last point too.
    guard channel > 0 else { return }
    try endPoint(found)
  }

  /// Lines that the document has here and the text has not.
  mutating func skip(lines: Int) {
    line += lines
  }

  private mutating func take(
    _ byte: UInt8, _ found: (Point) throws(RecordError) -> Void
  ) throws(RecordError) {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      try digit(Int(byte &- 48))
    case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
      if stage != .due { try endValue() }
    case UInt8(ascii: ","):
      try endValue()
      try endPoint(found)
    case UInt8(ascii: "."):
      if stage == .whole {
        stage = .fraction
      } else {
        if stage != .due { try endValue() }
        begin(.fraction)
      }
    case UInt8(ascii: "-"), UInt8(ascii: "+"):
      if stage == .mark, digits == 0, !hasSign {
        isExponentNegative = byte == UInt8(ascii: "-")
        hasSign = true
        return
      }
      if stage == .due {
        guard !hasSign else { throw bad("two signs before one value") }
      } else {
        try endValue()
        stage = .due
      }
      hasSign = true
      number.isNegative = byte == UInt8(ascii: "-")
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "!"):
      try endValue()
      try room()
      states[channel].mode =
        byte == UInt8(ascii: "!")
        ? .explicit : byte == UInt8(ascii: "'") ? .first : .second
      stage = .due
    case UInt8(ascii: "#"):
      if stage != .due { try endValue() }
      begin(.hexadecimal)
      digits = 0
    case UInt8(ascii: "*"):
      try endValue()
      try room()
      try goOn()
    case UInt8(ascii: "?"):
      try endValue()
      try room()
      states[channel].isPresent = false
      channel += 1
    case UInt8(ascii: "A")...UInt8(ascii: "F") where stage == .hexadecimal:
      try digit(Int(byte &- 55))
    case UInt8(ascii: "a")...UInt8(ascii: "f") where stage == .hexadecimal:
      try digit(Int(byte &- 87))
    case UInt8(ascii: "e"), UInt8(ascii: "E"):
      guard stage == .whole || stage == .fraction, digits > 0 || number.power < 0 else {
        throw unexpected(byte)
      }
      stage = .mark
      digits = 0
      hasSign = false
    case UInt8(ascii: "T"), UInt8(ascii: "F"):
      try endValue()
      try room()
      number = Number(mantissa: byte == UInt8(ascii: "T") ? 1 : 0)
      try finish()
    default: throw unexpected(byte)
    }
  }

  private mutating func digit(_ digit: Int) throws(RecordError) {
    switch stage {
    case .gap:
      begin(.whole)
      number.add(digit, isFraction: false)
    case .due:
      begin(.whole)
      number.add(digit, isFraction: false)
    case .whole, .fraction: number.add(digit, isFraction: stage == .fraction)
    case .mark, .exponent:
      stage = .exponent
      number.exponent = number.exponent * 10 + digit
      guard number.exponent < 1000 else { throw tooLarge() }
    case .hexadecimal:
      guard number.mantissa < 1 << 58 else { throw tooLarge() }
      number.mantissa = number.mantissa * 16 + digit
    }
    digits += 1
  }

  private mutating func begin(_ next: Stage) {
    let isNegative = stage == .due && number.isNegative
    number = Number()
    number.isNegative = isNegative
    isExponentNegative = false
    hasSign = false
    digits = 0
    stage = next
  }

  private mutating func endValue() throws(RecordError) {
    switch stage {
    case .gap: return
    case .due: throw bad("a sign or prefix without a number")
    case .mark: throw bad("an exponent without a number")
    case .whole, .exponent: break
    case .fraction:
      guard digits > 0 || number.power < 0 else {
        throw bad("a point without digits")
      }
    case .hexadecimal: guard digits > 0 else { throw bad("\"#\" without digits") }
    }
    if isExponentNegative { number.exponent = -number.exponent }
    try room()
    try finish()
  }

  /// Takes the number under way as the channel's value.
  private mutating func finish() throws(RecordError) {
    guard let value = number.value(places: states[channel].places) else { throw tooLarge() }
    stage = .gap
    number = Number()
    hasSign = false
    isExponentNegative = false
    try apply(value)
  }

  private mutating func apply(_ value: Int) throws(RecordError) {
    // Read and written once: each way into the list costs as much as the arithmetic.
    var state = states[channel]
    switch state.mode {
    case .explicit:
      state.difference = state.known > 0 ? value &- state.value : 0
      state.value = value
    case .first:
      try needBefore()
      state.difference = value
      state.value = try sum(state.value, value)
    case .second:
      try needBefore()
      state.second = value
      state.difference = try sum(state.difference, value)
      state.value = try sum(state.value, state.difference)
    }
    state.known = 1
    state.isPresent = true
    states[channel] = state
    channel += 1
  }

  /// `*`: the same value, velocity or acceleration as before.
  private mutating func goOn() throws(RecordError) {
    try needBefore()
    if states[channel].mode == .second {
      states[channel].difference = try sum(states[channel].difference, states[channel].second)
    }
    if states[channel].mode != .explicit {
      states[channel].value = try sum(states[channel].value, states[channel].difference)
    }
    states[channel].isPresent = true
    channel += 1
  }

  private mutating func endPoint(
    _ found: (Point) throws(RecordError) -> Void
  ) throws(RecordError) {
    guard channel >= regular else {
      throw bad(
        "point \(points + 1) has \(channel) of the \(regular) values that its channels need")
    }
    var rest = channel
    while rest < states.count {
      states[rest].isPresent = false
      rest += 1
    }
    points += 1
    channel = 0
    try found(
      Point(
        x: value(x), y: value(y), force: value(force), time: value(time), line: line,
        column: column))
  }

  @inline(__always)
  private func value(_ channel: Int) -> Int? {
    guard channel >= 0, states[channel].isPresent else { return nil }
    return states[channel].value
  }

  private func room() throws(RecordError) {
    guard channel < states.count else {
      throw bad("point \(points + 1) has more values than its \(states.count) channels")
    }
  }

  private func needBefore() throws(RecordError) {
    guard states[channel].known > 0 else {
      throw bad("a difference or \"*\" in the first point of a trace, with nothing before it")
    }
  }

  private func sum(_ a: Int, _ b: Int) throws(RecordError) -> Int {
    let (sum, overflow) = a.addingReportingOverflow(b)
    guard !overflow else { throw tooLarge() }
    return sum
  }

  private func tooLarge() -> RecordError { bad("a number that is too large") }

  private func unexpected(_ byte: UInt8) -> RecordError {
    let shown =
      (33...126).contains(byte)
      ? "\"\(Character(Unicode.Scalar(byte)))\"" : "a byte of value \(byte)"
    return bad("\(shown) where a number of a trace was expected")
  }

  func bad(_ message: String) -> RecordError {
    RecordError(.badData, line: line, column: column, message)
  }
}
