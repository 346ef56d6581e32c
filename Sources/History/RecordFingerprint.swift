/// What names a record's bytes in every history.
public enum RecordFingerprint {
  /// SHA-256 of a file's bytes in lower-case hex.
  ///
  /// - Throws: ``HistoryError`` when the file cannot be read.
  public static func sha256(ofFile path: String) throws(HistoryError) -> String {
    try RecordsFolder.fingerprint(of: path).sha256
  }
}
