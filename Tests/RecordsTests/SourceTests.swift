import Attempts
import Foundation
import Geometry
import Records
import Testing

/// Where records come from, and what stands between their lines.
@Suite struct SourceTests {
  /// A folder that goes with the test.
  private func inFolder(_ work: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "effleurage-sources-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try work(folder.path(percentEncoded: false))
  }

  /// A record is read twice, and a pipe can be read once.
  @Test("A record that comes through a pipe is the same record")
  func pipe() throws {
    try inFolder { folder in
      let path = folder + "/pipe.inkml"
      try #require(mkfifo(path, 0o600) == 0)
      let bytes = try Smallest.bytes()
      let writer = Thread {
        let descriptor = open(path, O_WRONLY)
        _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
      }
      writer.start()
      let (head, events) = try RecordReader().read(.file(path))
      #expect(head.header == Smallest.header)
      #expect(events == Smallest.events)
    }
  }

  @Test("A private folder is made with those above it; one that is there stays as it is")
  func privateFolders() throws {
    try inFolder { folder in
      func rights(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      }
      try Folders.makePrivate(folder + "/a/b")
      #expect(try rights(folder + "/a/b") == 0o700)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: folder + "/a/b")
      try Folders.makePrivate(folder + "/a/b")
      #expect(try rights(folder + "/a/b") == 0o755)
      try Data().write(to: URL(filePath: folder + "/file"))
      #expect(throws: (any Error).self) { try Folders.makePrivate(folder + "/file") }
    }
  }

  private func text() throws -> String { String(decoding: try Smallest.bytes(), as: UTF8.self) }

  @Test("Points in a CDATA section are points")
  func characterData() throws {
    let text = try text().replacing("-0.05 100.00", with: "<![CDATA[-0.05 100.00")
      .replacing("</trace>", with: "]]></trace>")
    #expect(text.contains("CDATA"))
    let (_, events) = try RecordReader().read(.bytes(Array(text.utf8)))
    #expect(events == Smallest.events)
  }

  /// The smallest record with a second contact a second later, as the writer writes it.
  private func twoContacts() throws -> String {
    let later: [Event] = [
      .land(
        Landing(
          contact: 2, hand: 1, nanometresPerPixel: 350_000,
          sample: Sample(time: 9_500_000, position: Position(x: 0, y: 0), pressure: 300))),
      .lift(
        contact: 2, Sample(time: 9_600_000, position: Position(x: 0, y: 100), pressure: 300)),
    ]
    return String(
      decoding: try RecordWriter.document(
        of: Smallest.events.dropLast() + later + Smallest.events.suffix(1), header: Smallest.header,
        scenario: Array(Smallest.scenario.utf8)), as: UTF8.self)
  }

  private func message(of text: String) -> String? {
    #expect(throws: RecordError.self) { try RecordReader().read(.bytes(Array(text.utf8))) }?.message
  }

  @Test("Contacts stand by their numbers and in the order of landing")
  func contactOrder() throws {
    let text = try twoContacts()
    #expect(try RecordReader().read(.bytes(Array(text.utf8))).events.count == 10)
    let twice = text.replacing("contact=\"2\"", with: "contact=\"1\"")
    #expect(message(of: twice) == "contact 1 after contact 1: numbers must go up")
    let earlier = text.replacing("9500.000", with: "8500.000")
    #expect(message(of: earlier)?.contains("in the order of landing") == true)
  }

  @Test("What only some records may say is refused in others")
  func headers() throws {
    let text = try text()
    for (old, new, word) in [
      ("origin=\"live\"", "origin=\"foreign\"", "which only other programs' records are"),
      ("mode=\"practice\"", "mode=\"practice\" phase=\"stroke\"", "which only a drill has"),
      ("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"", "the file says it is in iso-8859-1"),
    ] {
      let changed = text.replacing(old, with: new)
      #expect(changed != text)
      #expect(message(of: changed)?.contains(word) == true, "\(new)")
    }
  }

  @Test("Ink of other programs has its bounds, too")
  func bounds() {
    func ink(_ channels: String, _ rest: String) -> String {
      "<ink><traceFormat><channel name=\"X\"/><channel name=\"Y\"/>\(channels)</traceFormat>\(rest)</ink>"
    }
    let seconds = "<channel name=\"T\" units=\"s\"/>"
    let many = (1...64).map { "<channel name=\"C\($0)\"/>" }.joined()
    let definitions = (0...1_000).map { "<traceFormat xml:id=\"f\($0)\"/>" }.joined()
    for (text, word) in [
      (ink(seconds, "<trace>0 0 5,0 0 4</trace>"), "time goes back, from 5000000 to 4000000"),
      (ink(seconds, "<trace>0 0 0,0 0 86401</trace>"), "24 hours"),
      (ink(many, "<trace>0 0</trace>"), "more than 64 channels in one format"),
      ("<ink><definitions>\(definitions)</definitions><trace>0 0</trace></ink>", "more than 1000"),
    ] {
      #expect(message(of: text)?.contains(word) == true, "\(word): \(message(of: text) ?? "none")")
    }
  }
}
