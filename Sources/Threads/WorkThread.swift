#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A thread that may fail to start, and then says so: Foundation's does not, and whoever waits for its
/// work waits for ever.
public enum WorkThread {
  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Starts some work on a thread of its own and says whether it did.
  public typealias Starter = @Sendable (_ work: @escaping @Sendable () -> Void) -> Bool

  /// What starts work where nothing else is asked for.
  public static let usual: Starter = { start($0) }

  /// Does some work on a thread of its own; where there is none, at once, before this returns.
  public static func doBeside(by start: Starter, _ work: @escaping @Sendable () -> Void) {
    if !start(work) { work() }
  }

  /// Starts `body` on a thread of its own, which nobody joins.
  ///
  /// - Parameter stackSize: bytes; as many as the system gives most threads.
  /// - Returns: false where the system gives no more threads, or no memory for its stack.
  public static func start(
    stackSize: Int = 8 << 20, _ body: @escaping @Sendable () -> Void
  ) -> Bool {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return false }
    defer { pthread_attr_destroy(&attributes) }
    guard pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED)) == 0,
      pthread_attr_setstacksize(&attributes, stackSize) == 0
    else { return false }
    let work = Unmanaged.passRetained(Work(body))
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let code = pthread_create(
      &thread, &attributes,
      { context in
        // Of one system it is optional, of another not.
        let context: UnsafeMutableRawPointer? = context
        if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body() }
        return nil
      }, work.toOpaque())
    if code != 0 { work.release() }
    return code == 0
  }
}
