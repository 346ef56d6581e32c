import Attempts
import Preferences

/// Who practises.
extension Session {
  /// Who practises now; nil when nobody is named.
  public var trainee: Trainee? {
    setting.trainee.flatMap { id in trainees.first { $0.id == id } }
  }

  /// Whether somebody else may take over: an attempt belongs to who began it.
  public var canChangeTrainee: Bool {
    traineeList != nil && underWay == nil && finished.map { !$0.isUnsaved } ?? true
  }

  /// Reads the names; what goes wrong is told.
  public mutating func lookUpTrainees() {
    guard let traineeList else { return }
    do throws(StoreError) {
      let before = trainees
      trainees = try traineeList.all()
      // Who was here and is not any more was deleted elsewhere. An id that was never seen here may
      // be that of somebody whose records are still to be entered.
      deleted += before.map(\.id)
      deleted.removeAll { id in trainees.contains { $0.id == id } }
      for id in deleted { forget(id) }
    } catch {
      tell(Notice(.error, error.description))
    }
  }

  /// Lets somebody practise, nil: nobody named, and looks up what they did before.
  public mutating func choose(trainee id: String?) {
    guard canChangeTrainee else { return tell(Notice(.warning, SessionWords.traineeInAttempt)) }
    guard id == nil || trainees.contains(where: { $0.id == id }) else { return }
    setting.trainee = id
    settings.trainee = id
    lookUpPast()
  }

  /// Adds a trainee by name and lets them practise.
  ///
  /// - Returns: whether there is a trainee of that name now.
  @discardableResult
  public mutating func addTrainee(_ name: String) -> Bool {
    let name = Trainees.tidied(name)
    guard let traineeList, !name.isEmpty else { return false }
    do throws(StoreError) {
      let id = try traineeList.id(of: name)
      trainees = try traineeList.all()
      choose(trainee: id)
      return true
    } catch {
      tell(Notice(.error, error.description))
      return false
    }
  }

  /// Gives a trainee another name.
  ///
  /// - Returns: whether the trainee bears it now.
  @discardableResult
  public mutating func rename(trainee id: String, to name: String) -> Bool {
    let name = Trainees.tidied(name)
    guard let traineeList, !name.isEmpty else { return false }
    do throws(StoreError) {
      let isFree = try traineeList.rename(id, to: name)
      trainees = try traineeList.all()
      if !isFree { tell(Notice(.warning, SessionWords.traineeKnown)) }
      return isFree
    } catch {
      tell(Notice(.error, error.description))
      return false
    }
  }

  // MARK: Deleting

  /// Whether trainees can be deleted: not while an attempt or its debrief stands.
  public var canDeleteTrainees: Bool {
    traineeList != nil && underWay == nil && finished == nil
  }

  /// Asks whether a trainee is to be deleted with all that they did.
  public mutating func askToDelete(trainee id: String) {
    guard screen == .trainees, question == nil, let traineeList,
      let trainee = trainees.first(where: { $0.id == id })
    else { return }
    guard canDeleteTrainees else {
      return tell(Notice(.warning, SessionWords.traineeStaysInAttempt))
    }
    do throws(StoreError) {
      question = .deleteTrainee(trainee, attempts: try traineeList.attempts(of: id))
    } catch {
      tell(Notice(.error, error.description))
    }
  }

  /// Deletes the trainee of whom it is asked. Nobody is named afterwards where they practised.
  public mutating func deleteTrainee() {
    guard case .deleteTrainee(let trainee, _) = question, let traineeList else { return }
    question = nil
    do throws(StoreError) {
      let attempts = try traineeList.delete(trainee.id)
      tell(Notice(.information, SessionWords.deleted(trainee.name, attempts: attempts)))
    } catch {
      tell(Notice(.error, error.description))
    }
    // Where not everything could be deleted, what is gone is gone.
    lookUpTrainees()
  }

  /// Lets somebody who is no more practise no more; an attempt under way stays whose it is.
  private mutating func forget(_ id: String) {
    leftAttempts.removeAll { $0.header.trainee == id }
    if settings.trainee == id { settings.trainee = nil }
    guard underWay == nil else { return }
    deleted.removeAll { $0 == id }
    guard setting.trainee == id else { return }
    setting.trainee = nil
    lookUpPast()
  }
}

extension FinishedAttempt {
  /// Whether it would be lost.
  var isUnsaved: Bool { isWorthKeeping && saved == nil }
}
