import Attempts
import Geometry
import Scenarios

@testable import Scoring

/// An attempt and its case, both at other places.
struct MovedAttempt {
  var scenario: Scenario
  var header: Header
  var events: [Event]

  var result: Result { Cases.score(scenario, events, header: header) }

  func moved(isMirror: Bool = false, _ change: (Position) -> Position) -> MovedAttempt {
    var moved = self
    for index in moved.scenario.spasm.indices {
      moved.scenario.spasm[index].outline = moved.scenario.spasm[index].outline.moved(change)
    }
    for index in moved.scenario.phases.indices {
      moved.scenario.phases[index].task = moved.scenario.phases[index].task.moved(
        isMirror: isMirror, change)
    }
    moved.events = events.moved(change)
    return moved
  }
}

extension [Event] {
  /// The same with every hand elsewhere.
  func moved(_ change: (Position) -> Position) -> [Event] {
    map { event in
      switch event {
      case .act: return event
      case .land(var landing):
        landing.sample.position = change(landing.sample.position)
        return .land(landing)
      case .move(let contact, var sample):
        sample.position = change(sample.position)
        return .move(contact: contact, sample)
      case .lift(let contact, var sample):
        sample.position = change(sample.position)
        return .lift(contact: contact, sample)
      }
    }
  }
}

extension LawAttempt {
  func moved(_ change: (Position) -> Position) -> MovedAttempt {
    MovedAttempt(scenario: scenario, header: header, events: events).moved(change)
  }
}

extension Outline {
  func moved(_ change: (Position) -> Position) -> Outline {
    switch self {
    case .ellipse(let centre, let radiusX, let radiusY):
      .ellipse(at: change(centre), radiusX: radiusX, radiusY: radiusY)
    case .polygon(let corners): .polygon(corners.map(change))
    }
  }
}

extension PhaseTask {
  fileprivate func moved(isMirror: Bool, _ change: (Position) -> Position) -> PhaseTask {
    func guides(_ list: [Guide]) -> [Guide] {
      list.map { Guide(id: $0.id, path: $0.path.map(change)) }
    }
    switch self {
    case .stroking(var task):
      task.guides = guides(task.guides)
      return .stroking(task)
    case .combCircles(var task):
      task.guides = guides(task.guides)
      if isMirror {
        switch task.turn {
        case .either: break
        case .clockwise: task.turn = .counterclockwise
        case .counterclockwise: task.turn = .clockwise
        }
      }
      return .combCircles(task)
    case .pointPress(var task):
      for index in task.points.indices { task.points[index].at = change(task.points[index].at) }
      return .pointPress(task)
    case .honeyLift(var task):
      task.area = task.area.moved(change)
      return .honeyLift(task)
    }
  }
}

extension Result {
  /// What a mirror shows: left and right changed in the measures.
  var flipped: Result {
    var result = withoutSides
    for phase in result.phases.indices {
      for guide in result.phases[phase].guides.indices {
        let offset = result.phases[phase].guides[guide].meanOffset
        result.phases[phase].guides[guide].meanOffset = offset.map {
          Figure(units: -$0.units, places: $0.places)
        }
      }
    }
    let count = result.areas.count
    let ids = result.areas.map(\.id)
    result.areas.swapAt(count - 2, count - 1)
    for index in result.areas.indices { result.areas[index].id = ids[index] }
    return result
  }

  /// Without sentences that name a kidney or a turn.
  var withoutSides: Result {
    var result = self
    for index in result.deductions.indices
    where ["spasm.kidney", "technique.turn"].contains(result.deductions[index].code) {
      result.deductions[index].message = ""
    }
    return result
  }
}
