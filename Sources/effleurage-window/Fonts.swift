import Drawing
import Handover
import ScenarioFiles

/// The fonts that are shipped with the program, so that texts measure the same everywhere.
enum Fonts {
  /// Says so and goes on with the system's fonts when they are missing.
  static func use() {
    guard let resources = ResourceFolder.ofThisProgram()?.resources else { return }
    do throws(DrawingError) {
      try FontBook.use(folder: resources + "/fonts")
    } catch {
      Failure.warn("\(Program.name): warning: \(error)")
    }
  }
}
