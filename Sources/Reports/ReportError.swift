import Drawing
import Records

/// Why a report could not be made.
public enum ReportError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The picture could not be made.
  case cannotDraw(reason: String)
  /// The path's ending is not that of a document.
  case unknownKind(path: String)
  /// The file could not be written; what was there before is as it was.
  case cannotWrite(path: String, reason: String)
  /// Writing it failed on the way, as on a full disk.
  case cannotFinish(path: String, reason: String)

  public var description: String {
    switch self {
    case .cannotDraw(let reason): reason
    case .unknownKind(let path):
      "\(path): a document's name ends in .html, .pdf, .png or .csv"
    case .cannotWrite(let path, let reason), .cannotFinish(let path, let reason):
      "\(path): \(reason)"
    }
  }
}

/// Files of documents, each whole or not there.
enum ReportFile {
  static func write(_ bytes: [UInt8], to path: String) throws(ReportError) {
    do throws(RecordError) {
      let file = try OutputFile(path)
      try file.write(bytes)
      try file.commit()
    } catch {
      throw error.kind == .failed
        ? .cannotFinish(path: path, reason: error.message)
        : .cannotWrite(path: path, reason: error.message)
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
    try ReportFile.write(bytes, to: path)
  }
}
