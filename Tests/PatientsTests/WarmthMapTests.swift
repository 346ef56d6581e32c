import Testing

@testable import Patients

@Suite("Warmth on the back")
struct WarmthMapTests {
  @Test("A new map is as cold as before")
  func new() {
    let map = WarmthMap(left: -200, top: 100, columns: 40, rows: 50)
    #expect(map.values == [Double](repeating: 0, count: 2000))
  }
}
