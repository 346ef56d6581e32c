import Catalogue

/// Texts of dialogs.
extension Words {
  enum Questions {
    static var leaveTitle: String { Texts["dialog.leaveTitle"] }
    static var leaveText: String { Texts["dialog.leaveText"] }
    static var leave: String { Texts["dialog.leave"] }
    static var endTitle: String { Texts["dialog.endTitle"] }
    static var end: String { Texts["dialog.end"] }
    static var loseTitle: String { Texts["dialog.loseTitle"] }
    static var lose: String { Texts["dialog.lose"] }
    static var tryAgain: String { Texts["dialog.stayHere"] }
    static var helpTitle: String { Texts["dialog.helpTitle"] }
    static var stay: String { Texts["dialog.stay"] }
    static var understood: String { Texts["dialog.understood"] }

    static var leftTitle: String { Texts["left.title"] }
    static var goOn: String { Texts["left.goOn"] }
    static var score: String { Texts["left.score"] }
    static var scoreEnded: String { Texts["left.scoreEnded"] }
    static var discard: String { Texts["left.discard"] }
    static var later: String { Texts["left.later"] }

    /// - Parameters:
    ///   - start: date and time as people read them.
    ///   - time: minutes and seconds.
    static func leftText(
      title: String, trainee: String?, start: String, time: String, hasEnded: Bool, isExam: Bool
    ) -> String {
      var sentences: [String] = []
      if let trainee {
        sentences.append(Texts["left.textOf", ["title": title, "trainee": trainee]])
      } else {
        sentences.append(Texts["left.text", ["title": title]])
      }
      sentences.append(Texts["left.length", ["start": start, "time": time]])
      if hasEnded {
        sentences.append(Texts["left.ended"])
      } else if isExam {
        sentences.append(Texts["left.exam"])
      }
      return sentences.joined(separator: " ")
    }

    static var delete: String { Texts["trainees.delete"] }
    static var keep: String { Texts["trainees.keep"] }

    static func deleteTitle(_ name: String) -> String {
      Texts["trainees.deleteTitle", ["name": name]]
    }

    /// - Parameter attempts: how many go.
    static func deleteText(attempts: Int) -> String {
      let what =
        attempts == 0
        ? Texts["trainees.deleteNothing"] : Texts.count("trainees.deleteText", attempts)
      return what + " " + Texts["trainees.deleteFinal"]
    }

    /// - Parameter reason: a sentence.
    static func loseText(_ reason: String) -> String {
      Texts["dialog.loseText", ["reason": reason]]
    }

    static func endText(_ untouched: [String]) -> String {
      guard !untouched.isEmpty else { return Texts["dialog.endText"] }
      return Texts["dialog.endTextUntouched", ["steps": Words.list(untouched)]]
    }
  }
}
