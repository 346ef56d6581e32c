/// The debrief as a document.
extension Session {
  /// Whether the attempt of the debrief is one of which a report can be written.
  public var offersExport: Bool {
    question == nil && screen == .debrief && finished?.isWorthKeeping == true
  }

  /// The attempt of the debrief and the path to which its report goes. An attempt that is not saved
  /// is saved first: its report bears the name of its record. What goes wrong is told.
  ///
  /// - Parameter kind: the ending of the report's name, such as `png`.
  public mutating func beginExport(
    as kind: String
  ) -> (attempt: FinishedAttempt, path: String)? {
    guard offersExport else { return nil }
    if let reason = save() {
      tell(Notice(.error, SessionWords.notSaved(reason)))
      return nil
    }
    guard let finished, let record = finished.recordName else { return nil }
    do throws(StoreError) {
      return (finished, try store.reportPath(ofRecord: record, kind: kind))
    } catch {
      tell(Notice(.error, error.description))
      return nil
    }
  }
}
