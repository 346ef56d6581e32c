import Attempts
import Foundation
import Geometry
import Records
import Testing

@Suite(.serialized) final class FileTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "effleurage-records-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func path(_ name: String) -> String {
    folder.appending(path: name).path(percentEncoded: false)
  }

  private static let header = Header(
    device: Device(kind: .mouse, pressure: .set), program: "1.0.0")

  /// Strokes of 2,000 points at 250 Hz, with as many zeros behind each pressure as asked.
  private func write(samples: Int, zeros: Int, to path: String) throws {
    let small = try RecordWriter.document(
      of: [.act(.phase("warm-up"), time: 0)], header: FileTests.header, scenario: [])
    let text = String(decoding: small, as: UTF8.self)
    let end = try #require(text.range(of: "  </traceGroup>"))
    try Data(text[..<end.lowerBound].utf8).write(to: URL(filePath: path))
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.seekToEnd()
    let padding = Array(repeating: UInt8(ascii: "0"), count: zeros)
    for contact in 1...samples / 2_000 {
      var bytes = Array(
        """
        <annotation type="effleurage:contact" contact="\(contact)" hand="0" mmPerPixel="0.2"/>
        <trace>\n
        """.utf8)
      for index in 0..<2_000 {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes += "-12.5 \(index % 600) 0.25".utf8
        bytes += padding
        bytes += " \(((contact - 1) * 2_000 + index + 1) * 4)\n".utf8
      }
      bytes += "</trace>\n".utf8
      try file.write(contentsOf: bytes)
    }
    try file.write(contentsOf: Data(text[end.lowerBound...].utf8))
    try file.close()
  }

  private func sum(_ path: String) throws -> (events: Int, time: Int) {
    try RecordReader().read(.file(path), into: { _ in (0, 0) }) {
      $0.0 += 1
      $0.1 &+= $1.time
    }
  }

  #if os(Linux)
    // What memory that takes is measured on the program itself, where nothing else runs.
    @Test("A record of over 72 MB is read whole")
    func long() throws {
      let large = path("large.inkml")
      let samples = 40_000
      try write(samples: samples, zeros: 2_000, to: large)
      let (events, times) = try sum(large)
      let size = try FileManager.default.attributesOfItem(atPath: large)[.size] as? Int ?? 0
      #expect(size > 72_000_000)
      #expect(events == samples + 1)
      #expect(times == 4_000 * (samples * (samples + 1) / 2))
    }

    @Test("Two hands that overlap all along are merged without keeping the record")
    func overlapping() throws {
      // Contact 2 rests through 400 short contacts of the other hand.
      var events: [Event] = []
      func sample(_ time: Int) -> Sample {
        Sample(time: time, position: Position(x: time / 1_000 % 1_000, y: 0), pressure: 1)
      }
      for step in 0..<4_000 {
        let time = step * 50_000
        if step == 0 {
          events.append(
            .land(
              Landing(contact: 1, hand: 0, nanometresPerPixel: 1, sample: sample(time))))
        } else {
          let isLast = step == 3_999
          events.append(
            isLast ? .lift(contact: 1, sample(time)) : .move(contact: 1, sample(time)))
        }
        guard step < 3_990 else { continue }
        let contact = 2 + step / 10
        switch step % 10 {
        case 2:
          events.append(
            .land(
              Landing(contact: contact, hand: 1, nanometresPerPixel: 1, sample: sample(time))))
        case 3...7: events.append(.move(contact: contact, sample(time + 7)))
        case 8: events.append(.lift(contact: contact, sample(time + 7)))
        default: break
        }
      }
      let bytes = try RecordWriter.document(of: events, header: FileTests.header, scenario: [])
      #expect(try RecordReader().read(.bytes(bytes)).events == events)
    }
  #endif

  @Test("A record appears whole under its name, and nothing beside it")
  func atomic() throws {
    let target = path("attempt.inkml")
    try "old".write(toFile: target, atomically: true, encoding: .utf8)
    let writer = try RecordWriter(
      to: target, header: Smallest.header, scenario: Array(Smallest.scenario.utf8))
    for event in Smallest.events { try writer.add(event) }
    #expect(try String(contentsOfFile: target, encoding: .utf8) == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()) == ["attempt.inkml"])
    try writer.finish()
    #expect(Array(try Data(contentsOf: URL(filePath: target))) == (try Smallest.bytes()))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()) == ["attempt.inkml"])
  }

  @Test(
    "A record is its owner's alone, unless it is said to be for others", arguments: [true, false])
  func readers(isPrivate: Bool) throws {
    let target = path("attempt.inkml")
    try RecordWriter.write(
      Smallest.events, header: Smallest.header, scenario: Array(Smallest.scenario.utf8),
      to: target, isPrivate: isPrivate)
    let mask = umask(0)
    umask(mask)
    let mode = try FileManager.default.attributesOfItem(atPath: target)[.posixPermissions] as? Int
    #expect(mode == (isPrivate ? 0o600 : Int(0o666 & ~mask)))
  }

  @Test("A place where nothing can be created is said at once")
  func unwritable() throws {
    for place in [path("none/attempt.inkml"), folder.path(), path("attempt.inkml/x.inkml")] {
      let error = #expect(throws: RecordError.self) {
        _ = try RecordWriter(to: place, header: FileTests.header, scenario: [])
      }
      #expect(error?.kind == .unwritable)
      #expect(error?.message.isEmpty == false)
    }
  }

  #if os(Linux)
    @Test("A full disk is an error in words, and the device is still there")
    func full() throws {
      let error = #expect(throws: RecordError.self) {
        try RecordWriter.write(
          Smallest.events, header: Smallest.header, scenario: [], to: "/dev/full")
      }
      #expect(error?.kind == .failed)
      #expect(error?.message.contains("space") == true)
      let attributes = try FileManager.default.attributesOfItem(atPath: "/dev/full")
      #expect(attributes[.type] as? FileAttributeType == .typeCharacterSpecial)
    }
  #endif

  @Test("Events out of order or bounds are refused by the writer")
  func refused() throws {
    let sample = Sample(time: 10, position: Position(x: 0, y: 0), pressure: 1)
    var far = sample
    far.position.x = 200_001
    let landing = Landing(contact: 1, hand: 0, nanometresPerPixel: 1, sample: sample)
    for events: [Event] in [
      [.act(.pause, time: 5), .act(.resume, time: 4)],
      [.land(landing), .act(.pause, time: 10)],
      [.land(landing), .land(landing)],
      [.move(contact: 1, sample)],
      [.land(landing), .lift(contact: 1, sample), .move(contact: 1, sample)],
      [.land(landing), .lift(contact: 1, far)],
      [.act(.pause, time: Bounds.time + 1)],
    ] {
      let error = #expect(throws: RecordError.self) {
        try RecordWriter.document(of: events, header: FileTests.header, scenario: [])
      }
      #expect(error?.kind == .badData)
    }
    var bare = FileTests.header
    bare.device.pressure = .none
    #expect(throws: RecordError.self) {
      try RecordWriter.document(of: [.land(landing)], header: bare, scenario: [])
    }
  }
}
