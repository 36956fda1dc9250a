-- A Muster vault, schema 1: who is who, under SQLCipher. Nothing here is in any other file.

CREATE TABLE vault (                   -- one row: which vault, which generation of keys, what it pins
  one INTEGER PRIMARY KEY CHECK (one = 1), id TEXT NOT NULL, made TEXT NOT NULL, generation INTEGER NOT NULL,
  keyring TEXT NOT NULL                -- sha256 of the keyring as written
) STRICT;
CREATE TABLE intake (                  -- private keys of what is sent in, older ones too; what: identities, sealed
  public TEXT PRIMARY KEY, what TEXT NOT NULL, secret TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE identities (              -- alias: a random code; kept: here, or outside the system (then no record)
  alias TEXT PRIMARY KEY, pseudonym TEXT NOT NULL, kept TEXT NOT NULL CHECK (kept IN ('here', 'outside')),
  record TEXT NOT NULL, added TEXT NOT NULL, "by" TEXT NOT NULL,
  CHECK (kept = 'here' OR record = '')
) STRICT, WITHOUT ROWID;
CREATE TABLE agreements (              -- what was agreed with whom; only added; the last one of an alias holds
  n INTEGER PRIMARY KEY, alias TEXT NOT NULL, at TEXT NOT NULL, extent TEXT NOT NULL, withdrawn INTEGER NOT NULL
) STRICT;
CREATE TABLE ledger (                  -- who did what, to which code, why, before whom; ids, never names
  seq INTEGER PRIMARY KEY, at TEXT NOT NULL, generation INTEGER NOT NULL, what TEXT NOT NULL,
  record TEXT NOT NULL, "by" TEXT NOT NULL, second TEXT NOT NULL, reason TEXT NOT NULL, hash BLOB NOT NULL
) STRICT;
CREATE TRIGGER ledger_keeps BEFORE UPDATE ON ledger BEGIN SELECT RAISE (ABORT, 'the ledger is never changed'); END;
CREATE TRIGGER ledger_stays BEFORE DELETE ON ledger BEGIN SELECT RAISE (ABORT, 'the ledger is never cut'); END;
CREATE TRIGGER agreed_keeps BEFORE UPDATE ON agreements BEGIN SELECT RAISE (ABORT, 'agreements are added'); END;
