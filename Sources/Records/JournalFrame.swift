public import Attempts
import Geometry

/// An event of a journal as bytes: frames of one length, each with its number and a check sum.
///
/// All numbers are little-endian. A frame of 40 bytes: kind (1), zero (1), pressure in thousandths
/// or -1 (2, signed), contact (4), time in microseconds (8), x and y in 1/100 mm (4 each, signed),
/// nanometres per pixel (4), hand (4, signed), number of the frame from 0 (4), CRC-32 of the 36
/// bytes before (4). An act has the length of its words where others have the pressure, its first
/// 16 bytes of words where others have the place, and the rest in frames that follow it, 28 bytes
/// each from the fifth byte on.
public enum JournalFrame {
  /// Bytes.
  public static let length = 40
  private static let firstWords = 16..<32
  private static let moreWords = 4..<32

  enum Kind: UInt8 {
    case act = 1
    case words, land, move, lift
    /// The device of the attempt, known with the first contact: the words of an act.
    case device
  }

  /// Adds the frames of an event.
  ///
  /// - Parameter number: of the next frame; goes up with each.
  public static func append(_ event: Event, to bytes: inout [UInt8], number: inout Int) {
    switch event {
    case .act(let act, let time):
      let words = act.words
      append(.act, words.kind + " " + words.value, time: time, to: &bytes, number: &number)
    case .land(let landing):
      append(.land, landing.contact, landing.sample, landing, to: &bytes, number: &number)
    case .move(let contact, let sample):
      append(.move, contact, sample, nil, to: &bytes, number: &number)
    case .lift(let contact, let sample):
      append(.lift, contact, sample, nil, to: &bytes, number: &number)
    }
  }

  /// Adds the frames of the device that the attempt turned out to be made with.
  ///
  /// - Parameter time: of the last event, in microseconds.
  public static func append(
    _ device: Device, time: Int, to bytes: inout [UInt8], number: inout Int
  ) {
    append(
      .device, device.kind.rawValue + " " + device.pressure.rawValue, time: time, to: &bytes,
      number: &number)
  }

  /// Adds the frames of words.
  private static func append(
    _ kind: Kind, _ words: String, time: Int, to bytes: inout [UInt8], number: inout Int
  ) {
    let text = Array(words.utf8.prefix(Int(Int16.max)))
    var frame = [UInt8](repeating: 0, count: length)
    frame[0] = kind.rawValue
    put(UInt16(text.count), 2, &frame)
    put(UInt64(bitPattern: Int64(time)), 8, &frame)
    frame.replaceSubrange(
      firstWords.lowerBound..<firstWords.lowerBound + min(firstWords.count, text.count),
      with: text.prefix(firstWords.count))
    finish(&frame, to: &bytes, number: &number)
    var rest = text.dropFirst(firstWords.count)
    while !rest.isEmpty {
      let piece = rest.prefix(moreWords.count)
      frame = [UInt8](repeating: 0, count: length)
      frame[0] = Kind.words.rawValue
      frame.replaceSubrange(
        moreWords.lowerBound..<moreWords.lowerBound + piece.count, with: piece)
      finish(&frame, to: &bytes, number: &number)
      rest = rest.dropFirst(moreWords.count)
    }
  }

  private static func append(
    _ kind: Kind, _ contact: Int, _ sample: Sample, _ landing: Landing?, to bytes: inout [UInt8],
    number: inout Int
  ) {
    let start = bytes.count
    bytes.append(kind.rawValue)
    bytes.append(0)
    add(UInt16(bitPattern: Int16(clamping: sample.pressure ?? -1)), to: &bytes)
    add(UInt32(clamping: contact), to: &bytes)
    add(UInt64(bitPattern: Int64(sample.time)), to: &bytes)
    add(UInt32(bitPattern: Int32(clamping: sample.position.x)), to: &bytes)
    add(UInt32(bitPattern: Int32(clamping: sample.position.y)), to: &bytes)
    add(UInt32(clamping: landing?.nanometresPerPixel ?? 0), to: &bytes)
    add(UInt32(bitPattern: Int32(clamping: landing?.hand ?? 0)), to: &bytes)
    add(UInt32(truncatingIfNeeded: number), to: &bytes)
    add(CheckSum.crc32(bytes[start...]), to: &bytes)
    number += 1
  }

  private static func finish(_ frame: inout [UInt8], to bytes: inout [UInt8], number: inout Int) {
    put(UInt32(truncatingIfNeeded: number), 32, &frame)
    put(CheckSum.crc32(frame[..<36]), 36, &frame)
    bytes += frame
    number += 1
  }

  private static func add(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
    for index in 0..<value.bitWidth / 8 {
      bytes.append(UInt8(truncatingIfNeeded: value >> (8 * index)))
    }
  }

  private static func put(_ value: some FixedWidthInteger, _ place: Int, _ frame: inout [UInt8]) {
    for index in 0..<value.bitWidth / 8 {
      frame[place + index] = UInt8(truncatingIfNeeded: value >> (8 * index))
    }
  }

  // MARK: Reading

  /// A frame's bytes, checked.
  struct Checked {
    private let bytes: ArraySlice<UInt8>

    /// Nil when the bytes are no frame with this number.
    init?(_ bytes: ArraySlice<UInt8>, number: Int) {
      guard bytes.count == JournalFrame.length else { return nil }
      self.bytes = bytes
      guard value(32, UInt32.self) == UInt32(truncatingIfNeeded: number),
        value(36, UInt32.self) == CheckSum.crc32(bytes.dropLast(4))
      else { return nil }
    }

    private func value<Value: FixedWidthInteger>(_ place: Int, _ type: Value.Type) -> Value {
      var value: Value = 0
      for index in 0..<Value.bitWidth / 8 {
        value |= Value(truncatingIfNeeded: bytes[bytes.startIndex + place + index]) << (8 * index)
      }
      return value
    }

    var kind: Kind? { bytes.first.flatMap(Kind.init) }

    var time: Int { Int(value(8, Int64.self)) }

    /// Bytes of words, those in the frames that follow too.
    var wordCount: Int { Int(value(2, UInt16.self)) }

    var words: ArraySlice<UInt8> {
      let place = kind == .words ? moreWords : firstWords
      return bytes[bytes.startIndex + place.lowerBound..<bytes.startIndex + place.upperBound]
    }

    /// Nil for what no hand did.
    var event: Event? {
      let contact = Int(value(4, UInt32.self))
      let pressure = Int(value(2, Int16.self))
      let sample = Sample(
        time: time,
        position: Position(x: Int(value(16, Int32.self)), y: Int(value(20, Int32.self))),
        pressure: pressure < 0 ? nil : pressure)
      switch kind {
      case .land:
        return .land(
          Landing(
            contact: contact, hand: Int(value(28, Int32.self)),
            nanometresPerPixel: Int(value(24, UInt32.self)), sample: sample))
      case .move: return .move(contact: contact, sample)
      case .lift: return .lift(contact: contact, sample)
      case .act, .words, .device, nil: return nil
      }
    }
  }
}
