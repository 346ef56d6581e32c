/// Why the window does not start.
public struct WindowError: Error, Sendable, CustomStringConvertible {
  /// What failed, and the way out, in sentences.
  public var description: String

  static func noDisplay(_ detail: String) -> WindowError {
    WindowError(
      description: """
        no window can be opened (\(detail)). Start it on a desktop, or set DISPLAY to a running X \
        server; "effleurage score" and "effleurage demo" work without a display.
        """)
  }

  static func failed(_ what: String, _ detail: String) -> WindowError {
    WindowError(
      description: """
        \(what) (\(detail)). Try SDL_VIDEODRIVER=x11 or SDL_RENDER_DRIVER=software in the \
        environment; "effleurage score" and "effleurage demo" work without a window.
        """)
  }
}
