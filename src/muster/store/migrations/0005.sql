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
