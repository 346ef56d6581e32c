import Drawing
import Foundation
import Geometry
import Sessions

/// A panel or a question comes and goes in 120 ms: over the new picture the one before it fades.
@MainActor
struct PanelFade {
  /// In microseconds.
  static let duration = 120_000

  /// What a frame shows.
  struct Standing: Equatable {
    var screen: Session.Screen
    var question: Question?

    /// Whether the screen lies over another one, to which it leads back.
    fileprivate var isPanel: Bool {
      switch screen {
      case .settings, .lifeSize, .trainees, .about, .history: true
      case .library, .patient, .preparation, .practice, .demonstration, .debrief, .replay: false
      }
    }

    fileprivate func fades(into next: Standing) -> Bool {
      question != next.question || (screen != next.screen && (isPanel || next.isPanel))
    }
  }

  private var shown: Standing?
  /// The canvas that holds the last frame.
  private weak var canvas: Canvas?
  /// The picture that fades; nil while nothing does, so that it takes no memory.
  private var picture: Layer?
  private var since = 0

  /// Whether another frame would show less of the picture before.
  var isFading: Bool { picture != nil }

  /// Keeps the last frame where the next one is to come up slowly; called before that is drawn.
  ///
  /// - Parameters:
  ///   - canvas: holds the last frame, unless it is a new one.
  ///   - moment: of the frame, in microseconds.
  ///   - isInstant: where motion is reduced nothing fades.
  mutating func follow(
    _ standing: Standing, over canvas: Canvas, at moment: Int, isInstant: Bool
  ) {
    defer { (shown, self.canvas) = (standing, canvas) }
    guard !isInstant, self.canvas === canvas else {
      picture = nil
      return
    }
    guard let shown, shown.fades(into: standing) else { return }
    // The first frame shows some of the new picture already.
    since = moment - FramePacer.period
    picture = canvas.layer(
      width: Double(canvas.width), height: Double(canvas.height), isOpaque: true
    ) { copy in
      canvas.withPixels { from, stride in
        copy.withPixels { to, copiedStride in
          for row in 0..<min(canvas.height, copy.height) {
            memcpy(to + row * copiedStride, from + row * stride, min(stride, copiedStride))
          }
        }
      }
    }
  }

  /// Draws what is left of the picture before over the new one.
  mutating func finish(on canvas: Canvas, at moment: Int) {
    guard let picture else { return }
    let strength = 1 - Double(moment - since) / Double(PanelFade.duration)
    guard strength > 0 else {
      self.picture = nil
      return
    }
    canvas.paint(picture, at: .zero, opacity: min(strength, 1))
  }
}
