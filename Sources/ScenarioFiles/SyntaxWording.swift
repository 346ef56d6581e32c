/// The parser's words for a syntax error, put so that an author sees what to mend.
enum SyntaxWording {
  private static let plainer: [(problem: String, words: String)] = [
    (
      "mapping values are not allowed in this context",
      "found \": \" where no key can stand; put text that holds \": \" in quotes, "
        + "or check the indentation"
    ),
    (
      "did not find expected key",
      "expected a key or the end of these keys; check indentation and quotes"
    ),
    (
      "could not find expected ':'",
      "expected \": \" after a key; check this line and the one before"
    ),
    (
      "did not find expected '-' indicator",
      "expected \"- \" before the next item or the end of this list; check the indentation"
    ),
    (
      "did not find expected ',' or ']'",
      "expected \",\" or \"]\" in this list"
    ),
    (
      "did not find expected ',' or '}'",
      "expected \",\" or \"}\" in this mapping"
    ),
    (
      "found unexpected end of stream",
      "the file ends before this text in quotes does; close the quotes"
    ),
    (
      "found character that cannot start any token",
      "found a character that cannot begin a value; put text that begins so in quotes"
    ),
    (
      "found unknown escape character",
      "found a backslash that means nothing in double quotes; write \\\\ or use single quotes"
    ),
  ]

  /// - Parameter begin: what the parser was reading and the line where that begins.
  static func words(_ problem: String, at line: Int, begin: (text: String, line: Int)?) -> String {
    let known = plainer.first { $0.problem == problem }?.words
    guard let begin else { return known ?? problem }
    let words = known ?? "\(problem) \(begin.text)"
    return begin.line == line ? words : "\(words) (it begins in line \(begin.line))"
  }
}
