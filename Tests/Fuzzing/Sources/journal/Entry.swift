import Attacks
import CFuzzer
import Fuzzing

/// The package manager has the program begin here.
@_cdecl("fuzz_journal_main")
public func begin(
  _ count: CInt, _ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  Strike.begin(.journal)
  var (count, words) = (count, words)
  return LLVMFuzzerRunDriver(&count, &words) { data, count in Strike.take(.journal, data, count) }
}
