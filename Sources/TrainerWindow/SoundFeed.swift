import Sounds
import Synchronization

/// Between the window, which says what is to be heard, and the device, which asks for samples.
///
/// Neither waits for the other longer than it takes to copy a few numbers.
final class SoundFeed: Sendable {
  private struct Asked: Sendable {
    var state = SoundState.silent
    var settings = SoundSettings()
  }

  private let asked = Mutex(Asked())
  /// Only the device's thread uses it.
  private let synthesiser = Mutex<Synthesiser?>(nil)

  func follow(_ state: SoundState, _ settings: SoundSettings) {
    asked.withLock { $0 = Asked(state: state, settings: settings) }
  }

  /// A device with so many samples a second begins to ask.
  func begin(rate: Double) {
    synthesiser.withLock { $0 = Synthesiser(rate: rate) }
  }

  /// Writes the next samples, full scale being the whole range.
  func fill(_ samples: UnsafeMutableBufferPointer<Int16>) {
    let asked = asked.withLock { $0 }
    synthesiser.withLock { synthesiser in
      synthesiser?.follow(asked.state, asked.settings)
      for index in samples.indices {
        let sample = synthesiser?.next() ?? 0
        samples[index] = Int16((min(max(sample, -1), 1) * Double(Int16.max)).rounded())
      }
    }
  }
}
