/// Where the expert's attempt is looked at while another one is.
///
/// Both are at the same piece of work: the expert begins the same stroke, circle, press or lift
/// when the trainee does, goes on at its own pace, and waits at the end of the piece for the
/// trainee to begin the next one. So the two are always at the same place of the work, and who is
/// faster is seen. Work on no guide stands beside the expert's next piece of the step; before the
/// massage each goes at its own pace.
struct ExpertAlignment: Sendable {
  /// From `start` of the attempt on the expert is at `expert` and goes on up to `limit`.
  struct Stretch: Hashable, Sendable {
    var start: Int
    var expert: Int
    var limit: Int
  }

  let stretches: [Stretch]

  init(_ attempt: WorkCourse, _ expert: WorkCourse) {
    let firstEntry = expert.entries.first?.time ?? 0
    var stretches = [Stretch(start: 0, expert: 0, limit: max(0, firstEntry - 1))]
    for entry in attempt.entries {
      guard let same = expert.entries.first(where: { $0.phase == entry.phase }) else { continue }
      // Until the first touch of the step it may go on.
      let touch = expert.pieces.first { $0.phase == entry.phase }?.start
      stretches.append(
        Stretch(
          start: entry.time, expert: same.time, limit: max(same.time, (touch ?? same.time) - 1)))
    }
    var last: Int?
    for piece in attempt.pieces {
      guard let found = ExpertAlignment.match(piece, after: last, expert.pieces) else { continue }
      last = found
      let same = expert.pieces[found]
      stretches.append(
        Stretch(start: piece.start, expert: same.start, limit: max(same.start, same.end)))
    }
    // A step is entered before its work begins, also at the same time.
    self.stretches = stretches.enumerated().sorted {
      ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
    }.map(\.element)
  }

  /// Index of the expert's piece that is like another one: of the same guide, as many done before
  /// it, or the last one before that many.
  private static func match(
    _ piece: WorkCourse.Piece, after last: Int?, _ pieces: [WorkCourse.Piece]
  ) -> Int? {
    let own = pieces.indices.filter { pieces[$0].phase == piece.phase }
    guard let guide = piece.guide else {
      return own.first { $0 > last ?? -1 } ?? own.last
    }
    let same = own.filter { pieces[$0].guide == guide }
    let most = same.map { pieces[$0].count }.filter { $0 <= piece.count }.max()
    return same.first { pieces[$0].count == most ?? pieces[$0].count } ?? own.first
  }

  /// The expert's time at a time of the attempt, both in microseconds.
  func time(at time: Int) -> Int {
    var (low, high) = (0, stretches.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if stretches[middle].start <= time { low = middle } else { high = middle }
    }
    let stretch = stretches[low]
    return min(stretch.limit, stretch.expert + max(0, time - stretch.start))
  }
}
