import Foundation

/// Files under a name that nothing else has.
enum TemporaryFile {
  /// `mkstemp` puts letters in the place of this many X at a template's end.
  private static let lettersChosen = 6

  /// A new hidden file, open for reading and writing by nobody else.
  ///
  /// - Returns: its path as C has it, and its descriptor; -1 with `errno` when there is none.
  static func open(in folder: String) -> (path: [CChar], descriptor: Int32) {
    let letters = String(repeating: "X", count: lettersChosen)
    var path = Array("\(folder)/.effleurage-\(letters)".utf8CString)
    let descriptor = mkstemp(&path)
    return (descriptor >= 0 ? path : [], descriptor)
  }
}
