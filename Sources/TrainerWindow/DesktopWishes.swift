import Foundation

/// What the desktop asks of every program: light or dark, and whether things may move.
///
/// Read from where desktops say it in files and in the environment, without asking another program:
/// GTK's and KDE's settings files and `GTK_THEME`, or the defaults of macOS. A desktop that says it
/// elsewhere counts as one that does not say.
struct DesktopWishes: Hashable, Sendable {
  /// Nil: the desktop does not say.
  var isDark: Bool?
  var isReducedMotion: Bool?

  static func ofThisProcess() -> DesktopWishes {
    #if os(macOS)
      let defaults = UserDefaults.standard
      return DesktopWishes(
        isDark: defaults.string(forKey: "AppleInterfaceStyle") == "Dark",
        isReducedMotion: UserDefaults(suiteName: "com.apple.universalaccess")?.bool(
          forKey: "reduceMotion"))
    #else
      let environment = ProcessInfo.processInfo.environment
      let home = environment["HOME"] ?? NSHomeDirectory()
      let configured = environment["XDG_CONFIG_HOME"] ?? ""
      let folder = configured.hasPrefix("/") ? configured : "\(home)/.config"
      return DesktopWishes(environment: environment) { name in
        FileManager.default.contents(atPath: "\(folder)/\(name)").map {
          String(decoding: $0, as: UTF8.self)
        }
      }
    #endif
  }

  init(isDark: Bool?, isReducedMotion: Bool?) {
    self.isDark = isDark
    self.isReducedMotion = isReducedMotion
  }

  /// - Parameter file: the text of a file in the folder of settings; nil where there is none.
  init(environment: [String: String], file: (String) -> String?) {
    let gtk = [file("gtk-4.0/settings.ini"), file("gtk-3.0/settings.ini")].compactMap { $0 }
    let kde = file("kdeglobals") ?? ""
    func value(_ key: String) -> String? {
      gtk.lazy.compactMap { DesktopWishes.value(of: key, in: $0) }.first
    }
    if let theme = environment["GTK_THEME"], !theme.isEmpty {
      isDark = DesktopWishes.isDark(name: theme)
    } else if let asked = value("gtk-application-prefer-dark-theme"),
      DesktopWishes.flag(asked) == true
    {
      isDark = true
    } else if let scheme = DesktopWishes.value(of: "ColorScheme", in: kde) {
      isDark = DesktopWishes.isDark(name: scheme)
    } else {
      isDark = value("gtk-theme-name").map(DesktopWishes.isDark)
    }
    if let animations = value("gtk-enable-animations").flatMap(DesktopWishes.flag) {
      isReducedMotion = !animations
    } else {
      isReducedMotion = DesktopWishes.value(of: "AnimationDurationFactor", in: kde)
        .flatMap(Double.init).map { $0 == 0 }
    }
  }

  private static func isDark(name: String) -> Bool { name.lowercased().contains("dark") }

  private static func flag(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "1", "true": true
    case "0", "false": false
    default: nil
    }
  }

  /// The value of a key in lines such as `key = value`.
  private static func value(of key: String, in text: String) -> String? {
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: "=", maxSplits: 1)
      guard parts.count == 2,
        parts[0].trimmingCharacters(in: .whitespaces) == key
      else { continue }
      return parts[1].trimmingCharacters(in: .whitespaces)
    }
    return nil
  }
}
