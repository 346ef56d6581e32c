import Scenes
import Testing

@testable import TrainerWindow

@Suite struct FocusFadeTests {
  @Test func theMarkComesUpWhereTheFocusArrives() {
    var fade = FocusFade()
    #expect(fade.strength(of: nil, at: 1_000_000) >= 0)
    #expect(!fade.isFading)
    #expect(fade.strength(of: .back, at: 2_000_000) == 0)
    #expect(fade.isFading)
    #expect(fade.strength(of: .back, at: 2_030_000) == 0.25)
    #expect(fade.isFading)
    #expect(fade.strength(of: .back, at: 2_120_000) == 1)
    #expect(!fade.isFading)
    // It begins anew with another control, not with time.
    #expect(fade.strength(of: .back, at: 9_000_000) == 1)
    #expect(fade.strength(of: .help, at: 9_060_000) == 0)
    #expect(fade.strength(of: .help, at: 9_120_000) == 0.5)
    // Nothing has to be drawn for a focus that is gone.
    _ = fade.strength(of: nil, at: 9_130_000)
    #expect(!fade.isFading)
  }
}
