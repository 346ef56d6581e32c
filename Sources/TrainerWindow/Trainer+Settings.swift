import Catalogue
import Geometry
import Handover
public import Preferences
import ScenarioFiles
import Scenes
import Scoring
import Sessions

/// Settings as they hold, and what is done in them.
extension Trainer {
  var isDark: Bool {
    switch session.settings.theme {
    case .light: false
    case .dark: true
    case .desktop: wishes.isDark ?? false
    }
  }

  var isReducedMotion: Bool {
    switch session.settings.motion {
    case .full: false
    case .reduced: true
    case .desktop: wishes.isReducedMotion ?? false
    }
  }

  /// 1 to 2: how large texts and controls are to what is usual.
  var textSize: Double { session.settings.textSize.factor }

  /// Frame pixels in a millimetre of the display, once a person measured it.
  var pixelsPerMillimetre: Double? {
    surface.display.flatMap { session.settings.lifeSize(of: $0) }
  }

  func performSetting(_ command: Command, at moment: Int) {
    switch command {
    case .settings: session.openSettings(at: moment)
    case .about: session.openAbout(at: moment)
    case .trainees: session.openTrainees(at: moment)
    case .lifeSize: session.openLifeSize(at: moment)
    case .change(let change): apply(change)
    case .toggleSound(let sound):
      apply(sound.change(in: session.settings.sounds))
      heard.isAwaited = sound.isOn(in: session.settings.sounds)
    case .undoChange:
      let language = session.settings.language
      session.undoChange()
      if session.settings.language != language { useLanguage() }
    case .stepLifeSize(let pixels): stepLifeSize(by: pixels)
    case .forgetLifeSize:
      if let display = surface.display { session.change(.lifeSize(nil, display)) }
    case .chooseTrainee(let id):
      session.choose(trainee: id)
    case .nameField: enter(.newName)
    case .renameTrainee(let id): beginRenaming(id)
    case .deleteTrainee(let id):
      leaveField()
      session.askToDelete(trainee: id)
    case .confirmDeletion: session.deleteTrainee()
    case .addTrainee, .saveName: submit(at: moment)
    case .find: enter(.search)
    case .filter(let filter): choose(filter)
    // Drawn by the pointer or moved by arrows; the press alone means nothing.
    case .renameField, .volume, .lifeSizeEdge: break
    default: break
    }
  }

  private func apply(_ change: SettingChange) {
    session.change(change)
    if case .language = change { useLanguage() }
  }

  /// The code of the language that settings choose: their own, else the desktop's, else English.
  public nonisolated static func language(of settings: Settings) -> String {
    settings.language ?? DesktopLanguage.code ?? Texts.fallbackLanguage
  }

  /// Shows the language that is chosen; one that cannot be read is told, and the one before stays.
  func useLanguage() {
    do throws(TextCatalogueError) {
      Texts.use(try Texts.shipped(language: Trainer.language(of: session.settings)))
    } catch {
      session.tell(Notice(.error, error.description))
    }
    pictures = Pictures()
    listing = CaseListing()
  }

  // MARK: Sliders and edges

  /// Takes hold of a control that is drawn rather than pressed.
  func grasp(_ target: Target, at place: Point) {
    let sliders: [Command] = [.volume, .debriefMoment, .debriefTimeline]
    guard target.isEnabled,
      [.lifeSizeEdge, .scrub].contains(target.command) || sliders.contains(target.command)
    else { return }
    drawnControl = target.command
    outside { surface.capturePointer(true) }
    if target.command == .scrub { beginScrubbing(at: place) }
    if sliders.contains(target.command) { _ = drawControl(to: place) }
  }

  /// Whether the pointer draws a control, which then follows it.
  func drawControl(to place: Point) -> Bool {
    switch drawnControl {
    case .debriefMoment, .debriefTimeline:
      guard let command = drawnControl, let area = area(of: command) else { return true }
      // A chart has no thumb.
      drawDebrief(
        command, to: share(of: place, in: area, inset: command == .debriefMoment ? 10 : 0))
    case .volume:
      guard let area = area(of: .volume) else { return true }
      let share = share(of: place, in: area, inset: 10)
      let step = Double(SoundChoices.volumeStep)
      let percent = (min(max(share, 0), 1) * 100 / step).rounded() * step
      session.change(.volume(Int(percent)))
    case .lifeSizeEdge:
      setLifeSize(LifeSizeScreen.measure(reaching: place.x, inFrameOf: frame.width))
    case .scrub: scrub(to: place)
    default: return false
    }
    return true
  }

  private func area(of command: Command) -> Rectangle? {
    targets.first { $0.command == command }?.area
  }

  /// How far along a slider a place is; the thumb's middle runs from half a thumb within each end.
  private func share(of place: Point, in area: Rectangle, inset: Double) -> Double {
    let inset = inset * frame.scale
    return (place.x - area.x - inset) / max(area.width - 2 * inset, 1)
  }

  /// Whether the pointer held a control; it does not any more.
  func letGoOfControl() -> Bool {
    guard drawnControl != nil else { return false }
    if drawnControl == .scrub { endScrubbing() }
    drawnControl = nil
    outside { surface.capturePointer(false) }
    return true
  }

  func changeVolume(by steps: Int) {
    session.change(
      .volume(session.settings.sounds.volume + steps * SoundChoices.volumeStep))
  }

  private func stepLifeSize(by pixels: Int) {
    let now = pixelsPerMillimetre ?? surface.guessedPixelsPerMillimetre
    setLifeSize(LifeSizeScreen.stepped(now, by: pixels))
  }

  /// Not larger than fits into the window, where nobody could see its edges.
  private func setLifeSize(_ measure: Double) {
    guard let display = surface.display else { return }
    let largest = (frame.width - 2 * Space.margin * frame.scale) / BankCard.width
    session.change(.lifeSize(min(measure, largest), display))
  }

  // MARK: Keeping

  /// Hands changes to who writes them, and tells what came of it.
  func keepSettings() {
    guard let keeper else { return }
    keeper.keep(session.settings)
    guard let news = keeper.takeNews() else { return }
    if let failure = news.failure {
      session.tell(Notice(.error, Texts["settings.file.notSaved", ["reason": failure]]))
    } else if let file = news.setAside {
      session.tell(Notice(.information, Texts["settings.file.kept", ["file": file]]))
    }
    pacer.isStale = true
  }

  /// Notes where the window stands, and waits until all is written.
  func finishSettings() {
    guard let keeper else { return }
    session.remember(window: surface.place(before: session.settings.window))
    keeper.keep(session.settings)
    keeper.finish()
  }

  /// Takes the library when it was read anew; not while an attempt or its debrief stands on it.
  func takeLibrary() {
    guard session.underWay == nil, session.finished == nil, session.demonstration == nil,
      !session.isReplayAlone, let contents = libraryWatch?.take()
    else { return }
    session.take(contents)
    // Words of a case may have changed under the same id.
    listing = CaseListing()
    chooseListed()
    pacer.isStale = true
  }
}

// MARK: Screens

extension Trainer {
  var settingsScreen: any Screen {
    SettingsScreen(
      SettingsModel(
        settings: session.settings, trainee: session.trainee?.name,
        languages: ShippedLanguages.all, display: surface.display,
        canUndo: session.canUndoChange, devices: inputDevices, soundProblem: soundProblem))
  }

  var lifeSizeScreen: any Screen {
    LifeSizeScreen(
      pixelsPerMillimetre: pixelsPerMillimetre ?? surface.guessedPixelsPerMillimetre,
      isSet: pixelsPerMillimetre != nil)
  }

  var traineesScreen: any Screen {
    var screen = TraineesScreen(
      entries: session.trainees.map { TraineesScreen.Entry(id: $0.id, name: $0.name) },
      current: session.setting.trainee, canChange: session.canChangeTrainee, line: typing.name)
    screen.canDelete = session.canDeleteTrainees
    screen.isTyping = typing.field == .newName
    if case .rename(let id) = typing.field {
      screen.renamed = id
      screen.isTyping = true
    }
    return screen
  }

  var aboutScreen: any Screen {
    let folders = UserFolders.ofThisProcess()
    var places = [
      (Texts["about.place.records"], session.store.folder),
      (Texts["about.place.scenarios"], folders.scenarios),
      (Texts["about.place.settings"], folders.settingsFile),
      (Texts["about.place.trainees"], folders.historyFile),
    ]
    if let shipped = ResourceFolder.ofThisProgram() {
      places.append((Texts["about.place.shipped"], shipped.resources))
    }
    return AboutScreen(
      versions: [
        Program.signature, Texts["about.rules", ["number": String(RuleSet.latest.number)]],
        Texts[
          "about.formats",
          [
            "case": String(Program.formats.scenario), "record": String(Program.formats.record),
            "result": String(Program.formats.result),
          ]],
      ],
      places: places.map { (what: $0.0, path: $0.1) })
  }
}
