-- Casework: in a sealed file only. Rows are added, never changed. ------------------------------------

CREATE TABLE cases (                   -- who is helped: a random code, never a name
  key INTEGER PRIMARY KEY, id ANY NOT NULL UNIQUE, code TEXT NOT NULL UNIQUE, client TEXT NOT NULL,
  people INTEGER, region TEXT NOT NULL, language TEXT NOT NULL, alias TEXT NOT NULL, at TEXT NOT NULL,
  "by" TEXT NOT NULL, line INTEGER NOT NULL REFERENCES custody (seq)
) STRICT;
CREATE TABLE steps (                   -- what was, was done or is known of a case; a further step corrects
  key INTEGER PRIMARY KEY, id ANY NOT NULL UNIQUE, "case" INTEGER NOT NULL REFERENCES cases, kind TEXT NOT NULL,
  first TEXT NOT NULL, last TEXT NOT NULL, proof TEXT NOT NULL, who TEXT NOT NULL, value TEXT NOT NULL,
  ground TEXT NOT NULL, words TEXT NOT NULL, answers TEXT NOT NULL, facts TEXT NOT NULL, due TEXT NOT NULL,
  link TEXT NOT NULL, at TEXT NOT NULL, "by" TEXT NOT NULL, line INTEGER NOT NULL REFERENCES custody (seq)
) STRICT;
CREATE INDEX steps_case ON steps ("case", key);
CREATE TRIGGER cases_keep BEFORE UPDATE ON cases BEGIN SELECT RAISE (ABORT, 'a case is never changed'); END;
CREATE TRIGGER steps_keep BEFORE UPDATE ON steps BEGIN SELECT RAISE (ABORT, 'a step is never changed'); END;
CREATE TRIGGER cases_stay BEFORE DELETE ON cases
WHEN NOT EXISTS (SELECT 1 FROM forgotten f WHERE f.id = CASE typeof(OLD.id) WHEN 'blob'
  THEN 'case-' || lower(hex(OLD.id)) ELSE OLD.id END)
BEGIN SELECT RAISE (ABORT, 'a case goes only after its tombstone stands'); END;
CREATE TRIGGER steps_stay BEFORE DELETE ON steps
WHEN NOT EXISTS (SELECT 1 FROM forgotten f JOIN cases c ON f.id = CASE typeof(c.id) WHEN 'blob'
  THEN 'case-' || lower(hex(c.id)) ELSE c.id END WHERE c.key = OLD."case")
BEGIN SELECT RAISE (ABORT, 'a step goes only after the tombstone of its case stands'); END;
