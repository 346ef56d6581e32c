/// What a document declares about its traces, and which of it a trace means.
struct Definitions {
  /// A document that declares more is refused.
  static let limit = 1_000

  struct Context {
    var id: String?
    var parent: String?
    var format: Int?
    var formatReference: String?
    var source: Int?
    var sourceReference: String?
  }

  struct Source {
    var id: String?
    var format: Int?
  }

  // They grow by what adds to them alone, so that what is in them is found by its id.
  var formats: [TraceFormat] = []
  var sources: [Source] = []
  var contexts: [Context] = []
  // The first of each id: contexts may refer to one another in a long row, for every trace anew.
  private var formatIndices: [String: Int] = [:]
  private var sourceIndices: [String: Int] = [:]
  private var contextIndices: [String: Int] = [:]

  var count: Int { formats.count + sources.count + contexts.count }

  /// Adds a format to which channels are added later; returns its index.
  mutating func addFormat(id: String?) -> Int {
    formats.append(TraceFormat())
    return Definitions.note(id, formats.count - 1, in: &formatIndices)
  }

  /// Returns its index.
  mutating func add(_ source: Source) -> Int {
    sources.append(source)
    return Definitions.note(source.id, sources.count - 1, in: &sourceIndices)
  }

  /// Returns its index.
  mutating func add(_ context: Context) -> Int {
    contexts.append(context)
    return Definitions.note(context.id, contexts.count - 1, in: &contextIndices)
  }

  private static func note(
    _ id: String?, _ index: Int, in indices: inout [String: Int]
  ) -> Int {
    if let id, indices[id] == nil { indices[id] = index }
    return index
  }

  /// The format of a trace in the context of this reference; nil: the default context.
  ///
  /// Where the way from the trace to a format breaks off, the document's first format is meant:
  /// many tools declare one and never refer to it.
  func format(context reference: String?) -> TraceFormat {
    format(at: reference.flatMap(context))
  }

  /// The format of a trace in the context of this index.
  func format(at start: Int?) -> TraceFormat {
    var index = start
    var steps = 0
    while let here = index, steps <= contexts.count {
      let context = contexts[here]
      if let format = context.format { return formats[format] }
      if let name = context.formatReference, let format = format(named: name) { return format }
      if let source = context.source, let format = sources[source].format {
        return formats[format]
      }
      if let name = context.sourceReference, let format = source(named: name) { return format }
      index = context.parent.flatMap(self.context)
      steps += 1
    }
    return formats.first ?? .bare
  }

  private func context(named reference: String) -> Int? {
    contextIndices[Definitions.id(reference)]
  }

  private func format(named reference: String) -> TraceFormat? {
    formatIndices[Definitions.id(reference)].map { formats[$0] }
  }

  private func source(named reference: String) -> TraceFormat? {
    sourceIndices[Definitions.id(reference)].flatMap { sources[$0].format }.map { formats[$0] }
  }

  /// The id that a reference inside the document names.
  static func id(_ reference: String) -> String {
    reference.hasPrefix("#") ? String(reference.dropFirst()) : reference
  }
}
