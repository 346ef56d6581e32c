import Foundation
public import ScenarioFiles

/// What the folders of cases look like from outside, so that a change is noticed without reading.
public struct LibraryMark: Hashable, Sendable {
  private struct File: Hashable {
    var path: String
    var size: Int64
    var seconds: Int
    var nanoseconds: Int
    var number: UInt64
  }

  private let files: [File]

  /// Looks at the names, sizes and times of the case files in folders.
  public init(folders: [String]) {
    var files: [File] = []
    for folder in folders {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for name in names.sorted() where name.hasSuffix(".yaml") && !name.hasPrefix(".") {
        let path = "\(folder)/\(name)"
        var status = stat()
        guard stat(path, &status) == 0 else { continue }
        #if canImport(Darwin)
          let time = status.st_mtimespec
        #else
          let time = status.st_mtim
        #endif
        files.append(
          File(
            path: path, size: Int64(status.st_size), seconds: Int(time.tv_sec),
            nanoseconds: Int(time.tv_nsec), number: UInt64(status.st_ino)))
      }
    }
    self.files = files
  }

  /// Of the library of a person.
  public init(user: UserFolders, shipped: ResourceFolder?) {
    self.init(
      folders: [user.scenarios] + user.sharedScenarios + (shipped.map { [$0.scenarios] } ?? []))
  }
}
