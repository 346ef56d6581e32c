import Attacks
import CFuzzer
import Fuzzing

/// The package manager has the program begin here.
@_cdecl("fuzz_yaml_main")
public func begin(
  _ count: CInt, _ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  Strike.begin(.yaml)
  var (count, words) = (count, words)
  return LLVMFuzzerRunDriver(&count, &words) { data, count in Strike.take(.yaml, data, count) }
}
