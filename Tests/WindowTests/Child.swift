import Foundation

/// A program that the tests started.
///
/// Foundation's `Process` waits on a run loop, which the threads of tests do not have.
final class Child {
  let id: pid_t
  private let output: Int32
  private var status: Int32?

  /// - Parameter catching: the descriptor whose bytes ``read()`` gives; the other is the tests' own.
  init(
    _ path: String, _ arguments: [String], _ changes: [String: String?] = [:],
    catching: Int32 = STDOUT_FILENO, isQuiet: Bool = false
  ) throws {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw Desktop.Failure(description: "no pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    output = ends[0]
    defer { close(ends[1]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], catching)
    if catching != STDERR_FILENO, isQuiet {
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    }
    // The threads of tests block signals, and a child would inherit that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var environment = ProcessInfo.processInfo.environment
    for (name, value) in changes { environment[name] = value }
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    var pairs: [UnsafeMutablePointer<CChar>?] =
      environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in words + pairs { free(word) } }
    var id: pid_t = 0
    let problem = posix_spawn(&id, path, &actions, &attributes, &words, &pairs)
    guard problem == 0 else {
      close(output)
      throw Desktop.Failure(description: "\(path): \(String(cString: strerror(problem)))")
    }
    self.id = id
  }

  deinit {
    close(output)
    if isRunning {
      kill(id, SIGKILL)
      wait()
    }
  }

  var isRunning: Bool {
    if status != nil { return false }
    var found: Int32 = 0
    if waitpid(id, &found, WNOHANG) == id { status = found }
    return status == nil
  }

  /// Waits for the end and gives the exit code; a negative one is a signal's.
  @discardableResult
  func wait() -> Int32 {
    var found: Int32 = 0
    while status == nil {
      if waitpid(id, &found, 0) == id { status = found }
    }
    return code
  }

  /// Once it ended.
  var code: Int32 {
    let status = status ?? 0
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : -signal
  }

  /// Everything it writes until it ends or, when asked, until a line is whole.
  func read(aLine: Bool = false) -> String {
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 4096)
    while !(aLine && bytes.last == UInt8(ascii: "\n")) {
      let count = Foundation.read(output, &part, part.count)
      if count <= 0 { break }
      bytes += part[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
