import CCairo
import Synchronization

/// The fonts of the process.
public enum FontBook {
  /// The family all texts are set in.
  public static let family = "Inter"

  /// Adds a folder of font files for this process, so that texts measure the same everywhere.
  ///
  /// Call it before anything is drawn; once more it changes nothing. Without it, or when it throws, the system's Inter or
  /// else its sans serif is used.
  /// - Throws: ``DrawingError/noFonts(folder:)`` when the folder gives no font of ``family``.
  public static func use(folder: String) throws(DrawingError) {
    let isAdded = adding.withLock { _ in
      // Added twice, what other threads have set texts with would be lost to them.
      effleurage_added_count(folder, family) > 0
        || folder.withCString { path in
          path.withMemoryRebound(to: FcChar8.self, capacity: 1) { FcConfigAppFontAddDir(nil, $0) }
            != 0
        } && effleurage_added_count(folder, family) > 0
    }
    guard isAdded else { throw .noFonts(folder: folder) }
    // The map of fonts that texts are set with is made anew, with the added ones.
    pango_cairo_font_map_set_default(nil)
  }

  private static let adding = Mutex(())

  /// Whether ``family`` can be used.
  public static var isAvailable: Bool { effleurage_has_family(family) != 0 }

  /// Whether some letters of a text are in no font that the process has; they are drawn as boxes.
  public static func lacksLetters(of text: String) -> Bool {
    guard hasAnyFont else { return !text.isEmpty }
    let typesetter = Typesetter()
    return withExtendedLifetime(typesetter) {
      typesetter.setting(text, TextStyle(size: 12, colour: Colour(0))).lacksLetters
    }
  }

  /// Whether the process has any font at all; without one, texts take room but stay invisible.
  static var hasAnyFont: Bool { effleurage_font_count() > 0 }
}
