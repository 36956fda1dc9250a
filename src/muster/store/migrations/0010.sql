CREATE TABLE moves (                   -- bounds that a count moved: from what to what, and why; the newest last
  key INTEGER PRIMARY KEY, at TEXT NOT NULL, made TEXT NOT NULL
) STRICT;
