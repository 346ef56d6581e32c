import Testing

/// What must not stand in the sources, whatever the compiler says of it.
@Suite struct ForbiddenTests {
  static let core = [
    "Geometry", "BackAtlas", "Scenarios", "Attempts", "Scoring", "Patients", "Sounds",
    "Classes",
  ]
  static let coreFiles = SourceTree.files.filter { core.contains($0.room) }

  /// Each with the reason, which is what a failing test says.
  static let nowhere: [(pattern: String, reason: String)] = [
    (#"try!"#, "bad input is a typed error"),
    (#"\bas!"#, "a cast can fail"),
    (#"\bfatalError\b"#, "a programmer's error is a precondition, bad input a typed error"),
    (#"[\w\)\]\}>]!(?!=)"#, "an optional is unwrapped with its absence in mind"),
    (#"\bunsafeBitCast\b"#, "types are converted, not reinterpreted"),
  ]

  static let notInTheCore: [(pattern: String, reason: String)] = [
    (#"\b(Date|Clock|ContinuousClock|SuspendingClock|DispatchTime)\b"#, "the core has no clock"),
    (
      #"\brandom\(in:|\b(randomElement|shuffled|shuffle|SystemRandomNumberGenerator)\b"#,
      "the core has no chance"
    ),
    (#"\b(Dictionary|Set)\b\s*[<(]"#, "their order differs from process to process"),
    (
      #"\[\s*[A-Z][\w.]*\s*:\s*[\[A-Z][\w.<>\[\]?: ]*\]"#,
      "a dictionary's order differs from process to process"
    ),
    (#"\bhashValue\b|\bHasher\("#, "hashes differ from process to process"),
    (
      #"\b(sin|cos|tan|asin|acos|atan|atan2|exp|exp2|log|log2|log10|pow|hypot|cbrt)\("#,
      "the C library's functions differ from machine to machine"
    ),
    (#"\b(addingProduct|addProduct|fma)\b"#, "fused operations round differently"),
    (#"\b(print|debugPrint|readLine|getenv|fopen|malloc)\("#, "the core has no outside"),
    (#"\b(Unsafe\w+|Unmanaged|ManagedBuffer|_?withUnsafe\w+)\b"#, "the core holds plain values"),
    // What is Sendable and a class has no part that can change: the compiler sees to that.
    (#"\bactor\s+[A-Z]|\bclass\s+[A-Z]\w*(?!.*\bSendable\b)"#, "the core holds plain values"),
    (#"@unchecked\b|\bnonisolated\(unsafe\)"#, "the compiler sees that nothing shared can change"),
    (#"\b(Float|Float16|Float80|CGFloat)\b"#, "the core calculates in Double alone"),
    (#"\basync\b|\bawait\b|\bTask\b"#, "the core is a fold, not a schedule"),
  ]

  @Test(arguments: SourceTree.files)
  func noTrapIsWrittenIn(file: SourceTree.File) throws {
    try expectNone(of: Self.nowhere, in: file)
  }

  @Test(arguments: coreFiles)
  func theCoreIsPure(file: SourceTree.File) throws {
    try expectNone(of: Self.notInTheCore, in: file)
  }

  @Test(arguments: SourceTree.files)
  func aFileHasOneConcern(file: SourceTree.File) {
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(lines <= 401, "\(file.path) has \(lines - 1) lines; 400 is the most")
  }

  @Test(arguments: SourceTree.files)
  func nothingIsLeftForLater(file: SourceTree.File) throws {
    let words = try regex(#"\b(TODO|FIXME|XXX|HACK)\b"#)
    for (number, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      #expect(!line.contains(words), "\(file.path):\(number + 1)")
    }
  }

  /// The patterns find what they are for and leave alone what looks like it.
  @Test func thePatternsCanTellApart() throws {
    let bad = ["a!", "f()!", "x[0]!.y", "var a: Int!", "let b = c! + d", "try! f()", "g as! H"]
    for line in bad {
      #expect(try Self.nowhere.contains { line.contains(try regex($0.pattern)) }, "\(line)")
    }
    for line in ["a != b", "if !a", "(!a)", "try? f()", "a!=b", "g as? H", "[!a, !b]"] {
      #expect(try !Self.nowhere.contains { line.contains(try regex($0.pattern)) }, "\(line)")
    }
    let impure = [
      "var a: [String: Int] = [:]", "Set<Int>()", "Dictionary(grouping: a)", "Double.random(in: r)",
      "let t = Date()", "sin(x)", "[Key: [Int]]", "final class Cache {",
      "final class Cache: Hashable {", "final class Cache: @unchecked Sendable {", "actor Cache {",
    ]
    for line in impure {
      #expect(try Self.notInTheCore.contains { line.contains(try regex($0.pattern)) }, "\(line)")
    }
    let pure = [
      "[Int]", "a ? b : c", "squareRoot()", "x[i ... j]", "case set", "f(Set: 1)",
      "public final class Line: Hashable, Sendable {",
    ]
    for line in pure {
      #expect(try !Self.notInTheCore.contains { line.contains(try regex($0.pattern)) }, "\(line)")
    }
  }

  /// Words end where letters, digits and underscores do; by Unicode's rules `a.b` would be one.
  private func regex(_ pattern: String) throws -> Regex<AnyRegexOutput> {
    try Regex(pattern).wordBoundaryKind(.simple)
  }

  private func expectNone(
    of patterns: [(pattern: String, reason: String)], in file: SourceTree.File
  ) throws {
    let code = file.code
    for (pattern, reason) in patterns {
      let wanted = try regex(pattern)
      for (number, line) in code.enumerated() where line.contains(wanted) {
        Issue.record("\(file.path):\(number + 1): \(line) (\(reason))")
      }
    }
  }
}
