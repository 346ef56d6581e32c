import Preferences
import Testing

@Suite struct SettingsTests {
  private let here = DisplaySize(width: 1920, height: 1080)
  private let there = DisplaySize(width: 2560, height: 1440)

  @Test func onlyTheWarningSoundsAtFirst() {
    let sounds = Settings().sounds
    #expect(sounds.spasmWarning && !sounds.metronome && !sounds.speedTone)
  }

  @Test func anotherDisplayDoesNotInheritTheMeasure() {
    var settings = Settings()
    settings.take(.lifeSize(3.78, here))
    #expect(settings.lifeSize(of: here) == 3.78)
    #expect(settings.lifeSize(of: there) == nil)
    settings.take(.lifeSize(4.3, there))
    settings.take(.lifeSize(nil, here))
    #expect(settings.lifeSize(of: here) == nil)
    #expect(settings.lifeSize(of: there) == 4.3)
  }

  @Test(arguments: [(-5, 0), (0, 0), (35, 35), (100, 100), (105, 100)])
  func theVolumeStaysInItsRange(asked: Int, kept: Int) {
    var settings = Settings()
    settings.take(.volume(asked))
    #expect(settings.sounds.volume == kept)
  }

  @Test(arguments: [(0.1, 0.5), (0.5, 0.5), (3.78, 3.78), (60, 60), (61, 60)])
  func aMeasureStaysInItsRange(asked: Double, kept: Double) {
    var settings = Settings()
    settings.take(.lifeSize(asked, here))
    #expect(settings.lifeSize(of: here) == kept)
  }
}
