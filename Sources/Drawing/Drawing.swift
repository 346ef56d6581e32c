/// A drawing surface.
public final class Canvas {
  init() {}
}
