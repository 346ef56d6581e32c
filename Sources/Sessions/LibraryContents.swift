public import ScenarioFiles
import Scenarios

/// The cases a person can choose from, and the files that hold none because of errors.
public struct LibraryContents: Sendable {
  public var cases: [CaseFile]
  public var broken: [BrokenCase]

  public init(cases: [CaseFile] = [], broken: [BrokenCase] = []) {
    self.cases = cases
    self.broken = broken
  }

  public init(_ library: ScenarioLibrary) {
    self.init()
    for entry in library.entries {
      if let loaded = try? entry.reading.get() {
        cases.append(CaseFile(loaded))
      } else if let error = entry.firstError {
        let name = entry.file.split(separator: "/").last.map(String.init) ?? entry.file
        broken.append(BrokenCase(file: name, error: error))
      }
    }
  }
}

extension Session {
  /// Takes the library as it is now. The chosen case stays chosen where it is still there; an
  /// attempt under way keeps the case it was begun with.
  public mutating func take(_ contents: LibraryContents) {
    let id = selectedCase?.scenario.id
    let row = selected - cases.count
    let file = broken.indices.contains(row) ? broken[row].file : nil
    cases = contents.cases
    broken = contents.broken
    let last = max(0, cases.count + broken.count - 1)
    if let id, let index = place(ofCase: id) {
      selected = index
    } else if let file, let index = broken.firstIndex(where: { $0.file == file }) {
      selected = cases.count + index
    } else {
      selected = min(selected, last)
    }
  }
}
