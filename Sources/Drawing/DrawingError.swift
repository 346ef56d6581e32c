/// What can go wrong at the edge between pictures and the machine.
public enum DrawingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The folder of fonts is missing or holds none that can be used.
  case noFonts(folder: String)
  /// A file could not be written.
  case cannotWrite(path: String, reason: String)
  /// A picture could not be turned into PNG data.
  case cannotEncode(reason: String)

  public var description: String {
    switch self {
    case .noFonts(let folder):
      "no usable fonts in \(folder); the texts are drawn in the system's font instead"
    case .cannotWrite(let path, let reason): "cannot write \(path): \(reason)"
    case .cannotEncode(let reason): "cannot make a PNG picture: \(reason)"
    }
  }
}
