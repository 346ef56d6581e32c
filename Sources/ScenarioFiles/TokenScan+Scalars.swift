/// How far texts reach: the rules of YAML for quoted, plain and block scalars.
extension TokenScan {
  func byte() -> UInt8 { bytes[index] }

  mutating func advance() {
    let byte = bytes[index]
    index += 1
    if byte == 0x0A {
      place = Place(line: place.line + 1, column: 1)
    } else if byte == 0x0D {
      if index >= bytes.count || bytes[index] != 0x0A {
        place = Place(line: place.line + 1, column: 1)
      }
    } else if byte & 0xC0 != 0x80 {
      place.column += 1
    }
  }

  func isBreak(at index: Int) -> Bool {
    index < bytes.count && (bytes[index] == 0x0A || bytes[index] == 0x0D)
  }

  /// Whether a space, a tab, a line end or the end of the text is at `index`.
  func isBlank(at index: Int) -> Bool {
    index >= bytes.count || bytes[index] == 0x20 || bytes[index] == 0x09 || isBreak(at: index)
  }

  func isFlowIndicator(at index: Int) -> Bool {
    guard index < bytes.count else { return false }
    return ",[]{}".utf8.contains(bytes[index])
  }

  /// To the end of the line, not past it.
  mutating func skipLine() {
    while index < bytes.count && !isBreak(at: index) { advance() }
  }

  /// Past the closing quote, or to the end of the text when there is none.
  mutating func skipQuoted() {
    let quote = bytes[index]
    advance()
    while index < bytes.count {
      let byte = bytes[index]
      advance()
      if byte == quote {
        if quote == UInt8(ascii: "'"), index < bytes.count, bytes[index] == quote {
          advance()
        } else {
          return
        }
      } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), index < bytes.count {
        advance()
      }
    }
  }

  /// Past a plain scalar, over as many lines as belong to it.
  mutating func skipPlain() throws(Refusal) {
    let indentation = blockColumn
    while true {
      skipPlainLine()
      guard isBreak(at: index) else { return }
      let (lineEnd, lineEndPlace) = (index, place)
      var sawTab: Place?
      while index < bytes.count && isBlank(at: index) {
        if isBreak(at: index) {
          sawTab = nil
        } else if bytes[index] == 0x09 && sawTab == nil {
          sawTab = place
        }
        advance()
      }
      let goesOn =
        index < bytes.count && bytes[index] != UInt8(ascii: "#") && !isDocumentMarker
        && (flowDepth > 0 || place.column > indentation)
      if goesOn, let sawTab {
        place = sawTab
        throw tab()
      }
      if !goesOn {
        (index, place) = (lineEnd, lineEndPlace)
        return
      }
    }
  }

  private mutating func skipPlainLine() {
    while index < bytes.count && !isBreak(at: index) {
      let byte = bytes[index]
      if byte == UInt8(ascii: "#") && index > 0 && isBlank(at: index - 1) { return }
      if byte == UInt8(ascii: ":")
        && (isBlank(at: index + 1) || (flowDepth > 0 && isFlowIndicator(at: index + 1)))
      {
        return
      }
      if flowDepth > 0 && isFlowIndicator(at: index) { return }
      advance()
    }
  }

  private var isDocumentMarker: Bool {
    guard place.column == 1, index + 3 <= bytes.count, isBlank(at: index + 3) else { return false }
    let three = bytes[index..<index + 3]
    return three.elementsEqual("---".utf8) || three.elementsEqual("...".utf8)
  }

  /// Column of the innermost block collection, 0 outside of all.
  private var blockColumn: Int { frames.last { !$0.isFlow }?.column ?? 0 }

  /// Past a literal or folded scalar, to the beginning of the line after it.
  mutating func blockScalar() {
    var increment: Int?
    advance()
    while index < bytes.count && !isBlank(at: index) {
      if (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(bytes[index]) {
        increment = Int(bytes[index] - UInt8(ascii: "0"))
      }
      advance()
    }
    skipLine()
    if index < bytes.count { skipBreak() }
    let outer = max(blockColumn - 1, -1)
    let indentation =
      increment.map { max(outer, 0) + $0 } ?? max(detectedIndentation(), outer + 1, 1)
    while index < bytes.count {
      let (lineStart, lineStartPlace) = (index, place)
      var spaces = 0
      while spaces < indentation && index < bytes.count && bytes[index] == 0x20 {
        advance()
        spaces += 1
      }
      if index < bytes.count && !isBreak(at: index) && spaces < indentation {
        (index, place) = (lineStart, lineStartPlace)
        return
      }
      skipLine()
      if index < bytes.count { skipBreak() }
    }
  }

  private mutating func skipBreak() {
    let isPair =
      bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
    advance()
    if isPair { advance() }
  }

  /// Spaces before the first line with text, or more where a blank line before it has more.
  private func detectedIndentation() -> Int {
    var (most, spaces) = (0, 0)
    var ahead = index
    while ahead < bytes.count {
      if bytes[ahead] == 0x20 {
        spaces += 1
        most = max(most, spaces)
      } else if isBreak(at: ahead) {
        spaces = 0
      } else {
        break
      }
      ahead += 1
    }
    return most
  }
}
