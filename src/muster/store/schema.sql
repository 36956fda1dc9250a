-- A Muster project, schema 10. One page; readable with any SQLite (and with Datasette).
-- Integer keys inside, digests outside: the id kind-<24 hex> of a record is kept as its 12 bytes
-- (hex(id) shows them), an id of any other shape as its text. Offsets are code points, end exclusive.
-- A document has one key; its text, reading, claims and the line of the index go by the same key.

CREATE TABLE project (                 -- one row: which project this is
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL, made TEXT NOT NULL,
  id_key BLOB NOT NULL                 -- sealed projects: the secret that ids of documents are keyed with
) STRICT;

-- Ledgers: rows are added, never changed. -----------------------------------------------------------

CREATE TABLE custody (                 -- who had what, when; hash = sha256(line, hash of the line before)
  seq INTEGER PRIMARY KEY, at TEXT NOT NULL, what TEXT NOT NULL, record TEXT NOT NULL,
  digest BLOB NOT NULL, "by" TEXT NOT NULL, hash BLOB NOT NULL
) STRICT;
CREATE TABLE prints (                  -- the digest of each record that one custody line covers; NULL: withdrawn
  line INTEGER NOT NULL REFERENCES custody (seq), n INTEGER NOT NULL, record ANY NOT NULL, digest BLOB,
  PRIMARY KEY (line, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE forgotten (               -- tombstones: an id and why, no words of what it was
  id TEXT PRIMARY KEY, line INTEGER NOT NULL REFERENCES custody (seq), reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE judgements (              -- what people decided; the last on one subject and field holds
  key INTEGER PRIMARY KEY, id ANY NOT NULL UNIQUE, subject TEXT NOT NULL, field TEXT NOT NULL,
  verdict TEXT NOT NULL, "by" TEXT NOT NULL, at TEXT NOT NULL, note TEXT NOT NULL,
  line INTEGER NOT NULL REFERENCES custody (seq)
) STRICT;
CREATE TABLE head (                    -- one row: the last custody line, signed by an installation's key
  one INTEGER PRIMARY KEY CHECK (one = 1), seq INTEGER NOT NULL, hash BLOB NOT NULL,
  public_key BLOB NOT NULL, signature BLOB NOT NULL
) STRICT;

-- What was taken. -----------------------------------------------------------------------------------

CREATE TABLE runs (                    -- what made something: one errand, its version, settings, counts
  key INTEGER PRIMARY KEY, id ANY NOT NULL UNIQUE, stage TEXT NOT NULL, version TEXT NOT NULL,
  settings TEXT NOT NULL, started TEXT NOT NULL, finished TEXT, inputs TEXT NOT NULL DEFAULT '',
  used INTEGER NOT NULL DEFAULT 0, aside INTEGER NOT NULL DEFAULT 0, line INTEGER REFERENCES custody (seq)
) STRICT;
CREATE TABLE sources (                 -- who publishes or tells; a protected one is an alias
  key INTEGER PRIMARY KEY, id ANY NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL,
  protected INTEGER NOT NULL
) STRICT;
CREATE TABLE blobs (                   -- original bytes, each once: raw, zlib, the utf-8 of a text, or zlib beside it
  key INTEGER PRIMARY KEY, sha256 BLOB NOT NULL UNIQUE, packing TEXT NOT NULL, bytes BLOB, document INTEGER,
  CHECK ((packing IN ('text', 'beside')) = (document IS NOT NULL) AND (packing = 'text') = (bytes IS NULL))
) STRICT;
CREATE TABLE documents (               -- one thing from one source; new bytes are a new document
  key INTEGER PRIMARY KEY, id ANY NOT NULL UNIQUE, source INTEGER NOT NULL REFERENCES sources,
  address TEXT NOT NULL, blob INTEGER NOT NULL REFERENCES blobs, media_type TEXT NOT NULL,
  taken TEXT NOT NULL, published TEXT, published_by TEXT, title TEXT, author TEXT, url TEXT,
  forwarded_from TEXT, losses TEXT, size INTEGER NOT NULL, line INTEGER NOT NULL REFERENCES custody (seq)
) STRICT;
CREATE INDEX documents_address ON documents (address, id);
CREATE INDEX documents_blob ON documents (blob);
CREATE INDEX documents_taken ON documents (taken); -- and what came in since yesterday
CREATE TABLE texts (                   -- what an extractor made of a document
  document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE, id ANY NOT NULL UNIQUE,
  language TEXT NOT NULL, made_by TEXT NOT NULL, sha256 BLOB NOT NULL, body TEXT NOT NULL
) STRICT;
CREATE TABLE set_asides (              -- what could not be used, and why
  key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, record TEXT NOT NULL, reason TEXT NOT NULL,
  detail TEXT NOT NULL, stage TEXT NOT NULL, run INTEGER NOT NULL REFERENCES runs,
  line INTEGER NOT NULL REFERENCES custody (seq), n INTEGER NOT NULL
) STRICT;
CREATE INDEX set_asides_record ON set_asides (record);
CREATE TABLE files (                   -- files taken to their end; an unchanged one is not opened again
  address TEXT PRIMARY KEY, sha256 BLOB NOT NULL, size INTEGER NOT NULL, modified_ns INTEGER NOT NULL,
  documents INTEGER NOT NULL, set_aside INTEGER NOT NULL,
  line INTEGER NOT NULL REFERENCES custody (seq), n INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE backups (path TEXT PRIMARY KEY, made TEXT NOT NULL) STRICT, WITHOUT ROWID; -- copies we made
-- Words as written and base forms; contentless, so the words stand in the file once.
CREATE VIRTUAL TABLE search USING fts5 (
  surface, lemmas, content = '', tokenize = 'unicode61 remove_diacritics 0'
);

-- What readers found: rows of one reading by (document, n). Passages are [start, stop) of the text. --

CREATE TABLE readings (                -- one reader's findings in one text
  document INTEGER PRIMARY KEY REFERENCES texts ON DELETE CASCADE, reader TEXT NOT NULL,
  run INTEGER NOT NULL REFERENCES runs, understood INTEGER NOT NULL, characters INTEGER NOT NULL,
  unread TEXT, notes TEXT, line INTEGER NOT NULL, n INTEGER NOT NULL,
  FOREIGN KEY (line, n) REFERENCES prints
) STRICT;
CREATE TABLE claims (                  -- somebody said that something is so; print: first bytes of blake2b(words)
  document INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE, n INTEGER NOT NULL, id ANY NOT NULL,
  start INTEGER NOT NULL, stop INTEGER NOT NULL, print BLOB NOT NULL, kind TEXT NOT NULL, act TEXT NOT NULL,
  parts TEXT, cue TEXT, speaker TEXT, said_by TEXT, via TEXT, hedges TEXT, basis TEXT NOT NULL,
  stance TEXT NOT NULL, own_voice INTEGER NOT NULL, hypothetical INTEGER NOT NULL,
  inside ANY, addressee TEXT, source_kind TEXT NOT NULL, confidence REAL NOT NULL,
  ground TEXT,                         -- why it has its basis: a code, and its characters; NULL: no reason kept
  PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX claims_id ON claims (id);
CREATE TABLE quantities (              -- a number with its meaning; NULL bounds: nobody said
  document INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE, n INTEGER NOT NULL, id ANY NOT NULL,
  start INTEGER NOT NULL, stop INTEGER NOT NULL, words TEXT NOT NULL, low REAL, high REAL,
  low_exclusive INTEGER NOT NULL, high_exclusive INTEGER NOT NULL, unit TEXT NOT NULL, kind TEXT NOT NULL,
  what TEXT, population TEXT, place TEXT, "when" TEXT, vague TEXT, approximate INTEGER NOT NULL,
  cumulative INTEGER, modality TEXT NOT NULL, claim ANY, what_passage TEXT,
  PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX quantities_id ON quantities (id);
CREATE TABLE times (                   -- some moment within [first, last]
  document INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE, n INTEGER NOT NULL, id ANY NOT NULL,
  start INTEGER NOT NULL, stop INTEGER NOT NULL, words TEXT NOT NULL, type TEXT NOT NULL, value TEXT NOT NULL,
  first TEXT, last TEXT, granularity TEXT, anchor TEXT, reason TEXT NOT NULL,
  PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE mentions (                -- characters that name someone, somewhere or some unit
  document INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE, n INTEGER NOT NULL, id ANY NOT NULL,
  start INTEGER NOT NULL, stop INTEGER NOT NULL, words TEXT NOT NULL, kind TEXT NOT NULL, norm TEXT NOT NULL,
  role TEXT, organisation TEXT, protected INTEGER NOT NULL, near TEXT,
  PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE events (                  -- something narrated; what NULL or U+FFFC in it: the passage's words
  document INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE, n INTEGER NOT NULL, id ANY NOT NULL,
  start INTEGER NOT NULL, stop INTEGER NOT NULL, print BLOB NOT NULL, what TEXT, who TEXT, "where" TEXT,
  first TEXT, last TEXT,
  PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE event_order (             -- before came before after (n of events of the same document)
  document INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE, n INTEGER NOT NULL,
  before ANY NOT NULL, after ANY NOT NULL, certain INTEGER NOT NULL, reasons TEXT,
  PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;

-- What follows from it: thrown away and rebuilt as a whole. -----------------------------------------

CREATE TABLE copies (                  -- copy repeats original; drift and overlaps: offsets in both texts
  id ANY NOT NULL PRIMARY KEY, copy INTEGER NOT NULL REFERENCES documents,
  original INTEGER NOT NULL REFERENCES documents, kind TEXT NOT NULL, score REAL NOT NULL, reasons TEXT NOT NULL,
  directed INTEGER NOT NULL, drift TEXT, overlaps TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX copies_copy ON copies (copy);         -- the desk asks of each text what it repeats
CREATE INDEX copies_original ON copies (original); -- and what repeats it
CREATE TABLE links (                   -- a machine's suggestion that two belong together
  id ANY NOT NULL PRIMARY KEY, kind TEXT NOT NULL, "left" TEXT NOT NULL, "right" TEXT NOT NULL,
  score REAL NOT NULL, reasons TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE entities (                -- people, bodies, places held to be one
  key INTEGER PRIMARY KEY, id ANY NOT NULL UNIQUE, type TEXT NOT NULL, name TEXT NOT NULL, variants TEXT,
  protected INTEGER NOT NULL
) STRICT;
CREATE TABLE entity_uses (             -- under which name which document speaks of an entity
  entity INTEGER NOT NULL REFERENCES entities ON DELETE CASCADE, n INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES documents, name TEXT NOT NULL, PRIMARY KEY (entity, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_uses_document ON entity_uses (document);
CREATE TABLE conflicts (n INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT; -- joins that were refused
CREATE TABLE origins (                 -- from whom claims first came
  key INTEGER PRIMARY KEY, id ANY NOT NULL UNIQUE, name TEXT NOT NULL, entity ANY, reasons TEXT,
  first ANY, independent_of TEXT
) STRICT;
CREATE TABLE origin_claims (           -- the claims folded into an origin
  origin INTEGER NOT NULL REFERENCES origins ON DELETE CASCADE, n INTEGER NOT NULL, claim ANY NOT NULL,
  PRIMARY KEY (origin, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX origin_claims_claim ON origin_claims (claim);
CREATE TABLE carriers (                -- which sources carry the claims of the largest origins; for one drawing
  origin INTEGER NOT NULL REFERENCES origins ON DELETE CASCADE,
  source INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE, carried INTEGER NOT NULL,
  PRIMARY KEY (origin, source)
) STRICT, WITHOUT ROWID;
CREATE TABLE estimates (               -- bounds with question, population, place, date, method, assumptions
  n INTEGER PRIMARY KEY, id ANY NOT NULL UNIQUE, question TEXT NOT NULL, population TEXT NOT NULL,
  place TEXT NOT NULL, by_when TEXT NOT NULL, low REAL, best REAL, high REAL, unit TEXT NOT NULL,
  method TEXT NOT NULL, assumptions TEXT, rests_on TEXT, origins TEXT, as_written TEXT,
  reports INTEGER NOT NULL, level REAL, seen TEXT, unseen TEXT,
  low_exclusive INTEGER NOT NULL, high_exclusive INTEGER NOT NULL
) STRICT;
CREATE TABLE phrases (                 -- what estimates say of themselves in the same words: assumptions, seen
  key INTEGER PRIMARY KEY, words TEXT NOT NULL
) STRICT;

-- For the eye: claims and quantities with their words and addresses.
CREATE VIEW claims_read AS
  SELECT 'claim-' || lower(hex(c.id)) AS id, d.address, substr(t.body, c.start + 1, c.stop - c.start) AS words,
         c.kind, c.said_by, c.basis, c.stance
  FROM claims c JOIN texts t USING (document) JOIN documents d ON d.key = c.document;
CREATE VIEW quantities_read AS
  SELECT 'quantity-' || lower(hex(q.id)) AS id, d.address, q.words, q.low, q.high, q.unit, q.what, q.population
  FROM quantities q JOIN documents d ON d.key = q.document;

-- The ledgers refuse. A judgement goes only after its tombstone stands.
CREATE TRIGGER custody_keeps BEFORE UPDATE ON custody BEGIN SELECT RAISE (ABORT, 'the custody ledger is never changed'); END;
CREATE TRIGGER custody_stays BEFORE DELETE ON custody BEGIN SELECT RAISE (ABORT, 'the custody ledger is never cut'); END;
CREATE TRIGGER prints_keep BEFORE UPDATE ON prints BEGIN SELECT RAISE (ABORT, 'prints are never changed'); END;
CREATE TRIGGER prints_stay BEFORE DELETE ON prints BEGIN SELECT RAISE (ABORT, 'prints are never cut'); END;
CREATE TRIGGER tombs_keep BEFORE UPDATE ON forgotten BEGIN SELECT RAISE (ABORT, 'a tombstone is never changed'); END;
CREATE TRIGGER tombs_stay BEFORE DELETE ON forgotten BEGIN SELECT RAISE (ABORT, 'a tombstone is never removed'); END;
CREATE TRIGGER judgements_keep BEFORE UPDATE ON judgements BEGIN SELECT RAISE (ABORT, 'a judgement is never changed'); END;
CREATE TRIGGER judgements_stay BEFORE DELETE ON judgements
WHEN NOT EXISTS (SELECT 1 FROM forgotten f WHERE f.id = CASE typeof(OLD.id) WHEN 'blob'
  THEN 'judgement-' || lower(hex(OLD.id)) ELSE OLD.id END)
BEGIN SELECT RAISE (ABORT, 'a judgement goes only after its tombstone stands'); END;

-- Casework: in a sealed file only. Rows are added, never changed. ------------------------------------

CREATE TABLE cases (                   -- who is helped: a random code, never a name
  key INTEGER PRIMARY KEY, id ANY NOT NULL UNIQUE, code TEXT NOT NULL, client TEXT NOT NULL,
  people INTEGER, region TEXT NOT NULL, language TEXT NOT NULL, alias TEXT NOT NULL, at TEXT NOT NULL,
  "by" TEXT NOT NULL, line INTEGER NOT NULL REFERENCES custody (seq)
) STRICT;
CREATE TABLE steps (                   -- what was, was done or is known of a case; a further step corrects
  key INTEGER PRIMARY KEY, id ANY NOT NULL UNIQUE, "case" INTEGER NOT NULL REFERENCES cases, kind TEXT NOT NULL,
  first TEXT NOT NULL, last TEXT NOT NULL, proof TEXT NOT NULL, who TEXT NOT NULL, value TEXT NOT NULL,
  ground TEXT NOT NULL, words TEXT NOT NULL, answers TEXT NOT NULL, facts TEXT NOT NULL, due TEXT NOT NULL,
  link TEXT NOT NULL, at TEXT NOT NULL, "by" TEXT NOT NULL, line INTEGER NOT NULL REFERENCES custody (seq)
) STRICT;
CREATE INDEX cases_code ON cases (code);           -- not unique: two desks may draw one code
CREATE INDEX steps_case ON steps ("case", at, key); -- in the order in which things were written down, anywhere
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

-- The watch: what is looked at again and again. No evidence: what was met there is in the tables above.

CREATE TABLE watched (                 -- an address or folder; due, etag …: how it was met last
  key INTEGER PRIMARY KEY, id ANY NOT NULL UNIQUE, kind TEXT NOT NULL, address TEXT NOT NULL,
  every INTEGER NOT NULL, added TEXT NOT NULL, hosts TEXT NOT NULL, due TEXT NOT NULL, at TEXT NOT NULL,
  status TEXT NOT NULL, failures INTEGER NOT NULL, etag TEXT NOT NULL, modified TEXT NOT NULL,
  digest TEXT NOT NULL, gone TEXT NOT NULL
) STRICT;
CREATE TABLE watch_hosts (             -- what the robots.txt of a host said; NULL: it could not be asked
  host TEXT PRIMARY KEY, at TEXT NOT NULL, body TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE watch_marks (             -- up to where the journal was followed; what was told of a question
  name TEXT PRIMARY KEY, value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE alerts (                  -- what is worth a look; sent: handed to the team's own command
  key INTEGER PRIMARY KEY, id ANY NOT NULL UNIQUE, at TEXT NOT NULL, kind TEXT NOT NULL,
  watched TEXT NOT NULL, record TEXT NOT NULL, words TEXT NOT NULL, sent INTEGER NOT NULL
) STRICT;

-- What pages show at once, worked out when counting; thrown away and rebuilt as a whole.

CREATE INDEX estimates_method ON estimates (method, n); -- the first page shows two methods of many
CREATE TABLE made (what TEXT PRIMARY KEY) STRICT, WITHOUT ROWID; -- which of these were ever worked out
CREATE TABLE answers (                 -- what a kept question is answered, with all that it rests on
  judgement TEXT PRIMARY KEY, made TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE moves (                   -- bounds that a count moved: from what to what, and why; the newest last
  key INTEGER PRIMARY KEY, at TEXT NOT NULL, made TEXT NOT NULL
) STRICT;
CREATE TABLE questions (               -- what people are asked; pair: the two things; open: nobody judged them
  id TEXT PRIMARY KEY, pair BLOB NOT NULL, field TEXT NOT NULL, results INTEGER NOT NULL,
  claims INTEGER NOT NULL, open INTEGER NOT NULL, family TEXT NOT NULL, made BLOB NOT NULL
) STRICT;
CREATE INDEX questions_open ON questions (open, results DESC, claims DESC, id); -- the weightiest first
CREATE INDEX questions_field ON questions (open, field, results DESC, claims DESC, id);
CREATE INDEX questions_pair ON questions (pair);   -- a judgement settles them, its withdrawal asks them again
CREATE TABLE question_texts (          -- questions of one family: the text that its copies have in common
  text TEXT NOT NULL, question TEXT NOT NULL, PRIMARY KEY (text, question)
) STRICT, WITHOUT ROWID;

CREATE INDEX events_when ON events (coalesce(first, last)); -- the timeline reads the part that it shows
CREATE INDEX claims_place ON claims (document); -- narrow: to count along it to the middle of a million is quick
