// swift-tools-version: 6.2
import PackageDescription

// The search for inputs that break a promise. It is built by Scripts/fuzz alone: each program has
// the entry point of libFuzzer, which comes with the toolchain.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let room = Target.Dependency.product(name: "Attacks", package: "Effleurage")
let attacks = ["yaml", "inkml", "journal", "fold"]

let package = Package(
  name: "Fuzzing",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Effleurage", path: "../..")],
  targets: [
    .target(name: "CFuzzer"),
    .target(name: "Fuzzing", dependencies: [room], swiftSettings: settings),
  ]
    + attacks.map {
      .executableTarget(
        name: "fuzz-\($0)", dependencies: ["Fuzzing", "CFuzzer", room], path: "Sources/\($0)",
        swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])])
    }
)
