public import Attempts
import Catalogue
public import Preferences
import ScenarioFiles
public import Scenarios
import Scoring

/// What the program is doing, without a window: which screen stands, the attempt under way, what
/// is asked. Every method that depends on time takes the moment, in microseconds of a clock that
/// never goes back.
public struct Session: Sendable {
  public enum Screen: String, Hashable, Sendable {
    case library
    /// Reading the case and deciding.
    case patient
    case preparation
    case practice
    /// The expert's attempt, played.
    case demonstration
    case debrief
    case settings
    /// A display is measured with a bank card.
    case lifeSize
    case trainees
    case about
    /// What was done so far.
    case history
    /// An attempt that is over, looked at once more beside the expert's.
    case replay
  }

  /// Who works, and with which program.
  public struct Setting: Sendable {
    /// `t-` and 8 of a-z2-9; nil when nobody is named.
    public var trainee: String?
    /// Name and version, as records carry it.
    public var program: String

    public init(trainee: String? = nil, program: String) {
      self.trainee = trainee
      self.program = program
    }
  }

  public internal(set) var cases: [CaseFile]
  /// Listed after the cases.
  public internal(set) var broken: [BrokenCase]
  public internal(set) var setting: Setting
  public let store: AttemptStore
  public internal(set) var screen = Screen.library
  /// Index of the case chosen in the library; beyond the cases, of a file with errors.
  public internal(set) var selected = 0
  public internal(set) var underWay: AttemptUnderWay?
  public internal(set) var demonstration: DemonstrationPlay?
  public internal(set) var finished: FinishedAttempt?
  public internal(set) var question: Question?
  public internal(set) var notice: Notice?
  /// The decision chosen on the card, not yet confirmed.
  public internal(set) var chosen: Decision?
  /// The reasons ticked on the card, in the order of ticking; confirmed with the decision.
  public internal(set) var reasons: [Reason] = []
  /// Earlier attempts of the trainee, as far as they were looked up.
  public internal(set) var past = PastAttempts()
  /// Whose ``past`` was read last; nil: nobody's who is named.
  var pastOf: String?
  /// Every attempt and course of the trainee, as far as they were looked up.
  public internal(set) var history = HistoryContents()
  /// Whether the window may go: nothing is left that would be lost.
  public internal(set) var isClosed = false
  public internal(set) var settings: Settings
  /// Everybody who practises here, by name, as far as they were looked up.
  public internal(set) var trainees: [Trainee] = []
  /// Ids of those who were deleted elsewhere and are still named in an attempt under way.
  var deleted: [String] = []
  /// Where names are kept; nil where nobody can be named.
  let traineeList: Trainees?
  /// Screens that settings and what belongs to them were opened over, the first at the bottom.
  var under: [Screen] = []
  /// The settings before each change since they were opened.
  var undoable: [Settings] = []
  var lastChange: SettingChange?
  /// Scope and mode of the attempt, for doing it once more.
  var lastMode = Mode.practice
  /// Whether an attempt's events go to the disk while it is made; not where it is only looked at.
  public var keepsEventsOnDisk = true
  var lastDrill: String?
  /// What the guided minutes ask for now; nil while nobody is guided.
  public internal(set) var introduction: GuidedIntroduction?
  /// Whether nobody has worked with the program here yet: then the guided minutes are offered.
  public var isFirstStart: Bool { !settings.isFirstStartOver }
  /// How fast demonstrations are played.
  public internal(set) var speed = DemonstrationSpeed.usual
  /// Whether the clock stands only because a question does.
  var isHeldByQuestion = false
  private var hasLookedUpPast = false
  /// Whether it was told that events are kept in memory.
  var hasToldOfMemory = false
  /// Attempts that a stopped program left and that are to be offered, the oldest first.
  var leftAttempts: [LeftAttempt] = []
  /// When they were looked up.
  var leftLookUp = 0
  /// The attempt of the history whose record is being read.
  var opening: AttemptOpening?
  /// What a question was asked on the way to.
  var pending: Pending?
  /// The attempt that is looked at once more; nil while it is being opened.
  public internal(set) var replay: ReplayPlay?
  /// What is folded for it, and where it is to stand.
  /// How many replays were shown.
  var openedReplays = 0
  var replayOpening: (opening: ReplayOpening, start: ReplayStart)?
  /// How fast replays are played.
  public internal(set) var replaySpeed = DemonstrationSpeed.usual
  /// Whether the program was started for a replay alone.
  public internal(set) var isReplayAlone = false

  /// Where a confirmed question leads.
  enum Pending: Sendable {
    case library
    case close
  }

  public init(
    cases: [CaseFile], broken: [BrokenCase] = [], setting: Setting, store: AttemptStore,
    settings: Settings = Settings(), traineeList: Trainees? = nil
  ) {
    self.cases = cases
    self.broken = broken
    self.setting = setting
    self.store = store
    self.settings = settings
    self.traineeList = traineeList
    // Who was named for this run comes before who was chosen last.
    if setting.trainee == nil { self.setting.trainee = settings.trainee }
    if let last = settings.lastCase { selected = place(ofCase: last) ?? 0 }
  }

  /// Nil where the selected file holds no case.
  public var selectedCase: CaseFile? {
    cases.indices.contains(selected) ? cases[selected] : nil
  }

  /// The attempt that the practice screen shows: the trainee's, or the ghost's.
  public var onScreen: AttemptUnderWay? { demonstration?.shown ?? underWay }

  public var isExam: Bool { underWay?.header.mode == .exam }

  /// Whether something on screen goes on by itself.
  public var isRunning: Bool {
    if screen == .replay { return replay?.isPlaying == true }
    if let demonstration { return !demonstration.isPaused }
    return screen == .practice && (question == nil || isExam) && underWay?.isPaused == false
  }

  public mutating func dismissNotice() { notice = nil }

  public mutating func tell(_ notice: Notice) { self.notice = notice }

  /// Lets time pass: hands at rest are recorded, a demonstration plays on.
  public mutating func advance(to moment: Int) {
    takeReplay(at: moment)
    if screen == .replay {
      replay?.advance(to: moment)
    } else if demonstration != nil {
      demonstration?.advance(to: moment)
      if demonstration?.isOver == true { endDemonstration(at: moment) }
    } else {
      underWay?.advance(to: moment)
      guide(at: moment)
    }
    offerLeftAttempt()
    if let failure = underWay?.events.failure, !hasToldOfMemory {
      hasToldOfMemory = true
      tell(Notice(.warning, Texts["keeping.inMemory", ["reason": failure]]))
    }
  }

  /// Looks up what the trainee did before; it takes longer, the more that is.
  public mutating func lookUpPast() {
    hasLookedUpPast = true
    do throws(StoreError) {
      past = try store.past(of: setting.trainee)
      // Where the history stands, or lies under what stands, it needs the attempts too.
      if screen == .history || under.contains(.history) {
        lookUpHistory()
      } else {
        lookUpCourses()
      }
      pastOf = setting.trainee
    } catch {
      // What is known of the same trainee holds on.
      if pastOf != setting.trainee {
        past = PastAttempts()
        history = HistoryContents()
      }
      tell(Notice(.warning, error.description))
    }
  }

  // MARK: Library

  public mutating func select(_ index: Int) {
    guard screen == .library, (0..<cases.count + broken.count).contains(index) else { return }
    selected = index
    noteLastCase()
  }

  /// Begins an attempt at the selected case.
  ///
  /// - Parameters:
  ///   - only: a phase to drill alone; the case is then neither read nor decided.
  ///   - start: the wall clock, ISO 8601 in UTC.
  public mutating func begin(
    _ mode: Mode, only phase: String? = nil, start: String, at moment: Int
  ) {
    guard let caseFile = selectedCase, underWay == nil else { return }
    if !hasLookedUpPast { lookUpPast() }
    if let phase, caseFile.scenario.phaseIndex(phase) == nil { return }
    lastMode = phase == nil ? mode : .drill
    lastDrill = phase
    let header = Header(
      mode: lastMode, device: Device(kind: .mouse, pressure: .set),
      ruleSet: RuleSet.latest.number, program: setting.program, start: start,
      trainee: setting.trainee,
      shown: mode == .exam ? [] : aids(of: caseFile.scenario),
      scope: phase.map { Scope.phase($0, timed: true) } ?? .whole)
    underWay = AttemptUnderWay(
      of: caseFile, header: header, at: moment,
      events: keepsEventsOnDisk
        ? EventLog(
          in: store.folder, stem: AttemptStore.stem(of: caseFile.scenario.id, header: header),
          header: header, caseFile: caseFile) : .inMemory,
      course: patientState(of: caseFile.scenario, for: header))
    hasToldOfMemory = false
    finished = nil
    demonstration = nil
    question = nil
    isHeldByQuestion = false
    chosen = nil
    reasons = []
    rememberFirstStart()
    under = []
    screen = .patient
    noteLastCase()
    if let phase {
      underWay?.act(.phase(phase), at: moment)
      screen = .practice
    }
  }

  /// Begins the attempt of the debrief once more.
  public mutating func retry(start: String, at moment: Int) {
    guard screen == .debrief else { return }
    let place = placeOfOpenedCase
    if finished?.isFromHistory == true, place == nil { return tellOfMissingCase() }
    guard leaveDebrief(to: .library) else { return }
    if let place { selected = place }
    begin(lastMode, only: lastDrill, start: start, at: moment)
  }

  /// Begins the case after the one of the debrief.
  public mutating func nextCase(start: String, at moment: Int) {
    guard screen == .debrief, !cases.isEmpty else { return }
    let place = placeOfOpenedCase
    guard leaveDebrief(to: .library) else { return }
    selected = ((place ?? selected) + 1) % cases.count
    begin(lastMode == .drill ? .practice : lastMode, start: start, at: moment)
  }

  /// From the debrief to the library; asks first when that would lose an attempt.
  public mutating func toLibrary() {
    guard screen == .debrief else { return }
    _ = leaveDebrief(to: .library)
  }

  /// Begins a drill of one step: of the selected case in the library, of the attempt's case in the
  /// debrief. It is never counted.
  public mutating func drill(_ step: Int, start: String, at moment: Int) {
    guard question == nil else { return }
    switch screen {
    case .library: break
    case .debrief:
      let id = finished?.caseFile.source.sha256
      guard let place = cases.firstIndex(where: { $0.source.sha256 == id }),
        cases[place].scenario.phases.indices.contains(step)
      else {
        if finished?.isFromHistory == true { tellOfMissingCase() }
        return
      }
      guard leaveDebrief(to: .library) else { return }
      selected = place
    case .patient, .preparation, .practice, .demonstration, .settings, .lifeSize, .trainees, .about,
      .history, .replay:
      return
    }
    guard let phases = selectedCase?.scenario.phases, phases.indices.contains(step) else { return }
    begin(.practice, only: phases[step].id, start: start, at: moment)
  }
}
