/// What no YAML text of this program may hold, whatever it is for: all that could expand, nest or
/// grow without bound when values are built from it.
public enum YAMLBounds {
  /// The first thing in a text that is refused; nil when values may be built from it.
  public static func fault(in bytes: [UInt8]) -> Diagnostic? {
    guard !bytes.allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) }) else { return nil }
    do throws(Refusal) {
      _ = try TokenScan.look(at: TextCheck.text(bytes))
      return nil
    } catch {
      return error.diagnostic
    }
  }
}
