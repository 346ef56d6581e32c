import Handover
import Preferences
import ScenarioFiles
import Sessions

extension UserHistory {
  /// Lets the settings name somebody no more who was deleted.
  ///
  /// - Throws: ``Failure`` 74 when the file cannot be written.
  func forgetInSettings(_ id: String) throws(Failure) {
    let store = SettingsStore(file: folders.settingsFile)
    let old = store.read().settings
    guard old.trainee == id else { return }
    var new = old
    new.trainee = nil
    do throws(StoreError) {
      try store.write(new, changedFrom: old)
    } catch {
      throw Failure(
        .inputOutput,
        "\(folders.settingsFile) still names \(id) and cannot be written. Take the line out that "
          + "begins with \"trainee:\".")
    }
  }
}
