import Foundation
import FoundationXML

/// What a trace element says beside its points.
struct TraceElement {
  /// The contact that the annotation before the trace describes.
  var contact: Contact?
  var format: TraceFormat
  /// Whether the hand is on the body: not a pen-up trace.
  var isDown: Bool
  /// `begin`, `middle` or `end` of a contact in several traces.
  var continuation: String?
  /// Milliseconds at which the trace began.
  var timeOffset: Int?
  var line: Int
  var column: Int

  struct Contact {
    var number: Int
    var hand: Int
    var nanometresPerPixel: Int
  }
}

/// Takes what a pass over a document meets.
protocol InkHandler: AnyObject {
  func take(_ header: OwnHeader, line: Int) throws(RecordError)
  func begin(_ trace: TraceElement) throws(RecordError)
  func text(_ bytes: UnsafeBufferPointer<UInt8>, addingLines: Int) throws(RecordError)
  func endTrace() throws(RecordError)
}

/// One pass over an InkML document: structure, definitions, header, and where traces stand.
final class InkDocument: NSObject, XMLParserDelegate {
  static let namespace = "http://www.w3.org/2003/InkML"
  static let contactType = "effleurage:contact"
  static let phaseType = "effleurage:phase"
  /// Elements within elements, at most.
  static let depth = 32
  /// Bytes of an attribute's value in the elements that are read, at most.
  static let attribute = 1_000
  private static let read = [
    "ink", "context", "inkSource", "traceFormat", "channel", "channelProperty", "traceGroup",
    "trace", "annotation", "annotationXML",
  ]

  private enum Element {
    case ink, definitions, context, source, format, channels, properties, group, trace, header
    case part(String)
    case skipped
  }

  private let handler: any InkHandler
  private let stream: ByteStream
  /// Definitions of an earlier pass, where there was one: then none is missing.
  private let known: Definitions?
  private(set) var definitions = Definitions()
  private var path: [Element] = []
  private var groups: [String?] = []
  private var currentContext: Int?
  private var contexts: [Int] = []
  private var sources: [Int] = []
  private var formats: [Int] = []
  private var isIntermittent = false
  private var contact: TraceElement.Contact?
  private var header: OwnHeader?
  private var error: RecordError?
  /// The parser's number of the first fault in the XML.
  private var fault: Int?
  /// The line of the last thing met. After a fault in the XML nothing more is met, while the
  /// parser's own line runs on to the end.
  private var lastLine = 1
  /// Whether the root element was closed.
  private var isComplete = false

  private init(handler: any InkHandler, known: Definitions?, stream: ByteStream) {
    self.handler = handler
    self.stream = stream
    self.known = known
  }

  /// Reads the document once.
  ///
  /// - Parameter limit: bytes given to the parser at once, at most.
  /// - Returns: the document's definitions.
  static func pass(
    over file: InputFile, limit: Int, known: Definitions? = nil, _ handler: any InkHandler
  ) throws(RecordError) -> Definitions {
    let stream = ByteStream(file, limit: limit)
    let parser = XMLParser(stream: stream)
    let document = InkDocument(handler: handler, known: known, stream: stream)
    parser.shouldProcessNamespaces = true
    parser.shouldResolveExternalEntities = false
    parser.delegate = document
    let isWhole = parser.parse()
    if let error = document.error ?? stream.failure { throw error }
    if stream.isEmpty { throw RecordError(.badData, line: 1, column: 1, "the file is empty") }
    if let code = document.fault ?? parser.parserError.map({ ($0 as NSError).code }) {
      // That says nothing of the record.
      if code == InkDocument.noMemory {
        throw RecordError(.failed, "there is not enough memory to read it")
      }
      let isAfterRoot = code == InkDocument.documentEnd && document.isComplete
      throw RecordError(
        .badData, line: document.lastLine,
        isAfterRoot ? "something follows the end of the record" : words(for: code))
    }
    // The parser finds no fault in a few bytes that are nothing at all.
    guard isWhole, document.isComplete else {
      throw RecordError(.badData, line: document.lastLine, words(for: documentEnd))
    }
    return document.definitions
  }

  /// What libxml2 says then.
  private static let noMemory = 2
  /// Of a document that does not end where it should: too early or too late.
  private static let documentEnd = 5

  private static func words(for code: Int) -> String {
    switch code {
    case 4: "not XML: there is no element in it"
    case documentEnd, 74, 77: "the document ends too early"
    case 9, 81: "a byte that its encoding does not allow"
    case 26, 27: "an entity that is not defined"
    case 100: "an xmlns that is no absolute URI"
    case 201: "a prefix that no xmlns declares"
    case 76: "an element is closed that was not opened last"
    default: "not well-formed XML (error \(code) of libxml2)"
    }
  }

  // MARK: Elements

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    guard !isOver else { return }
    lastLine = max(1, parser.lineNumber)
    do {
      guard path.count < InkDocument.depth else {
        throw Words("elements nested more than \(InkDocument.depth) deep")
      }
      try check(attributes, of: name)
      path.append(try open(name, namespaceURI ?? "", attributes, parser))
    } catch let words as Words {
      fail(words.text, parser)
    } catch {
      fail(error, parser)
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    guard !isOver, let last = path.popLast() else { return }
    lastLine = max(1, parser.lineNumber)
    isComplete = path.isEmpty
    do {
      switch last {
      case .context: contexts.removeLast()
      case .source: sources.removeLast()
      case .format: formats.removeLast()
      case .channels: isIntermittent = false
      case .group: groups.removeLast()
      case .trace: try handler.endTrace()
      case .part(let name): try header?.end(name)
      case .header:
        if let header { try handler.take(header, line: parser.lineNumber) }
        header = nil
      case .ink, .definitions, .properties, .skipped: break
      }
    } catch let words as Words {
      fail(words.text, parser)
    } catch {
      fail(error, parser)
    }
  }

  /// Much of what attributes say is kept until the document ends.
  private func check(_ attributes: [String: String], of name: String) throws(Words) {
    var isRead = InkDocument.read.contains(name)
    if case .header = path.last { isRead = true }
    guard isRead else { return }
    for (key, value) in attributes where value.utf8.count > InkDocument.attribute {
      throw Words(
        "\(key.prefix(40)) of <\(name)> has over \(InkDocument.attribute) bytes")
    }
  }

  private func open(
    _ name: String, _ namespace: String, _ attributes: [String: String], _ parser: XMLParser
  ) throws -> Element {
    guard let parent = path.last else {
      guard name == "ink", namespace == InkDocument.namespace || namespace.isEmpty else {
        throw Words("the root element is <\(name)>; a record's is <ink> of InkML")
      }
      return .ink
    }
    let id = attributes["xml:id"] ?? attributes["id"]
    switch (parent, name) {
    case (.ink, "definitions"): return .definitions
    case (.ink, "context"), (.definitions, "context"):
      try count()
      contexts.append(
        definitions.add(
          Definitions.Context(
            id: id, parent: attributes["contextRef"],
            formatReference: attributes["traceFormatRef"],
            sourceReference: attributes["inkSourceRef"])))
      if case .ink = parent { currentContext = contexts.last }
      return .context
    case (.ink, "inkSource"), (.definitions, "inkSource"), (.context, "inkSource"):
      try count()
      sources.append(definitions.add(Definitions.Source(id: id)))
      if case .context = parent, let context = contexts.last {
        definitions.contexts[context].source = sources.last
      }
      return .source
    case (.ink, "traceFormat"), (.definitions, "traceFormat"), (.context, "traceFormat"),
      (.source, "traceFormat"):
      try count()
      formats.append(definitions.addFormat(id: id))
      if case .context = parent, let context = contexts.last {
        definitions.contexts[context].format = formats.last
      }
      if case .source = parent, let source = sources.last {
        definitions.sources[source].format = formats.last
      }
      return .format
    case (.format, "regularChannels"): return .channels
    case (.format, "intermittentChannels"):
      isIntermittent = true
      return .channels
    case (.format, "channel"), (.channels, "channel"):
      try add(attributes)
      return .skipped
    case (.source, "channelProperties"): return .properties
    case (.properties, "channelProperty"):
      note(attributes)
      return .skipped
    case (.ink, "traceGroup"), (.group, "traceGroup"):
      groups.append(attributes["contextRef"] ?? groups.last ?? nil)
      return .group
    case (.ink, "annotation"), (.group, "annotation"):
      if attributes["type"] == InkDocument.contactType { contact = try read(attributes) }
      return .skipped
    case (.ink, "annotationXML"):
      guard let type = attributes["type"], type.hasPrefix(OwnHeader.prefix) else { return .skipped }
      header = try OwnHeader(type: type)
      return .header
    case (.header, _):
      try header?.begin(name, attributes)
      return .part(name)
    case (.part(let outer), _): throw Words("<\(name)> within <\(outer)>")
    case (.ink, "trace"), (.group, "trace"):
      try begin(attributes, parser)
      return .trace
    case (.trace, _): throw Words("<\(name)> within a trace, which holds points only")
    default: return .skipped
    }
  }

  private func begin(_ attributes: [String: String], _ parser: XMLParser) throws(RecordError) {
    let all = known ?? definitions
    let format =
      if let reference = attributes["contextRef"] ?? groups.last ?? nil {
        all.format(context: reference)
      } else if let currentContext {
        all.format(at: currentContext)
      } else {
        all.format(context: "DefaultContext")
      }
    let trace = TraceElement(
      contact: contact, format: format, isDown: attributes["type"] != "penUp",
      continuation: attributes["continuation"],
      timeOffset: attributes["timeOffset"].flatMap { Int($0) }, line: max(1, parser.lineNumber),
      column: max(1, parser.columnNumber))
    contact = nil
    try handler.begin(trace)
  }

  private func read(_ attributes: [String: String]) throws(Words) -> TraceElement.Contact {
    guard let number = attributes["contact"].flatMap({ Int($0) }), number > 0,
      let hand = attributes["hand"].flatMap({ Int($0) }),
      let scale = attributes["mmPerPixel"].flatMap({ Decimal9($0) }),
      scale.units % 1_000 == 0, (1...1_000_000_000).contains(scale.units / 1_000)
    else { throw Words("a contact needs a number, a hand and mmPerPixel, 0.000001 to 1000") }
    return TraceElement.Contact(
      number: number, hand: hand, nanometresPerPixel: scale.units / 1_000)
  }

  private func add(_ attributes: [String: String]) throws(Words) {
    guard let format = formats.last else { return }
    guard definitions.formats[format].channels.count < 64 else {
      throw Words("more than 64 channels in one format")
    }
    guard let name = attributes["name"] else { throw Words("a channel without a name") }
    definitions.formats[format].channels.append(
      Channel(
        name: name, isInteger: attributes["type"] == "integer", units: attributes["units"],
        min: attributes["min"], max: attributes["max"],
        isReversed: attributes["orientation"] == "-ve"))
    if !isIntermittent { definitions.formats[format].regular += 1 }
  }

  private func note(_ attributes: [String: String]) {
    guard let source = sources.last, let format = definitions.sources[source].format,
      attributes["name"] == "resolution", let value = attributes["value"],
      let units = attributes["units"],
      let channel = definitions.formats[format].channels.firstIndex(where: {
        $0.name == attributes["channel"]
      })
    else { return }
    definitions.formats[format].channels[channel].resolution = (value, units)
  }

  private func count() throws(Words) {
    guard definitions.count < Definitions.limit else {
      throw Words("more than \(Definitions.limit) definitions")
    }
  }

  // MARK: Text

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    guard !isOver else { return }
    lastLine = max(1, parser.lineNumber)
    guard isWanted else { return }
    var string = string
    string.withUTF8 { take($0, parser) }
  }

  func parser(_ parser: XMLParser, foundCDATA data: Data) {
    guard isWanted else { return }
    data.withUnsafeBytes { take($0.bindMemory(to: UInt8.self), parser) }
  }

  func parser(_ parser: XMLParser, foundComment comment: String) {
    guard !isOver, case .trace = path.last else { return }
    let lines = comment.utf8.reduce(0) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
    do { try handler.text(UnsafeBufferPointer(start: nil, count: 0), addingLines: lines) } catch {
      fail(error, parser)
    }
  }

  /// Whether nothing that is still met counts.
  private var isOver: Bool { error != nil || fault != nil }

  private var isWanted: Bool {
    guard !isOver else { return false }
    switch path.last {
    case .trace, .part: return true
    default: return false
    }
  }

  private func take(_ bytes: UnsafeBufferPointer<UInt8>, _ parser: XMLParser) {
    do {
      if case .part(let name) = path.last {
        try header?.characters(bytes, in: name)
      } else {
        try handler.text(bytes, addingLines: 0)
      }
    } catch let words as Words {
      fail(words.text, parser)
    } catch {
      fail(error, parser)
    }
  }

  /// Behind some faults the parser would go on, and it keeps memory for each that it reports. Told
  /// to stop from here it may touch what it has freed, so it gets no more bytes instead.
  func parser(_ parser: XMLParser, parseErrorOccurred problem: any Error) {
    guard fault == nil else { return }
    fault = (problem as NSError).code
    stream.stop()
  }

  private func fail(_ text: String, _ parser: XMLParser) {
    fail(RecordError(.badData, line: max(1, parser.lineNumber), text), parser)
  }

  private func fail(_ problem: any Error, _ parser: XMLParser) {
    error =
      problem as? RecordError
      ?? RecordError(.failed, "\(problem)", cause: problem)
    parser.abortParsing()
  }
}
