public import Attempts

/// Puts events together again from the frames of a journal, one frame after another.
public struct JournalDecoder: Sendable {
  /// What a frame brought.
  public enum Step: Hashable, Sendable {
    /// Words that go on in the next frame.
    case nothing
    case event(Event)
    /// The device of the attempt from here on.
    case device(Device)
    /// The bytes are no frame, or not the one that must stand here.
    case broken
  }

  /// Words of which some are still to come.
  private struct Begun {
    var kind: JournalFrame.Kind
    var time: Int
    var count: Int
    var bytes: [UInt8]
  }

  private var number: Int
  private var begun: Begun?

  /// - Parameter frame: number of the first frame that comes; one that does not go on with words.
  public init(from frame: Int = 0) { number = frame }

  /// Whether the last frame began something that frames to come must complete.
  public var isWithinWords: Bool { begun != nil }

  /// Takes the next frame, which is ``JournalFrame/length`` bytes.
  public mutating func take(_ bytes: ArraySlice<UInt8>) -> Step {
    guard let frame = JournalFrame.Checked(bytes, number: number), let kind = frame.kind else {
      return .broken
    }
    number += 1
    switch kind {
    case .land, .move, .lift:
      guard begun == nil, let event = frame.event else { return .broken }
      return .event(event)
    case .act, .device:
      guard begun == nil else { return .broken }
      begun = Begun(
        kind: kind, time: frame.time, count: frame.wordCount, bytes: Array(frame.words))
    case .words:
      guard begun != nil else { return .broken }
      begun?.bytes += frame.words
    }
    guard let words = begun, words.bytes.count >= words.count else { return .nothing }
    begun = nil
    return step(words)
  }

  private func step(_ words: Begun) -> Step {
    guard let text = String(validating: words.bytes.prefix(words.count), as: UTF8.self) else {
      return .broken
    }
    let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    guard parts.count == 2 else { return .broken }
    if words.kind == .device {
      guard let kind = DeviceKind(rawValue: parts[0]),
        let pressure = PressureSource(rawValue: parts[1])
      else { return .broken }
      return .device(Device(kind: kind, pressure: pressure))
    }
    guard let act = Act(kind: parts[0], value: parts[1]) else { return .broken }
    return .event(.act(act, time: words.time))
  }
}
