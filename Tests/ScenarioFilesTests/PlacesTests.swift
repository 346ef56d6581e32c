import Foundation
import ScenarioFiles
import Testing

@Suite struct PlacesTests {
  @Test func aPersonsFoldersFollowTheEnvironment() {
    let usual = UserFolders(environment: [:], home: "/home/a")
    #expect(usual.scenarios == "/home/a/.local/share/effleurage/scenarios")
    #expect(usual.historyFile == "/home/a/.local/share/effleurage/history.sqlite")
    #expect(usual.records == "/home/a/.local/share/effleurage/records")
    #expect(usual.settingsFile == "/home/a/.config/effleurage/settings.yaml")
    #expect(
      usual.sharedScenarios == [
        "/usr/local/share/effleurage/scenarios", "/usr/share/effleurage/scenarios",
      ])

    let named = UserFolders(
      environment: [
        "XDG_DATA_HOME": "/d/", "XDG_CONFIG_HOME": "/c", "XDG_DATA_DIRS": "/s1:relative:/s2/:",
      ], home: "/home/a")
    #expect(named.scenarios == "/d/effleurage/scenarios")
    #expect(named.settingsFile == "/c/effleurage/settings.yaml")
    #expect(
      named.sharedScenarios == ["/s1/effleurage/scenarios", "/s2/effleurage/scenarios"])

    // Relative paths count as unset.
    let relative = UserFolders(environment: ["XDG_DATA_HOME": "d"], home: "/home/a")
    #expect(relative.scenarios == usual.scenarios)

    let own = UserFolders(
      environment: ["EFFLEURAGE_HOME": "/e/", "XDG_DATA_HOME": "/d"], home: "/home/a")
    #expect(own.scenarios == "/e/scenarios")
    #expect(own.historyFile == "/e/history.sqlite")
    #expect(own.records == "/e/records")
    #expect(own.settingsFile == "/e/settings.yaml")
    #expect(UserFolders(environment: ["EFFLEURAGE_HOME": ""], home: "/home/a") == usual)
  }

  @Test func anInstalledProgramFindsWhatLiesBesideIt() throws {
    let folder = try TemporaryFolder()
    let program = try folder.write("opt/bin/effleurage")
    try folder.makeFolder("opt/share/effleurage/Scenarios")
    let expected = ResourceFolder(
      scenarios: "\(folder.path)/opt/share/effleurage/Scenarios",
      resources: "\(folder.path)/opt/share/effleurage/Resources")
    #expect(ResourceFolder.beside(program: program) == expected)
    // Through a link, as from a folder on the search path.
    try folder.makeFolder("bin")
    let link = "\(folder.path)/bin/effleurage"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: program)
    #expect(ResourceFolder.beside(program: link) == expected)
  }

  @Test func aBuiltProgramFindsThePackageAboveIt() throws {
    let folder = try TemporaryFolder()
    let program = try folder.write("package/.build/machine/release/effleurage")
    #expect(ResourceFolder.beside(program: program) == nil)
    try folder.makeFolder("package/Scenarios")
    #expect(ResourceFolder.beside(program: program) == nil)
    try folder.makeFolder("package/Resources")
    #expect(
      ResourceFolder.beside(program: program)
        == ResourceFolder(
          scenarios: "\(folder.path)/package/Scenarios",
          resources: "\(folder.path)/package/Resources"))
  }

  @Test func shippedCasesWithinASharedFolderStayShipped() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "share/effleurage/scenarios/a.yaml",
      "effleurage: 1\nid: a\ntitle: A\npatient: {sex: male, age: 40, cause: chilling, "
        + "period: acute}\ndecision: refer\n")
    let user = UserFolders(
      environment: [
        "EFFLEURAGE_HOME": "\(folder.path)/own", "XDG_DATA_DIRS": "\(folder.path)/share",
      ], home: folder.path)
    let shipped = ResourceFolder(
      scenarios: "\(folder.path)/share/effleurage/scenarios", resources: "")
    let library = ScenarioLibrary(user: user, shipped: shipped)
    #expect(library.entries.map(\.origin) == [.shipped])
    #expect(library.entries.first?.hidden == [])
    let without = ScenarioLibrary(user: user, shipped: nil)
    #expect(without.entries.map(\.origin) == [.user])
  }
}
