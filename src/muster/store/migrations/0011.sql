CREATE TABLE carriers (                -- which sources carry the claims of the largest origins; for one drawing
  origin INTEGER NOT NULL REFERENCES origins ON DELETE CASCADE,
  source INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE, carried INTEGER NOT NULL,
  PRIMARY KEY (origin, source)
) STRICT, WITHOUT ROWID;
INSERT INTO carriers SELECT origin, source, carried FROM (
  SELECT c.origin, d.source, count(*) AS carried,
    row_number() OVER (PARTITION BY c.origin ORDER BY count(*) DESC, s.name) AS place
  FROM (SELECT origin FROM origin_claims GROUP BY origin ORDER BY count(*) DESC, origin LIMIT 12) m
  CROSS JOIN origin_claims c ON c.origin = m.origin JOIN claims x ON x.id = c.claim
  JOIN documents d ON d.key = x.document JOIN sources s ON s.key = d.source
  GROUP BY c.origin, d.source) WHERE place <= 6;
