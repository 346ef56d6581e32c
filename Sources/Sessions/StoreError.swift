/// Why an attempt could not be saved.
public enum StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  case folder(String, reason: String)
  case file(String, reason: String)

  /// A sentence that says what to do.
  public var description: String {
    switch self {
    case .folder(let path, let reason):
      "The folder \(path) cannot be made (\(reason)). Make room or allow writing there."
    case .file(let path, let reason):
      "\(path) cannot be written (\(reason)). Make room or allow writing there."
    }
  }
}
