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

  var formats: [(id: String?, format: TraceFormat)] = []
  var sources: [Source] = []
  var contexts: [Context] = []

  var count: Int { formats.count + sources.count + contexts.count }

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
      if let format = context.format { return formats[format].format }
      if let name = context.formatReference, let format = format(named: name) { return format }
      if let source = context.source, let format = sources[source].format {
        return formats[format].format
      }
      if let name = context.sourceReference, let format = source(named: name) { return format }
      index = context.parent.flatMap(self.context)
      steps += 1
    }
    return formats.first?.format ?? .bare
  }

  private func context(named reference: String) -> Int? {
    let id = Definitions.id(reference)
    return contexts.firstIndex { $0.id == id }
  }

  private func format(named reference: String) -> TraceFormat? {
    let id = Definitions.id(reference)
    return formats.first { $0.id == id }?.format
  }

  private func source(named reference: String) -> TraceFormat? {
    let id = Definitions.id(reference)
    return sources.first { $0.id == id }?.format.map { formats[$0].format }
  }

  /// The id that a reference inside the document names.
  static func id(_ reference: String) -> String {
    reference.hasPrefix("#") ? String(reference.dropFirst()) : reference
  }
}
