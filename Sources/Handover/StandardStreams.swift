import Foundation

/// What every installed program makes sure of before anything else.
public enum StandardStreams {
  /// Takes the places of streams that the program was started without, and lets the system say of a
  /// failed write what it says of any other.
  ///
  /// Call once, first of all. The lowest free descriptor is given to the next file that is opened: to a
  /// program without standard output that would be a file of somebody's, and results would be written
  /// into it. What stands in the place can be opened and no more, so using it fails as it does while
  /// nothing is there.
  public static func secure() {
    for descriptor in STDIN_FILENO...STDERR_FILENO
    where fcntl(descriptor, F_GETFD) < 0 && errno == EBADF {
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
    // A reader that has gone away, and a file that may grow no further.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }
}
