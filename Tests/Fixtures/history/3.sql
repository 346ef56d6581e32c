-- A history of version 3, as the program of that time made it. Never changed.
PRAGMA application_id = 1164338796;
PRAGMA user_version = 3;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES ('1 trainees and attempts');
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
INSERT INTO grdb_migrations VALUES ('2 courses');
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
INSERT INTO grdb_migrations VALUES ('3 effective weights');
ALTER TABLE criterion ADD COLUMN effective_tenths INTEGER;

INSERT INTO trainee VALUES ('t-7k3qvm2x', 'Ada');
INSERT INTO trainee VALUES ('t-bbbbcccc', NULL);
INSERT INTO attempt VALUES (1, 't-7k3qvm2x', '2025-05-14T09:30:00Z', '2025-05-14', 'lifting', 'Lifting strain',
  '0000000000000000000000000000000000000000000000000000000000000000', 'practice', 'live', 'pen', 'measured',
  480000, 500, 1, 'effleurage 0.1.0', 412500, 'passed', 874, 75, 0, 1, 'a.inkml',
  '1111111111111111111111111111111111111111111111111111111111111111', 1000);
INSERT INTO attempt VALUES (2, 't-bbbbcccc', '2025-05-15T09:30:00Z', NULL, 'lifting', 'Lifting strain',
  '0000000000000000000000000000000000000000000000000000000000000000', 'exam', 'live', 'mouse', 'set',
  NULL, NULL, 1, 'effleurage 0.1.0', 1000, 'abandoned', 0, 75, 0, 0, 'b.inkml',
  '2222222222222222222222222222222222222222222222222222222222222222', 1000);
INSERT INTO attempt VALUES (3, NULL, '2025-05-16T09:30:00Z', '2025-05-16', 'lifting', 'Lifting strain',
  '0000000000000000000000000000000000000000000000000000000000000000', 'drill', 'demonstration', 'demonstration',
  'measured', 200000, 250, 1, 'effleurage 0.1.0', 1000, 'failed', 741, 75, 1, 1, 'c.inkml',
  '3333333333333333333333333333333333333333333333333333333333333333', 1000);
INSERT INTO result VALUES (1, '{"effleurage":1}');
INSERT INTO criterion VALUES (1, 'path', 25, 1, 31, 294);
INSERT INTO criterion VALUES (1, 'speed', 15, 0, 0, 0);

INSERT INTO course VALUES ('c-aaaaaaaaaaaaaaaa', 't-7k3qvm2x', 'lifting', 10, '2025-05-01T08:00:00Z');
INSERT INTO session VALUES (1, 'c-aaaaaaaaaaaaaaaa', 4, '{"tone":0.7}', '{"tone":0.5}',
  '{"circulation":0,"mobility":0.3,"nerveActivity":0.4,"pain":0.6,"rootPressure":0.6,"tension":0.7}',
  '{"circulation":0.5,"mobility":0.4,"nerveActivity":0.5,"pain":0.4,"rootPressure":0.5,"tension":0.5}');
