import Foundation
import Handover

/// The results of an earlier run, and which record each is of.
struct EarlierResults: Sendable {
  private struct Line: Sendable {
    var record: String
    var content: ResultLine.Content
  }

  /// In the order of the file.
  private let lines: [Line]

  /// - Throws: ``Failure`` 66 when there is no such file, 74 when reading fails, 65 with its place
  ///   when a line is no result.
  init(_ path: String) throws(Failure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Failure(.noInput, "\(path): cannot be opened: \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    var input = LineInput(descriptor: descriptor, limit: ResultLine.limit)
    var lines: [Line] = []
    var wrong: [String] = []
    var number = 0
    while let bytes = input.next() {
      number += 1
      guard bytes.contains(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }) else {
        continue
      }
      do throws(ResultLineError) {
        let line = try ResultLine(bytes)
        lines.append(Line(record: line.record, content: line.content))
      } catch {
        wrong.append("\(path):\(number):\(error.column): error: \(error.message)")
      }
      if wrong.count == EarlierResults.complaints { break }
    }
    if input.isTooLong {
      wrong.append("\(path):\(number + 1):1: error: a line of over \(ResultLine.limit >> 20) MiB")
    }
    if let failure = input.failure {
      let isFolder = ClassReport.isFolder(path)
      throw Failure(isFolder ? .noInput : .inputOutput, "\(path): cannot be read: \(failure)")
    }
    guard wrong.isEmpty else { throw Failure(.badData, lines: wrong) }
    self.lines = lines
  }

  /// A file of something else needs no more of them.
  private static let complaints = 20

  /// - Parameter names: of the records that will come, in their order.
  func matching(_ names: [String]) -> Matching {
    Matching(lines.map(\.record), lines.map(\.content), names)
  }

  /// Which earlier result is of which record: the one of its name. Where there are several of a
  /// name, equal results go together first, then those of the same attempt, then the rest in order.
  struct Matching: Sendable {
    private struct Name: Sendable {
      /// In the file.
      var old: [Int] = []
      /// In the records.
      var new: [Int] = []
      var arrived: [(index: Int, content: ResultLine.Content)] = []
    }

    private let names: [String]
    private let old: [ResultLine.Content]
    private let oldNames: [String]
    private var byName: [String: Name] = [:]
    /// Indices in the file.
    private var unmatched: [(index: Int, isAmbiguous: Bool)] = []

    fileprivate init(_ oldNames: [String], _ old: [ResultLine.Content], _ names: [String]) {
      self.names = names
      self.old = old
      self.oldNames = oldNames
      for (index, name) in oldNames.enumerated() { byName[name, default: Name()].old.append(index) }
      for (index, name) in names.enumerated() { byName[name, default: Name()].new.append(index) }
      for (index, name) in oldNames.enumerated() where byName[name]?.new.isEmpty ?? true {
        unmatched.append((index, false))
      }
    }

    /// Takes the result of a record.
    ///
    /// - Returns: what is known by it: of the record, or, where several have its name, of all of them
    ///   when the last has come.
    mutating func add(
      _ content: ResultLine.Content, at index: Int
    ) -> [(index: Int, change: ResultChange)] {
      let name = names[index]
      guard var known = byName.removeValue(forKey: name) else { return [] }
      known.arrived.append((index, content))
      guard known.arrived.count == known.new.count else {
        byName[name] = known
        return []
      }
      return match(known, name)
    }

    private mutating func match(_ known: Name, _ name: String) -> [(
      index: Int, change: ResultChange
    )] {
      var left = known.old
      var waiting = known.arrived
      var changes: [(index: Int, change: ResultChange)] = []
      let severals = known.old.count > 1 || known.new.count > 1
      func pair(_ isPair: (ResultLine.Content, ResultLine.Content) -> Bool, isAmbiguous: Bool) {
        var rest: [(index: Int, content: ResultLine.Content)] = []
        for record in waiting {
          guard let at = left.firstIndex(where: { isPair(old[$0], record.content) }) else {
            rest.append(record)
            continue
          }
          let change = ResultChange(
            record: name, old: old[left.remove(at: at)], new: record.content,
            isAmbiguous: isAmbiguous)
          changes.append((record.index, change))
        }
        waiting = rest
      }
      if severals {
        pair({ $0.digest != nil && $0.digest == $1.digest }, isAmbiguous: false)
        pair({ $0.attempt != nil && $0.attempt == $1.attempt }, isAmbiguous: true)
      }
      // What is left on both sides is of one record only where there is one of each.
      pair({ _, _ in true }, isAmbiguous: severals)
      for record in waiting {
        changes.append(
          (
            record.index,
            ResultChange(record: name, old: nil, new: record.content, isAmbiguous: severals)
          ))
      }
      unmatched += left.map { ($0, severals) }
      return changes
    }

    /// Of what is there no more, in the order of the file.
    var gone: [ResultChange] {
      unmatched.sorted { $0.index < $1.index }.map {
        ResultChange(
          record: oldNames[$0.index], old: old[$0.index], new: nil, isAmbiguous: $0.isAmbiguous)
      }
    }
  }
}

extension ResultLine.Content {
  fileprivate var digest: String? {
    if case .result(let result) = self { result.digest } else { nil }
  }

  /// What says which attempt it was.
  fileprivate var attempt: [ReadResult.Measure]? {
    if case .result(let result) = self { result.attempt } else { nil }
  }
}
