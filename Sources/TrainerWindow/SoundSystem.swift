import CSDL2
import Catalogue
import Sounds

/// Why nothing is heard.
struct SoundError: Error, Hashable, Sendable, CustomStringConvertible {
  var description: String
}

/// What sounds need of the machine. Every call may take as long as a sound server that does not
/// answer, so none is made on the window's own thread.
struct SoundSystem: Sendable {
  /// Opens the usual device, which from then on asks the feed for samples; gives its number.
  var open: @Sendable (SoundFeed) throws(SoundError) -> UInt32
  /// Closes a device; it asks for nothing any more.
  var close: @Sendable (UInt32) -> Void
  /// Ends the system after the last device was closed.
  var quit: @Sendable () -> Void

  /// Samples in a block. Of two blocks one is played while the other is made, so that a change is
  /// heard after 21 to 43 ms at 48 000 samples a second.
  static let block = 1_024
  static let rate = 48_000

  static let sdl = SoundSystem(
    open: { feed throws(SoundError) in
      SDL_SetHint(SDL_HINT_AUDIO_DEVICE_APP_NAME, Texts["product.name"])
      // Stays on without a device, to learn of one that is plugged in.
      if SDL_WasInit(SDL_INIT_AUDIO) == 0, SDL_InitSubSystem(SDL_INIT_AUDIO) != 0 {
        throw SoundError(description: problem)
      }
      var wanted = SDL_AudioSpec()
      wanted.freq = Int32(rate)
      wanted.format = SDL_AudioFormat(AUDIO_S16SYS)
      wanted.channels = 1
      wanted.samples = UInt16(block)
      wanted.callback = giveSamples
      wanted.userdata = Unmanaged.passUnretained(feed).toOpaque()
      feed.begin(rate: Double(rate))
      // No change is allowed, so SDL converts to what the device takes.
      let number = SDL_OpenAudioDevice(nil, 0, &wanted, nil, 0)
      guard number != 0 else { throw SoundError(description: problem) }
      SDL_PauseAudioDevice(number, 0)
      return number
    },
    close: { SDL_CloseAudioDevice($0) },
    quit: { if SDL_WasInit(SDL_INIT_AUDIO) != 0 { SDL_QuitSubSystem(SDL_INIT_AUDIO) } })

  private static var problem: String {
    let words = String(cString: SDL_GetError())
    return words.isEmpty ? Texts["sounds.noReason"] : words
  }
}

/// A function of its own, because SDL calls it on the device's thread.
private nonisolated func giveSamples(
  _ context: UnsafeMutableRawPointer?, _ stream: UnsafeMutablePointer<UInt8>?, _ bytes: Int32
) {
  guard let context, let stream, bytes > 0 else { return }
  let feed = Unmanaged<SoundFeed>.fromOpaque(context).takeUnretainedValue()
  let count = Int(bytes) / MemoryLayout<Int16>.size
  UnsafeMutableRawPointer(stream).withMemoryRebound(to: Int16.self, capacity: count) {
    feed.fill(UnsafeMutableBufferPointer(start: $0, count: count))
  }
}
