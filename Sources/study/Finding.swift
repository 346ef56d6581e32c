import Foundation

/// Something that is claimed of the measures, and whether it is so.
struct Claim: Sendable {
  var name: String
  var holds: Bool
  /// The figures it was judged by.
  var figures: String
}

/// A table of a study: a title, and rows of cells under headings.
struct Table: Sendable {
  var title: String
  var headings: [String]
  var rows: [[String]] = []
  /// What a reader must know beside it.
  var notes: [String] = []

  init(_ title: String, _ headings: [String]) {
    self.title = title
    self.headings = headings
  }

  /// Columns as wide as their widest cell; the first to the left, figures to the right.
  var text: String {
    var widths = headings.map(\.count)
    for row in rows {
      for (index, cell) in row.enumerated() { widths[index] = max(widths[index], cell.count) }
    }
    func line(_ cells: [String]) -> String {
      let padded = cells.enumerated().map { index, cell in
        let space = String(repeating: " ", count: widths[index] - cell.count)
        return index == 0 ? cell + space : space + cell
      }
      return "  " + padded.joined(separator: "  ")
    }
    let lines = [title, line(headings)] + rows.map(line) + notes.map { "  " + $0 }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// What one study found.
struct Findings: Sendable {
  var tables: [Table] = []
  var claims: [Claim] = []

  mutating func claim(_ name: String, _ holds: Bool, _ figures: String) {
    claims.append(Claim(name: name, holds: holds, figures: figures))
  }
}

/// Figures as text.
enum Text {
  /// With so many decimals; `-` for what is not there.
  static func figure(_ value: Double?, _ places: Int = 2) -> String {
    guard let value, value.isFinite else { return "-" }
    return String(format: "%.\(places)f", value)
  }

  static func share(_ part: Int, of whole: Int) -> String {
    whole == 0 ? "-" : figure(100 * Double(part) / Double(whole), 1) + " %"
  }
}
