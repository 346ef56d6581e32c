/// A promise that did not hold.
public struct Finding: Error, CustomStringConvertible {
  /// What was promised, and what came instead.
  public let description: String

  init(_ words: String) { description = words }
}

/// - Throws: ``Finding`` unless the condition holds.
func demand(_ condition: Bool, _ words: @autoclosure () -> String) throws(Finding) {
  if !condition { throw Finding(words()) }
}
