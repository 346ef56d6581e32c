import Drawing
import Records

/// Why a report could not be made.
public enum ReportError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The picture could not be made.
  case cannotDraw(reason: String)
  /// The file could not be written; what was there before is as it was.
  case cannotWrite(path: String, reason: String)

  public var description: String {
    switch self {
    case .cannotDraw(let reason): reason
    case .cannotWrite(let path, let reason): "\(path): \(reason)"
    }
  }
}

extension Canvas {
  /// Writes a PNG file, which is whole or not there.
  func writeReport(to path: String) throws(ReportError) {
    let bytes: [UInt8]
    do throws(DrawingError) { bytes = try pngData() } catch {
      throw .cannotDraw(reason: error.description)
    }
    do throws(RecordError) {
      let file = try OutputFile(path)
      try file.write(bytes)
      try file.commit()
    } catch {
      throw .cannotWrite(path: path, reason: error.message)
    }
  }
}
