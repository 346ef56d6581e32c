public import Attempts

/// Reads records, this program's and other programs', as a fold over their events; journals of
/// attempts that were under way too.
public struct RecordReader: Sendable {
  /// What a foreign record leaves open.
  public var foreign: ForeignOptions
  /// Bytes taken from the source at once, at most; the result does not depend on it.
  var piece: Int

  public init(foreign: ForeignOptions = ForeignOptions()) {
    self.init(foreign: foreign, piece: 1 << 17)
  }

  package init(foreign: ForeignOptions = ForeignOptions(), piece: Int) {
    self.foreign = foreign
    self.piece = piece
  }

  /// Reads a record from its start to its end, in memory that does not grow with it.
  ///
  /// Events come in their one order. A record whose contacts overlap in time is read more than
  /// once: `initial` is then called again, and what the first state had become is let go.
  ///
  /// - Parameters:
  ///   - initial: makes the state from what the record says before its first event.
  ///   - step: takes one event.
  /// - Throws: ``RecordError``; what `initial` or `step` throws is its `cause`, or it itself.
  public func read<State>(
    _ source: RecordSource, into initial: (RecordHead) throws -> State,
    _ step: (inout State, Event) throws -> Void
  ) throws(RecordError) -> State {
    let file = try InputFile(source)
    var box: Box<State>?
    do {
      return try withoutActuallyEscaping(initial) { initial in
        try withoutActuallyEscaping(step) { step in
          try read(
            file,
            start: { (head) throws(RecordError) in
              do { box = Box(try initial(head)) } catch { throw RecordReader.wrapped(error) }
            },
            step: { (event) throws(RecordError) in
              guard let box else { return }
              do { try step(&box.state, event) } catch { throw RecordReader.wrapped(error) }
            })
          guard let box else {
            throw RecordError(.badData, line: 1, "the document holds no record")
          }
          return box.state
        }
      }
    } catch {
      throw RecordReader.wrapped(error)
    }
  }

  /// Reads a whole record into memory.
  public func read(_ source: RecordSource) throws(RecordError) -> (
    head: RecordHead, events: [Event]
  ) {
    try read(source, into: { (head: $0, events: []) }, { $0.events.append($1) })
  }

  private func read(
    _ file: InputFile, start: @escaping (RecordHead) throws(RecordError) -> Void,
    step: @escaping (Event) throws(RecordError) -> Void
  ) throws(RecordError) {
    if try JournalReader.begins(file) {
      let journal = try JournalReader(file)
      try start(journal.head)
      try journal.forEach(step)
      return
    }
    let first = OwnPass(starts: nil, start: start, step: step)
    let definitions = try InkDocument.pass(over: file, limit: piece, first)
    guard first.hasHeader else {
      try readForeign(file, definitions, start: start, step: step)
      return
    }
    guard first.hasOverlap else {
      try first.end()
      return
    }
    let second = OwnPass(starts: first.found, start: start, step: step)
    _ = try InkDocument.pass(over: file, limit: piece, second)
    try second.end()
  }

  private static func wrapped(_ error: any Error) -> RecordError {
    error as? RecordError ?? RecordError(.badData, "\(error)", cause: error)
  }
}

/// Holds a state while a parser runs.
private final class Box<State> {
  var state: State
  init(_ state: State) { self.state = state }
}
