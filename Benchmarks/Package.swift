// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that no build of the programs pays for what measures them.
// `Scripts/bench` at the root of the repository builds and runs it.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

func program(
  _ name: String, _ rooms: [String], _ others: [Target.Dependency] = []
) -> Target {
  .executableTarget(
    name: name, dependencies: rooms.map { .product(name: $0, package: "effleurage") } + others,
    swiftSettings: settings)
}

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "effleurage", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // Scoring and reading, and the work that peers are given.
    program(
      "measure",
      [
        "Geometry", "BackAtlas", "Scenarios", "Attempts", "Scoring", "ScenarioFiles", "Records",
        "Handover",
      ], [argumentParser]),
    // What the patient costs beside scoring.
    program("patient-cost", ["Scenarios", "Attempts", "Scoring", "Patients", "ScenarioFiles"]),
    // What seeking in a long replay costs.
    program("replay-cost", ["Sessions", "Scenarios", "Attempts", "Scoring", "ScenarioFiles"]),
  ]
)
