import Foundation
import Handover
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Asks a learning record store, one request at a time. Nothing is kept between requests but the
/// connection: no cookies, no cache, no credentials on disk.
final class StoreClient: NSObject, URLSessionDataDelegate {
  /// An answer of more bytes is cut off.
  private static let longestBody = 1 << 20

  private struct Exchange {
    var response: HTTPURLResponse?
    var body = Data()
    var isOver = false
    var failure: (any Error)?
  }

  private let authorization: String?
  private let exchange = Mutex(Exchange())
  private let ended = DispatchSemaphore(value: 0)

  /// - Parameter authorization: the value of that header; nil sends none.
  init(authorization: String?) {
    self.authorization = authorization
  }

  func reply(to request: StoreRequest) -> StoreReply {
    guard let url = URL(string: request.url) else {
      return .failure(StoreFailure(.other, words: "\(request.url) is no address"))
    }
    var asked = URLRequest(url: url)
    asked.httpMethod = request.method.rawValue
    asked.httpBody = request.body.map { Data($0.utf8) }
    asked.timeoutInterval = request.timeout
    asked.setValue(authorization, forHTTPHeaderField: "Authorization")
    asked.setValue("1.0.3", forHTTPHeaderField: "X-Experience-API-Version")
    asked.setValue("application/json", forHTTPHeaderField: "Accept")
    asked.setValue("\(Program.name)/\(Program.version)", forHTTPHeaderField: "User-Agent")
    if request.body != nil {
      asked.setValue("application/json", forHTTPHeaderField: "Content-Type")
    }
    exchange.withLock { $0 = Exchange() }
    // A session for each request: what is late of one cannot reach the next.
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpShouldSetCookies = false
    configuration.httpCookieAcceptPolicy = .never
    configuration.urlCache = nil
    configuration.urlCredentialStorage = nil
    configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
    configuration.timeoutIntervalForRequest = request.timeout
    configuration.timeoutIntervalForResource = request.timeout
    let session = URLSession(configuration: configuration, delegate: self, delegateQueue: nil)
    let task = session.dataTask(with: asked)
    task.resume()
    // The session's own clock begins anew with every byte.
    let isInTime = ended.wait(timeout: .now() + request.timeout) == .success
    if !isInTime {
      task.cancel()
      session.invalidateAndCancel()
      // Whatever ends now is of this request.
      _ = ended.wait(timeout: .now() + 1)
      return .failure(StoreFailure(.timedOut))
    }
    session.finishTasksAndInvalidate()
    return exchange.withLock { StoreClient.reply($0) }
  }

  private static func reply(_ exchange: Exchange) -> StoreReply {
    if let failure = exchange.failure {
      let known = StoreFailure(of: failure)
      // Whatever goes wrong within an answer, the answer is lost.
      guard exchange.response != nil, known.kind == .other else { return .failure(known) }
      return .failure(StoreFailure(.lost, words: known.words))
    }
    guard let response = exchange.response else {
      return .failure(StoreFailure(.other, words: "an answer that is not of HTTP"))
    }
    let body = String(decoding: exchange.body, as: UTF8.self)
    return .answer(
      StoreAnswer(
        status: response.statusCode, body: body,
        retryAfter: response.value(forHTTPHeaderField: "Retry-After").flatMap(seconds),
        location: response.value(forHTTPHeaderField: "Location")))
  }

  /// `Retry-After` is a number of seconds or a date (RFC 9110, 10.2.3).
  static func seconds(_ text: String) -> Double? {
    if let seconds = Int(text.trimmingCharacters(in: .whitespaces)) {
      return seconds >= 0 ? Double(seconds) : nil
    }
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "GMT")
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
    return formatter.date(from: text).map { max(0, $0.timeIntervalSinceNow) }
  }

  // MARK: What the session says

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    exchange.withLock { $0.response = response as? HTTPURLResponse }
    completionHandler(.allow)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let isEnough = exchange.withLock { exchange in
      guard !exchange.isOver else { return false }
      exchange.body.append(data)
      return exchange.body.count > StoreClient.longestBody
    }
    if isEnough { dataTask.cancel() }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    let isFirst = exchange.withLock { exchange in
      defer { exchange.isOver = true }
      if exchange.response == nil { exchange.response = task.response as? HTTPURLResponse }
      exchange.failure = error
      return !exchange.isOver
    }
    if isFirst { ended.signal() }
  }

  /// Redirects are not followed: credentials go to the address that was named and nowhere else.
  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    exchange.withLock { $0.response = response }
    completionHandler(nil)
  }
}

extension StoreFailure {
  init(of error: any Error) {
    let words = error.localizedDescription
    guard let known = error as? URLError else {
      self.init(.other, words: words)
      return
    }
    let kind: Kind =
      switch known.code {
      case .cannotConnectToHost: .refused
      case .timedOut: .timedOut
      case .networkConnectionLost, .cannotParseResponse, .badServerResponse, .zeroByteResource:
        .lost
      case .cannotFindHost, .dnsLookupFailed: .unknownHost
      case .secureConnectionFailed, .serverCertificateHasBadDate, .serverCertificateUntrusted,
        .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid,
        .clientCertificateRejected, .clientCertificateRequired:
        .untrusted
      default: .other
      }
    self.init(kind, words: words)
  }
}
