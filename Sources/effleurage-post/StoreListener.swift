import Foundation
import Handover
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Hears what comes of one request, and of no other.
final class StoreListener: NSObject, URLSessionDataDelegate {
  /// An answer of more bytes is cut off.
  private static let longestBody = 1 << 20

  private struct Exchange {
    var response: HTTPURLResponse?
    var body = Data()
    var isOver = false
    var failure: (any Error)?
  }

  private let exchange = Mutex(Exchange())
  private let ended = DispatchSemaphore(value: 0)

  /// Waits for the end of the request.
  ///
  /// - Returns: nil when it has not come within so many seconds.
  func reply(within seconds: Double) -> StoreReply? {
    guard ended.wait(timeout: .now() + seconds) == .success else { return nil }
    return exchange.withLock { StoreListener.reply($0) }
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
        retryAfter: response.value(forHTTPHeaderField: "Retry-After").flatMap {
          StoreAnswer.seconds(ofRetryAfter: $0)
        },
        location: response.value(forHTTPHeaderField: "Location")))
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
      return exchange.body.count > StoreListener.longestBody
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
