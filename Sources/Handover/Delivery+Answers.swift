extension Delivery {
  /// What one try came to.
  enum Outcome: Hashable {
    case delivered
    /// The store took it, and does not let this user read what it has.
    case unread
    /// This statement waits on; others may do better.
    case kept(String)
    /// No statement would do better.
    case stop(String)
    /// What was sent together must be sent one by one.
    case open
    /// It may go better in a while.
    case trouble(String, wish: Double?)
  }

  /// Sends statements together, once.
  func attempt(together entries: [Outbox.Entry]) -> Outcome {
    let body = "[" + entries.map(\.json).joined(separator: ",\n") + "]"
    let reply = surroundings.exchange(
      StoreRequest(
        method: .post, url: store.description, body: body, timeout: patience.timeout))
    switch reply {
    case .failure(let failure): return outcome(failure)
    case .answer(let answer):
      switch answer.status {
      // A store names what it has taken; silence about many is no word about each.
      case 200:
        return StatementComparison.lists(entries.map(\.id), answer.body) ? .delivered : .open
      // Whether it is for one of them or for all, each on its own tells.
      case 201...299, 400, 405, 409, 413, 415, 422, 501: return .open
      default: return outcome(answer)
      }
    }
  }

  /// Sends a statement once.
  func attempt(_ entry: Outbox.Entry) -> Outcome {
    let url = store.description + "?statementId=" + entry.id
    let reply = surroundings.exchange(
      StoreRequest(method: .put, url: url, body: entry.json, timeout: patience.timeout))
    switch reply {
    case .failure(let failure): return outcome(failure)
    case .answer(let answer):
      switch answer.status {
      case 204: return .delivered
      case 200 where StatementComparison.lists([entry.id], answer.body): return .delivered
      case 200...299, 409: return look(at: url, entry, after: answer.status)
      default: return outcome(answer)
      }
    }
  }

  /// Asks for the statement itself, where the answer leaves open whether the store has it.
  private func look(at url: String, _ entry: Outbox.Entry, after status: Int) -> Outcome {
    let reply = surroundings.exchange(
      StoreRequest(method: .get, url: url, timeout: patience.timeout))
    switch reply {
    case .failure(let failure): return outcome(failure)
    case .answer(let answer):
      if answer.status == 200, StatementComparison.isStored(entry.json, in: answer.body) {
        return .delivered
      }
      switch (answer.status, status) {
      case (408, _), (425, _), (429, _), (500, _), (502...599, _): return outcome(answer)
      case (200, 409): return .kept("the store has another statement of the same id (409)")
      case (401, 409), (403, 409), (404, 409), (405, 409), (410, 409), (501, 409):
        return .kept(
          "the store says that it has another statement of the same id (409) and does not show it "
            + "(\(answer.status))")
      case (_, 409): return outcome(answer)
      // Who may write need not be allowed to read.
      case (401, _), (403, _): return .unread
      default:
        return .kept(
          "the store took it (\(status)) and does not show it (\(answer.status)); is \(store) a "
            + "learning record store?")
      }
    }
  }

  private func outcome(_ answer: StoreAnswer) -> Outcome {
    let status = answer.status
    switch status {
    case 401:
      return .stop(
        "\(store) does not take the credentials (401); it takes those in "
          + "\(StoreCredentials.userVariable) and \(StoreCredentials.passwordVariable)")
    case 403: return .stop("\(store) does not allow this user to store statements (403)")
    case 404, 405, 410, 501:
      return .stop("there is no learning record store at \(store) (\(status))")
    case 408, 425: return .trouble("\(store) lost patience (\(status))", wish: answer.wish)
    case 429:
      return .trouble(
        "\(store) takes no more for now (429)\(wish(answer))", wish: answer.wish)
    case 500...599:
      return .trouble("\(store) failed (\(status))\(wish(answer))", wish: answer.wish)
    case 300...399:
      let place = answer.location.map { " to \(shortened($0))" } ?? ""
      return .stop(
        "\(store) points elsewhere (\(status))\(place), where credentials are not sent; name the "
          + "store's own address")
    case 400...499:
      let words = shortened(answer.body)
      return .kept(
        "the store does not take it (\(status))" + (words.isEmpty ? "" : ": \(words)"))
    default: return .stop("\(store) answers what no store does (\(status))")
    }
  }

  private func wish(_ answer: StoreAnswer) -> String {
    answer.wish.map { " and asks to wait \(Int($0.rounded(.up))) s" } ?? ""
  }

  private func outcome(_ failure: StoreFailure) -> Outcome {
    switch failure.kind {
    case .refused:
      return .trouble("nobody takes statements at \(store): connection refused", wish: nil)
    case .timedOut:
      return .trouble("\(store) did not answer within \(seconds(patience.timeout))", wish: nil)
    case .lost: return .trouble("the connection to \(store) was lost before its answer", wish: nil)
    case .unknownHost: return .trouble("the host of \(store) is not known here", wish: nil)
    case .untrusted: return .stop("\(store) is not to be trusted: \(shortened(failure.words))")
    case .helper: return .stop(failure.words)
    case .other:
      return .trouble("\(store) cannot be reached: \(shortened(failure.words))", wish: nil)
    }
  }

  private func seconds(_ value: Double) -> String {
    value == value.rounded() && value < 1e6 ? "\(Int(value)) s" : "\(value) s"
  }

  /// What others say, in one line that does not grow.
  private func shortened(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > 200 ? line.prefix(200) + "..." : line
  }
}
