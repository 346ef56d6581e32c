extension Statement {
  /// Whether a text can be the home page of accounts: `http` or `https`, a host, and only characters
  /// that RFC 3987 allows in an IRI.
  public static func isIRI(_ text: String) -> Bool {
    guard let match = text.wholeMatch(of: #/(?i:https?)://([^/?#]+)([^#]*)(#[^#]*)?/#),
      !match.1.contains("@"), text.unicodeScalars.allSatisfy(isAllowed)
    else { return false }
    // A percent sign begins a byte in hexadecimal.
    return text.matches(of: /%/).count == text.matches(of: /%[0-9A-Fa-f]{2}/).count
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": true
    case "-", ".", "_", "~", ":", "/", "?", "#", "@", "!", "$", "&", "'", "(", ")", "*", "+", ",",
      ";", "=", "%":
      true
    default:
      switch scalar.value {
      // The `ucschar` of the RFC, the basic plane and those above it.
      case 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF: !scalar.properties.isBidiControl
      case 0x1_0000...0xD_FFFD: scalar.value & 0xFFFF < 0xFFFE
      default: false
      }
    }
  }
}
