extension Schema {
  /// From an empty file to today's history, in order. A step that has been released is never changed;
  /// what comes later is a step more.
  static let steps: [(name: String, sql: String)] = [
    (
      "1 trainees and attempts",
      """
      CREATE TABLE trainee (
        id TEXT NOT NULL PRIMARY KEY,
        name TEXT UNIQUE
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE attempt (
        id INTEGER PRIMARY KEY,
        trainee TEXT REFERENCES trainee (id),
        start TEXT NOT NULL,
        day TEXT,
        case_id TEXT NOT NULL,
        title TEXT NOT NULL,
        scenario_sha256 TEXT NOT NULL,
        mode TEXT NOT NULL,
        origin TEXT NOT NULL,
        device TEXT NOT NULL,
        pressure TEXT NOT NULL,
        nanometres_per_pixel INTEGER,
        scale INTEGER,
        rules INTEGER NOT NULL,
        program TEXT NOT NULL,
        duration_ms INTEGER NOT NULL,
        verdict TEXT NOT NULL,
        score_tenths INTEGER NOT NULL,
        pass_mark INTEGER NOT NULL,
        borderline INTEGER NOT NULL,
        ended INTEGER NOT NULL,
        file TEXT NOT NULL UNIQUE,
        sha256 TEXT NOT NULL UNIQUE,
        bytes INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX attempt_of_trainee ON attempt (
        trainee, start, id, case_id, day, score_tenths, verdict, mode, origin, ended);
      CREATE INDEX attempt_by_start ON attempt (start, id);
      CREATE TABLE result (
        attempt INTEGER PRIMARY KEY REFERENCES attempt (id) ON DELETE CASCADE,
        line TEXT NOT NULL
      ) STRICT;
      CREATE TABLE criterion (
        attempt INTEGER NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
        id TEXT NOT NULL,
        weight INTEGER NOT NULL,
        assessed INTEGER NOT NULL,
        lost_tenths INTEGER NOT NULL,
        PRIMARY KEY (attempt, id)
      ) STRICT, WITHOUT ROWID;
      """
    ),
    (
      "2 courses",
      """
      CREATE TABLE course (
        id TEXT NOT NULL PRIMARY KEY,
        trainee TEXT REFERENCES trainee (id),
        case_id TEXT NOT NULL,
        planned INTEGER NOT NULL,
        begun TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX course_of_trainee ON course (trainee, case_id, begun);
      CREATE TABLE session (
        attempt INTEGER PRIMARY KEY REFERENCES attempt (id) ON DELETE CASCADE,
        course TEXT NOT NULL REFERENCES course (id),
        number INTEGER NOT NULL,
        state_before TEXT NOT NULL,
        state_after TEXT NOT NULL,
        indicators_before TEXT NOT NULL,
        indicators_after TEXT NOT NULL
      ) STRICT;
      CREATE INDEX session_of_course ON session (course);
      """
    ),
    (
      // Of what a criterion could lose after what is not assessed gave its weight away; not known
      // of attempts that were entered before.
      "3 effective weights",
      "ALTER TABLE criterion ADD COLUMN effective_tenths INTEGER;"
    ),
    (
      // A course follows from its attempts and is not kept. What a session did to the patient was not
      // kept either: it is read once more from the records, and with it what a criterion could lose.
      "4 sessions of their own",
      """
      DROP TABLE session;
      DROP TABLE course;
      CREATE TABLE session (
        attempt INTEGER PRIMARY KEY REFERENCES attempt (id) ON DELETE CASCADE,
        planned INTEGER NOT NULL,
        period TEXT NOT NULL,
        effect TEXT NOT NULL
      ) STRICT;
      CREATE TABLE unread (
        attempt INTEGER PRIMARY KEY REFERENCES attempt (id) ON DELETE CASCADE
      ) STRICT;
      INSERT INTO unread SELECT id FROM attempt
        WHERE origin = 'live' AND mode <> 'drill' AND verdict <> 'abandoned';
      CREATE INDEX attempt_of_case ON attempt (trainee, case_id, day, start, id);
      """
    ),
  ]
}
