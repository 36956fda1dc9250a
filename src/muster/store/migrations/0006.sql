-- What pages show at once, worked out when counting; thrown away and rebuilt as a whole.

CREATE INDEX estimates_method ON estimates (method, n); -- the first page shows two methods of many
CREATE TABLE made (what TEXT PRIMARY KEY) STRICT, WITHOUT ROWID; -- which of these were ever worked out
CREATE TABLE answers (                 -- what a kept question is answered, with all that it rests on
  judgement TEXT PRIMARY KEY, made TEXT NOT NULL
) STRICT, WITHOUT ROWID;
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
