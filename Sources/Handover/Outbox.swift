import Foundation
import Records

/// Statements on their way to a learning record store: files in `outbox/` while they wait, in
/// `delivered/` once a store has confirmed them. A statement's file is whole or not there, can be read by
/// its owner alone, and is named `TRAINEE-STATEMENT-STORE.json`, so that whatever is of a trainee can
/// be found and deleted.
///
/// Any number of programs may use one outbox at once.
public struct Outbox: Sendable {
  /// A statement that waits.
  public struct Entry: Hashable, Sendable {
    /// Of its file.
    public var name: String
    /// UUID of the statement.
    public var id: String
    /// Address of the store that it is for.
    public var store: String
    /// The statement.
    public var json: String
  }

  /// What became of a statement that was put in.
  public enum Putting: Hashable, Sendable {
    case waits, waitedAlready, deliveredBefore
  }

  /// Why the outbox could not be used.
  public struct Failure: Error, Hashable, Sendable {
    public var message: String
  }

  static let format = 1
  static let ending = ".json"

  public let folder: String
  public let delivered: String

  /// - Parameters:
  ///   - folder: of what waits; made with the first statement.
  ///   - delivered: of what was delivered, on the same disk.
  public init(folder: String, delivered: String) {
    self.folder = folder
    self.delivered = delivered
  }

  func path(of name: String) -> String { folder + "/" + name }
  func deliveredPath(of name: String) -> String { delivered + "/" + name }

  /// The name of a statement's file.
  static func name(of statement: Statement, for store: StoreAddress) -> String {
    "\(statement.trainee)-\(statement.id)-\(store.mark)\(ending)"
  }

  /// The mark of the store that a file's name ends with; nil when it is no name of a statement's file.
  static func store(of name: String) -> String? {
    let pattern = /t-[a-z2-9]{8}-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}-([0-9a-f]{8})\.json/
    return name.wholeMatch(of: pattern).map { String($0.1) }
  }

  /// Puts a statement in for a store; on disk when the call returns.
  public func put(_ statement: Statement, for store: StoreAddress) throws(Failure) -> Putting {
    let name = Outbox.name(of: statement, for: store)
    if Outbox.exists(deliveredPath(of: name)) { return .deliveredBefore }
    do { try Folders.makePrivate(folder) } catch {
      throw Failure(message: "The folder \(folder) cannot be made: \(error.localizedDescription)")
    }
    let path = path(of: name)
    let text =
      Outbox.opening(store.description) + statement.json + Outbox.closing
    do throws(RecordError) {
      let file = try OutputFile(path, replaces: false, isPrivate: true)
      try file.write(Array(text.utf8))
      try file.commit()
    } catch {
      if Outbox.exists(path) { return .waitedAlready }
      throw Failure(message: "\(path) \(error.message)")
    }
    return .waits
  }

  /// Names of the files of what waits, for whatever store, in order.
  public func names() throws(Failure) -> [String] {
    guard Outbox.exists(folder) else { return [] }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { $0.hasSuffix(Outbox.ending) && !$0.hasPrefix(".") }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    } catch {
      throw Failure(message: "\(folder) cannot be read: \(error.localizedDescription)")
    }
  }

  /// How many statements wait for a store.
  public func count(for store: StoreAddress) throws(Failure) -> Int {
    try names().count { Outbox.store(of: $0) == store.mark }
  }

  /// Addresses of other stores for which statements wait, in order; of those whose statements cannot
  /// be read nothing is known.
  public func stores(besides store: StoreAddress) throws(Failure) -> [String] {
    var addresses: [String: String] = [:]
    for name in try names() {
      guard let mark = Outbox.store(of: name), mark != store.mark, addresses[mark] == nil else {
        continue
      }
      addresses[mark] = (try? entry(name))?.store
    }
    return addresses.values.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What waits in a file; nil when the file is there no more.
  ///
  /// - Throws: ``Failure`` when it is not what was written.
  func entry(_ name: String) throws(Failure) -> Entry? {
    let path = path(of: name)
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size < 1 << 24 else {
      throw Failure(message: "\(path) is no statement that waits")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      guard Outbox.exists(path) else { return nil }
      throw Failure(message: "\(path) cannot be read")
    }
    let damaged = Failure(message: "\(path) is damaged")
    guard let text = String(validating: data, as: UTF8.self), text.hasSuffix(Outbox.closing),
      let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      object["effleurage"] as? Int == Outbox.format, let store = object["store"] as? String,
      let statement = object["statement"] as? [String: Any], let id = statement["id"] as? String,
      let actor = statement["actor"] as? [String: Any],
      let account = actor["account"] as? [String: Any], let trainee = account["name"] as? String,
      NameUUID.isUUID(id), let address = try? StoreAddress(store), address.description == store,
      name == "\(trainee)-\(id)-\(address.mark)\(Outbox.ending)",
      text.hasPrefix(Outbox.opening(store))
    else { throw damaged }
    let json = text.dropFirst(Outbox.opening(store).count).dropLast(Outbox.closing.count)
    return Entry(name: name, id: id, store: store, json: String(json))
  }

  /// Moves a statement that a store has confirmed to what was delivered: in one step, so that it is in
  /// one of the two whatever happens.
  func confirm(_ name: String) throws(Failure) {
    do { try Folders.makePrivate(delivered) } catch {
      throw Failure(
        message: "The folder \(delivered) cannot be made: \(error.localizedDescription)")
    }
    guard rename(path(of: name), deliveredPath(of: name)) == 0 || errno == ENOENT else {
      let why = String(cString: strerror(errno))
      throw Failure(message: "\(path(of: name)) cannot be moved to \(delivered): \(why)")
    }
    Folders.sync(delivered)
    Folders.sync(folder)
  }

  /// Whether a statement was delivered; then nothing of it waits any more.
  func wasDelivered(_ name: String) -> Bool {
    guard Outbox.exists(deliveredPath(of: name)) else { return false }
    unlink(path(of: name))
    return true
  }

  private static func opening(_ store: String) -> String {
    "{\"effleurage\":\(format),\"store\":\(JSONText.string(store)),\"statement\":"
  }

  private static let closing = "}\n"

  private static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }
}
