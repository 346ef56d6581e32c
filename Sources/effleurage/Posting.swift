import Foundation
import Handover
import ScenarioFiles
import Synchronization

/// Sending statements by way of the outbox.
struct Posting: Sendable {
  let store: StoreAddress
  let outbox: Outbox
  let patience: Delivery.Patience
  /// Statements that the store has confirmed before.
  private let before = Counter()

  private final class Counter: Sendable {
    let count = Mutex(0)
  }

  /// - Throws: ``Failure`` 64 when the address or the credentials cannot be used.
  init(to address: String, patience: Delivery.Patience) throws(Failure) {
    do throws(StoreAddress.Refusal) { store = try StoreAddress(address) } catch {
      // An address that names a user may hold a password.
      let shown = address.contains("@") ? "the address" : "'\(address)'"
      throw Failure(.usage, "--post: \(shown) \(error.words)")
    }
    do throws(StoreCredentials.Refusal) {
      _ = try StoreCredentials(environment: ProcessInfo.processInfo.environment)
    } catch {
      throw Failure(.usage, error.words)
    }
    let folders = UserFolders.ofThisProcess()
    outbox = Outbox(folder: folders.outbox, delivered: folders.delivered)
    self.patience = patience
  }

  /// - Throws: ``Failure`` 74 when the outbox cannot take it.
  func put(_ statement: Statement) throws(Failure) {
    do throws(Outbox.Failure) {
      var putting = Outbox.Putting.waits
      try Interrupt.whileFiling { () throws(Outbox.Failure) in
        putting = try outbox.put(statement, for: store)
      }
      if putting == .deliveredBefore { before.count.withLock { $0 += 1 } }
    } catch {
      throw Failure(.inputOutput, error.message)
    }
  }

  /// Sends what waits and says what came of it: what was delivered on standard output, what waits on
  /// standard error.
  func deliver(_ tally: inout FailureTally) {
    do throws(Failure) {
      report(try send(), &tally)
    } catch {
      error.report()
      tally.note(error.code)
      if let count = try? outbox.count(for: store), count > 0 {
        Diagnostics.write(["\(Program.name): \(waiting(count))"])
      }
    }
  }

  private func send() throws(Failure) -> Delivery.Report {
    do throws(Outbox.Failure) {
      // Where nothing waits nobody need be asked.
      guard try outbox.count(for: store) > 0 else {
        var report = Delivery.Report()
        report.elsewhere = try outbox.names().count
        return report
      }
    } catch {
      throw Failure(.inputOutput, error.message)
    }
    let program = try PostProgram()
    var progress: Progress?
    defer { progress?.finish() }
    var delivery = Delivery(
      of: outbox, to: store, patience: patience,
      surroundings: Delivery.Surroundings(
        exchange: { program.exchange($0) },
        now: {
          var time = timespec()
          clock_gettime(CLOCK_MONOTONIC, &time)
          return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        },
        pause: { Thread.sleep(forTimeInterval: $0) },
        filing: { body in Interrupt.whileFiling { () throws(Never) in body() } },
        step: { done, total in
          if done == 0 { progress = Progress(total: total, noun: "statements sent") }
          if done > 0 { progress?.step() }
        }))
    do throws(Outbox.Failure) { return try delivery.run() } catch {
      throw Failure(.inputOutput, error.message)
    }
  }

  private func report(_ report: Delivery.Report, _ tally: inout FailureTally) {
    var parts = [HistoryText.count(report.delivered, "statement") + " delivered"]
    let before = before.count.withLock { $0 } + report.byOthers
    if before > 0 { parts.append("\(before) delivered before") }
    Output().write("\(store): \(parts.joined(separator: ", "))\n")
    if report.elsewhere > 0 {
      let what = HistoryText.count(report.elsewhere, "statement")
      let verb = report.elsewhere == 1 ? "waits" : "wait"
      // Named, so that an address that was mistyped once can be seen and put right.
      let others = (try? outbox.stores(besides: store)) ?? []
      let names = others.isEmpty ? "" : ": " + others.joined(separator: ", ")
      Diagnostics.write([
        "\(Program.name): \(what) in \(outbox.folder) \(verb) for other stores\(names)"
      ])
    }
    if report.unread > 0 {
      let what = HistoryText.count(report.unread, "statement")
      Diagnostics.write([
        "\(Program.name): \(store) took \(what) and does not let this user read, so that nothing "
          + "more confirms it"
      ])
    }
    guard report.waiting > 0 || report.stop != nil || !report.kept.isEmpty else { return }
    tally.note(.inputOutput)
    let most = 20
    Diagnostics.write(report.kept.prefix(most).map { "\(Program.name): error: \($0)" })
    if report.kept.count > most {
      Diagnostics.write(["\(Program.name): error: and \(report.kept.count - most) more like these"])
    }
    var words = report.stop.map { $0 + ". " } ?? ""
    if report.waiting > 0 { words += waiting(report.waiting) }
    guard !words.isEmpty else { return }
    Failure(.inputOutput, words).report()
  }

  private func waiting(_ count: Int) -> String {
    let verb = count == 1 ? "waits" : "wait"
    return "\(HistoryText.count(count, "statement")) \(verb) in \(outbox.folder); later send with: "
      + "\(Program.name) export --post \(store)"
  }
}
