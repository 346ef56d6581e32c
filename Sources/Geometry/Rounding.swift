extension Int {
  /// The whole number nearest to a value, half away from zero: the one way in which anything judged
  /// is rounded.
  ///
  /// Adding the number just below a half and cutting does the same as the library's `round` for every
  /// value that has a fraction at all, without a call.
  ///
  /// - Precondition: the value is finite and no larger than a whole number can be.
  @inlinable
  public init(nearest value: Double) {
    self.init(value + (value < 0 ? -0.499_999_999_999_999_94 : 0.499_999_999_999_999_94))
  }
}
