CREATE TABLE phrases (                 -- what estimates say of themselves in the same words: assumptions, seen
  key INTEGER PRIMARY KEY, words TEXT NOT NULL
) STRICT;
INSERT INTO phrases (words)
  SELECT DISTINCT j.value FROM estimates e, json_each(json_array(e.assumptions, e.seen)) list, json_each(list.value) j;
CREATE INDEX phrases_words ON phrases (words);
UPDATE estimates SET assumptions = (
  SELECT json_group_array(key) FROM (
    SELECT p.key FROM json_each(estimates.assumptions) j JOIN phrases p ON p.words = j.value ORDER BY j.key))
  WHERE assumptions IS NOT NULL;
UPDATE estimates SET seen = (
  SELECT json_group_array(key) FROM (
    SELECT p.key FROM json_each(estimates.seen) j JOIN phrases p ON p.words = j.value ORDER BY j.key))
  WHERE seen IS NOT NULL;
DROP INDEX phrases_words;
