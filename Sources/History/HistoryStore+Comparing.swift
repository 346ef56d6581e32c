import Attempts
import GRDB
import Scoring

/// What an attempt is compared with.
public struct EarlierAttempt: Hashable, Sendable {
  /// The attempt's number in this history.
  public var id: Int
  /// Tenths of a point.
  public var score: Int
  /// Share of each criterion's weight that was kept, 0 to 1, in the order of `Criterion`; nil where
  /// it was not assessed.
  public var kept: [Double?]

  public init(id: Int, score: Int, kept: [Double?]) {
    self.id = id
    self.score = score
    self.kept = kept
  }
}

extension HistoryStore {
  /// The last attempt before another that it can be compared with: of the same trainee, at the same
  /// case, in the same device class. Exams and practice count alike, as both are judged alike; drills,
  /// demonstrations, foreign records and what was abandoned do not.
  ///
  /// - Parameter id: the later attempt's number.
  /// - Returns: nil when there is none, when the later attempt itself does not count or has no
  ///   known start, or when the two were judged by different rule sets, or the case was changed in
  ///   between.
  public func attempt(before id: Int) throws(HistoryError) -> EarlierAttempt? {
    try read(or: nil) { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT earlier.id, earlier.score_tenths,
            earlier.rules = later.rules AND earlier.scenario_sha256 = later.scenario_sha256
          FROM attempt AS later JOIN attempt AS earlier
            ON earlier.trainee IS later.trainee AND earlier.case_id = later.case_id
            AND earlier.device = later.device AND earlier.pressure = later.pressure
            AND earlier.scale IS later.scale
            AND (earlier.start, earlier.id) < (later.start, later.id)
          WHERE later.id = :id AND later.start <> '' AND earlier.start <> ''
            AND later.origin = 'live' AND later.mode <> 'drill' AND later.verdict <> 'abandoned'
            AND earlier.origin = 'live' AND earlier.mode <> 'drill'
            AND earlier.verdict <> 'abandoned'
          ORDER BY earlier.start DESC, earlier.id DESC LIMIT 1
          """,
        arguments: ["id": id])
      guard let row, try row.flag(2) else { return nil }
      let number = try row.number(0)
      let shares = try HistoryStore.keptShares(
        db, where: "attempt.id = :value", value: number.databaseValue)
      return EarlierAttempt(
        id: number, score: try row.number(1), kept: shares[number] ?? HistoryStore.noShares)
    }
  }
}
