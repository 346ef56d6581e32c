import Foundation
public import ScenarioFiles
import Scenarios
public import Sessions
import Synchronization

/// Reads the library anew when its files changed, beside what the window does.
public final class LibraryWatch: Sendable {
  private let user: UserFolders
  private let shipped: ResourceFolder?
  /// A case that was opened as a file.
  private let opened: CaseFile?
  private let queue: OperationQueue
  private let mark: Mutex<LibraryMark?>
  private let found = Mutex<LibraryContents?>(nil)

  /// - Parameter mark: the folders as they were when the library was read; nil: not known, so that
  ///   the first look finds out.
  /// - Parameter opened: a case that stays in the library although its file may lie elsewhere.
  public init(
    user: UserFolders, shipped: ResourceFolder?, mark: LibraryMark?, opened: CaseFile? = nil
  ) {
    self.opened = opened
    self.user = user
    self.shipped = shipped
    self.mark = Mutex(mark)
    queue = OperationQueue()
    queue.maxConcurrentOperationCount = 1
  }

  /// Looks whether something changed; returns at once.
  func look() {
    queue.addOperation { [self] in
      let now = LibraryMark(user: user, shipped: shipped)
      let isNew = mark.withLock { mark in
        defer { mark = now }
        return mark != now
      }
      guard isNew else { return }
      var contents = LibraryContents(ScenarioLibrary(user: user, shipped: shipped))
      if let opened, !contents.cases.contains(where: { $0.source == opened.source }),
        !contents.cases.contains(where: { $0.scenario.id == opened.scenario.id })
      {
        contents.cases.insert(opened, at: 0)
      }
      found.withLock { $0 = contents }
    }
  }

  /// What was found since the last call; nil when nothing changed.
  func take() -> LibraryContents? {
    found.withLock { found in
      defer { found = nil }
      return found
    }
  }
}
