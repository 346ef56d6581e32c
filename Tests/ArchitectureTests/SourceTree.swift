import Foundation

/// The project's own files, found from where this one was compiled.
enum SourceTree {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  struct File: Sendable, CustomStringConvertible {
    /// The folder under `Sources`.
    let room: String
    /// From the project's root.
    let path: String
    let text: String

    var description: String { path }

    /// The lines with comments and the contents of string literals taken away.
    var code: [String] { SwiftCode.stripped(text) }
  }

  /// Every Swift file under `Sources`, by path.
  static let files: [File] = read()

  static let rooms: [String] = {
    let folder = root.appending(path: "Sources")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }()

  private static func read() -> [File] {
    var files: [File] = []
    for room in rooms {
      let folder = root.appending(path: "Sources").appending(path: room)
      let found = FileManager.default.enumerator(atPath: folder.path)
      while let name = found?.nextObject() as? String {
        guard name.hasSuffix(".swift"),
          let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
        else { continue }
        files.append(File(room: room, path: "Sources/\(room)/\(name)", text: text))
      }
    }
    return files.sorted { $0.path < $1.path }
  }
}
