// swift-tools-version: 6.2
import PackageDescription

// The one settings table: every target of this package is compiled with it.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  // The rooms below do the work, but for the second scorer: optimising the other tests takes longer
  // than it saves.
  let plain: [SwiftSetting] =
    hasLawsAlone && name != "ScoringTests" ? [.unsafeFlags(["-Onone"])] : []
  return .testTarget(name: name, dependencies: dependencies, swiftSettings: settings + plain)
}

/// With `EFFLEURAGE_TESTS=laws` the package has only the tests that are worth a release build, which
/// takes half as long.
let lawTests: Set = [
  "ScoringTests", "AuthoringTests", "PatientsTests", "ScenarioFilesTests", "ScenesTests",
  "SessionsTests", "RehearsalTests",
]
let hasLawsAlone = Context.environment["EFFLEURAGE_TESTS"] == "laws"
func isBuilt(_ target: Target) -> Bool {
  !hasLawsAlone || !target.isTest || lawTests.contains(target.name)
}

/// Rooms that the packages of benchmarks and of fuzzing build on.
let measured = [
  "Geometry", "BackAtlas", "Scenarios", "Attempts", "Scoring", "Patients", "ScenarioFiles",
  "Records", "Handover", "Sessions", "Attacks",
]

// Who may import whom is kept true by the compiler's import check and by ArchitectureTests.
let package = Package(
  name: "Effleurage",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "effleurage", targets: ["effleurage"]),
    .executable(name: "effleurage-window", targets: ["effleurage-window"]),
    .executable(name: "effleurage-post", targets: ["effleurage-post"]),
  ] + measured.map { .library(name: $0, targets: [$0]) },
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // The core: values and pure functions.
    room("Geometry"),
    room("BackAtlas", ["Geometry"]),
    room("Scenarios", ["Geometry", "BackAtlas"]),
    room("Attempts", ["Geometry", "Scenarios"]),
    room("Scoring", ["Geometry", "BackAtlas", "Scenarios", "Attempts"]),
    room("Sounds", ["Geometry", "Scenarios", "Scoring"]),
    // Files.
    .systemLibrary(
      name: "CNettle", pkgConfig: "nettle",
      providers: [.apt(["nettle-dev"]), .brew(["nettle"])]),
    room("Digests", ["CNettle"]),
    room("ScenarioFiles", ["Geometry", "BackAtlas", "Scenarios", yams, "Digests"]),
    room("Records", ["Geometry", "Scenarios", "Attempts", "Digests"]),
    room(
      "Handover",
      [
        "Geometry", "BackAtlas", "Scenarios", "Attempts", "Scoring", "Records", "ScenarioFiles",
        "Digests",
      ]),
    room(
      "Authoring",
      ["Geometry", "BackAtlas", "Scenarios", "Attempts", "Scoring", "ScenarioFiles", "Records"]),
    // What bytes from outside are thrown at, by a search for inputs and by tests; not installed.
    room(
      "Attacks", ["Geometry", "Scenarios", "Attempts", "Scoring", "ScenarioFiles", "Records"]),
    room("Catalogue", ["ScenarioFiles", yams]),
    room("Patients", ["Geometry", "BackAtlas", "Scenarios", "Attempts"]),
    room(
      "History",
      [
        "Scenarios", "Attempts", "Scoring", "Patients", "ScenarioFiles", "Records", "Handover",
        "Digests", grdb,
      ]),
    room("Preferences"),
    room("Threads"),
    room("Pages", ["Digests"]),
    room("Classes", ["Geometry", "Scenarios", "Attempts", "Scoring"]),
    room(
      "ClassReports", ["Scenarios", "Attempts", "Scoring", "Classes", "Handover", "Pages"]),
    room(
      "Sessions",
      [
        "Geometry", "BackAtlas", "Scenarios", "Attempts", "Scoring", "Patients", "ScenarioFiles",
        "Records", "Handover", "History", "Catalogue", "Preferences", "Threads", yams,
      ]),
    // Pictures and the window.
    .systemLibrary(
      name: "CCairo", pkgConfig: "pangocairo",
      providers: [.apt(["libpango1.0-dev"]), .brew(["pango"])]),
    .systemLibrary(name: "CSDL2", providers: [.apt(["libsdl2-dev"]), .brew(["sdl2"])]),
    room("Drawing", ["Geometry", "CCairo"]),
    room(
      "Scenes",
      [
        "Geometry", "BackAtlas", "Scenarios", "Attempts", "Scoring", "Patients", "Drawing",
        "Catalogue", "Preferences",
      ]),
    room(
      "Reports",
      [
        "Pages", "Drawing", "Scenes", "Geometry", "BackAtlas", "Scenarios", "Attempts", "Scoring",
        "Patients", "Records", "ScenarioFiles", "Handover", "Catalogue",
      ]),
    room(
      "TrainerWindow",
      [
        "CSDL2", "Drawing", "Scenes", "Sessions", "Geometry", "BackAtlas", "Scenarios", "Attempts",
        "Scoring", "Patients", "Sounds", "Catalogue", "Preferences", "Threads", "ScenarioFiles",
        "Handover",
      ]),
    // The three programs.
    .executableTarget(
      name: "effleurage",
      dependencies: [
        "Geometry", "BackAtlas", "Scenarios", "Attempts", "Scoring", "Patients", "ScenarioFiles",
        "Records", "Authoring", "Handover", "History", "Pages", "Classes", "ClassReports",
        "Preferences", "Threads", "Sessions",
        argumentParser,
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "effleurage-window",
      dependencies: [
        "TrainerWindow", "Sessions", "Scenes", "Reports", "Drawing", "Scenarios", "Attempts",
        "Scoring", "Patients", "ScenarioFiles", "Records", "Handover", "Catalogue", "Preferences",
        argumentParser,
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "effleurage-post", dependencies: ["Handover"], swiftSettings: settings),
    // The measures on recordings of people; not installed.
    .executableTarget(
      name: "study",
      dependencies: [
        "Geometry", "BackAtlas", "Scenarios", "Attempts", "Scoring", argumentParser,
      ],
      swiftSettings: settings),
    // A live attempt to be stopped by tests; not installed.
    .executableTarget(
      name: "rehearsal",
      dependencies: [
        "Sessions", "Geometry", "Scenarios", "Attempts", "Scoring", "ScenarioFiles", "Handover",
        argumentParser,
      ],
      swiftSettings: settings),
    // One test target a room.
    tests("GeometryTests", ["Geometry"]),
    tests("DigestsTests", ["Digests"]),
    tests("CatalogueTests", ["Catalogue", "ScenarioFiles"]),
    tests("SoundsTests", ["Sounds", "Geometry", "BackAtlas", "Scenarios", "Scoring"]),
    tests("PatientsTests", ["Patients", "Geometry", "BackAtlas", "Scenarios", "Attempts"]),
    tests(
      "ScoringTests",
      [
        "Geometry", "BackAtlas", "Scenarios", "ScenarioFiles", "Attempts", "Scoring", "Records",
        "Handover",
      ]),
    tests(
      "SessionsTests",
      [
        "Sessions", "History", "Geometry", "BackAtlas", "Scenarios", "Attempts", "Scoring",
        "Patients",
        "Records", "ScenarioFiles", "Handover", "Preferences",
      ]),
    tests("PreferencesTests", ["Preferences"]),
    tests("ThreadsTests", ["Threads"]),
    tests("PagesTests", ["Pages"]),
    tests(
      "ClassesTests",
      ["Classes", "Geometry", "BackAtlas", "Scenarios", "ScenarioFiles", "Attempts", "Scoring"]),
    tests(
      "ClassReportsTests",
      ["ClassReports", "Classes", "Geometry", "Scenarios", "Attempts", "Scoring"]),
    tests(
      "TrainerWindowTests",
      [
        "TrainerWindow", "History", "CSDL2", "Sessions", "Scenes", "Scoring", "Patients", "Sounds",
        "Geometry",
        "Attempts", "BackAtlas", "Scenarios", "ScenarioFiles", "Preferences", "Catalogue",
        "Drawing", "Threads",
      ]),
    tests(
      "WindowTests",
      [
        "effleurage-window", "effleurage", "History", "Geometry", "BackAtlas", "Scenarios",
        "Attempts", "Scoring", "Patients", "Sounds", "ScenarioFiles", "Records", "Handover",
        "Drawing", "Scenes", "Preferences", "Catalogue",
      ]),
    tests("DrawingTests", ["Drawing", "Geometry"]),
    tests("ArchitectureTests", []),
    tests(
      "HandoverTests",
      ["Handover", "Records", "Scoring", "Attempts", "Scenarios", "ScenarioFiles", "Geometry"]),
    tests(
      "EffleurageTests",
      [
        "effleurage", "effleurage-post", "Geometry", "Handover", "History", "Patients", "Records",
        "ScenarioFiles", "Scenarios", "Attempts", "Scoring",
      ]),
    tests("StudyTests", ["study", "Geometry", "Scenarios", "Attempts", "Scoring"]),
    tests(
      "RehearsalTests",
      [
        "rehearsal", "History", "Sessions", "Geometry", "BackAtlas", "Scenarios", "Attempts",
        "Scoring",
        "ScenarioFiles", "Records", "Handover",
      ]),
    tests("BackAtlasTests", ["Geometry", "BackAtlas"]),
    tests("ScenariosTests", ["Geometry", "BackAtlas", "Scenarios"]),
    tests("ScenarioFilesTests", ["Geometry", "BackAtlas", "Scenarios", "ScenarioFiles", yams]),
    tests(
      "AuthoringTests",
      [
        "Authoring", "Geometry", "BackAtlas", "Scenarios", "Attempts", "Scoring", "ScenarioFiles",
        "Records",
      ]),
    tests("AttemptsTests", ["Geometry", "BackAtlas", "Scenarios", "Attempts"]),
    tests(
      "HistoryTests",
      [
        "History", "Patients", "Geometry", "Scenarios", "Attempts", "Scoring", "Records",
        "ScenarioFiles",
        "Handover", grdb,
      ]),
    tests("RecordsTests", ["Digests", "Geometry", "Scenarios", "Attempts", "Records"]),
    tests(
      "AttacksTests",
      ["Attacks", "Geometry", "Scenarios", "Attempts", "Scoring", "ScenarioFiles", "Records"]),
    tests(
      "ScenesTests",
      [
        "Scenes", "Drawing", "Geometry", "BackAtlas", "Scenarios", "Attempts", "Scoring",
        "Patients",
        "Catalogue", "Preferences",
      ]),
    tests(
      "ReportsTests",
      [
        "Reports", "Pages", "Scenes", "Drawing", "Geometry", "BackAtlas", "Scenarios", "Attempts",
        "Scoring", "Patients", "Handover", "Catalogue",
      ]),
  ].filter(isBuilt)
)
