import Drawing

/// Why a report could not be made.
public enum ReportError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The picture could not be made.
  case cannotDraw(reason: String)
  /// The file could not be written; what was there before is as it was.
  case cannotWrite(path: String, reason: String)

  public var description: String {
    switch self {
    case .cannotDraw(let reason): reason
    case .cannotWrite(let path, let reason): "cannot write \(path): \(reason)"
    }
  }
}

extension Canvas {
  /// Writes a PNG file, which is whole or not there: it is written beside and then renamed.
  func writeReport(to path: String) throws(ReportError) {
    do {
      try writePNG(to: path)
    } catch {
      switch error {
      case .cannotWrite(let path, let reason): throw .cannotWrite(path: path, reason: reason)
      case .cannotEncode, .noFonts: throw .cannotDraw(reason: error.description)
      }
    }
  }
}
