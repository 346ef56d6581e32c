import Foundation
import Handover
import ScenarioFiles

/// The cases that a command can name.
enum Library {
  /// The case of an argument: an id of the library, or a path.
  static func find(_ name: String) throws(Failure) -> LoadedScenario {
    do throws(ScenarioFileError) {
      // A path needs no library, whose files would all have to be read.
      if name.contains("/") || name.hasSuffix(".yaml") {
        return try LoadedScenario.load(file: name)
      }
      return try ScenarioLibrary.ofThisProcess().find(name)
    } catch {
      throw Failure(error)
    }
  }
}
