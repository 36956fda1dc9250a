-- Histories of two desks are joined: two may have drawn one code, and steps stand by when they were written.
PRAGMA defer_foreign_keys = ON;
CREATE TABLE cases_before AS SELECT * FROM cases;
DROP TABLE cases;
CREATE TABLE cases (                   -- who is helped: a random code, never a name
  key INTEGER PRIMARY KEY, id ANY NOT NULL UNIQUE, code TEXT NOT NULL, client TEXT NOT NULL,
  people INTEGER, region TEXT NOT NULL, language TEXT NOT NULL, alias TEXT NOT NULL, at TEXT NOT NULL,
  "by" TEXT NOT NULL, line INTEGER NOT NULL REFERENCES custody (seq)
) STRICT;
INSERT INTO cases SELECT * FROM cases_before;
DROP TABLE cases_before;
DROP INDEX steps_case;
CREATE INDEX cases_code ON cases (code);           -- not unique: two desks may draw one code
CREATE INDEX steps_case ON steps ("case", at, key); -- in the order in which things were written down, anywhere
CREATE TRIGGER cases_keep BEFORE UPDATE ON cases BEGIN SELECT RAISE (ABORT, 'a case is never changed'); END;
CREATE TRIGGER cases_stay BEFORE DELETE ON cases
WHEN NOT EXISTS (SELECT 1 FROM forgotten f WHERE f.id = CASE typeof(OLD.id) WHEN 'blob'
  THEN 'case-' || lower(hex(OLD.id)) ELSE OLD.id END)
BEGIN SELECT RAISE (ABORT, 'a case goes only after its tombstone stands'); END;
