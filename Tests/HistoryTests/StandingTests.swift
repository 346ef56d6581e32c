import Attempts
import Foundation
import History
import Scoring
import Testing

/// Days, proficiency, and when a check is due.
@Suite struct StandingTests {
  /// Attempts told as `e+14` (an exam passed on day 14), `p-3` (practice not passed on day 3): kind,
  /// verdict (`+`, `-`, `0` abandoned), day.
  private func standing(_ told: String) throws -> Standing {
    Standing(try attempts(told), of: "a")
  }

  private func attempts(_ told: String) throws -> [PastAttempt] {
    try told.split(separator: " ").enumerated().map { index, word in
      let kind = word.first
      let verdict: Result.Verdict =
        switch word.dropFirst().first {
        case "+": .passed
        case "-": .failed
        default: .abandoned
        }
      let day = Int(word.dropFirst(2))
      return PastAttempt(
        id: index, caseID: kind == "o" ? "b" : "a", start: "\(index)",
        day: kind == "n" ? nil : Day(number: try #require(day)), score: 800, verdict: verdict,
        mode: kind == "p" ? .practice : kind == "d" ? .drill : .exam,
        origin: kind == "m" ? .demonstration : .live, ended: verdict != .abandoned)
    }
  }

  @Test(arguments: [
    ("", nil), ("e+1", nil), ("e+1 e+1", nil), ("e+1 e+2", 2), ("e+1 e+1 e+2", 2),
    ("e+1 e-1 e+2", nil), ("e+1 e02 e+3", nil), ("e+1 e-2 e+3 e+4", 4), ("p+1 p+2", nil),
    // Practice between exams is no exam.
    ("e+1 p-1 e+2", 2), ("e+1 d-1 e+2", 2), ("e+1 m+2", nil), ("e+1 o+2", nil), ("e+1 o-2 e+3", 3),
    ("e+1 n+2", nil), ("e+5 e+4", 4),
  ])
  func proficientIsWhoPassesTwoExamsInARowOnDifferentDays(told: String, day: Int?) throws {
    #expect(try standing(told).proficient?.number == day)
  }

  @Test(arguments: [
    ("e+1 e+2", 9, 0), ("e+1 e+2 e+8", 9, 0), ("e+1 e+2 e+9", 30, 1), ("e+1 e+2 e+12", 33, 1),
    ("e+1 e+2 e+9 e+30", 90, 2), ("e+1 e+2 e+9 e+30 e+90", 150, 3),
    ("e+1 e+2 e+9 e+30 e+90 e+149", 150, 3),
    // A check that is not passed stays due, and the distances begin anew.
    ("e+1 e+2 e-9", 9, 0), ("e+1 e+2 e-9 e+10", 17, 0), ("e+1 e+2 e-9 e010 e+11 e+18", 39, 1),
    ("e+1 e+2 e+9 e-30 e+31", 38, 0), ("e+1 e+2 e-8 e+9", 30, 1), ("e+1 e+2 p+9", 9, 0),
    ("e+1 e+2 m+9", 9, 0),
  ])
  func aCheckIsDueAtGrowingDistances(told: String, due: Int, checks: Int) throws {
    let standing = try standing(told)
    #expect(standing.due?.number == due)
    #expect(standing.checks == checks)
    #expect(!standing.isDue(Day(number: due - 1)))
    #expect(standing.isDue(Day(number: due)))
    #expect(standing.isDue(Day(number: due + 100)))
  }

  @Test func nothingIsDueOfWhoIsNotProficient() throws {
    #expect(try !standing("e+1").isDue(Day(number: 1_000)))
    let all = Standing.all(try attempts("o+1 e+1 d+1 o+2"))
    #expect(all.map(\.caseID) == ["a", "b"])
    #expect(all.map(\.standing.proficient?.number) == [nil, 2])
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2000-03-01", 11_017),
    ("2026-11-29", 20_786), ("2024-12-31", 20_088), ("2025-01-01", 20_089),
    ("0001-01-01", -719_162),
  ])
  func aDayHasANumber(text: String, number: Int) throws {
    #expect(Day(text)?.number == number)
    #expect(Day(number: number).description == text)
  }

  @Test func daysGoOnByOne() {
    var number = -800_000 + 81_000
    while number < 100_000 {
      let text = Day(number: number).description
      #expect(Day(text)?.number == number, "\(text)")
      number += 37
    }
  }

  @Test(arguments: [
    "", "2025-2-01", "2025-02-30", "2025-13-01", "2025-00-10", "2025-01-00", "2025/01/01",
    "2025-01-01 ", "+025-01-01", "2025-01-0١", "2023-02-29",
  ])
  func whatIsNoDayIsNone(text: String) { #expect(Day(text) == nil) }

  @Test(arguments: [
    ("2025-05-14T23:30:00Z", 7_200, "2025-05-15"), ("2025-05-14T23:30:00Z", 0, "2025-05-14"),
    ("2025-05-14T00:30:00Z", -3_600, "2025-05-13"), ("2025-05-14T00:30:00.25Z", 0, "2025-05-14"),
  ])
  func theDayIsThatOfThePlace(start: String, offset: Int, day: String) throws {
    let zone = try #require(TimeZone(secondsFromGMT: offset))
    #expect(Day(start: start, in: zone)?.description == day)
    #expect(Day(start: "", in: zone) == nil)
    #expect(Day(start: "yesterday", in: zone) == nil)
  }
}
