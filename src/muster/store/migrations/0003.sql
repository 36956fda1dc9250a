-- The desk opens lists and texts by what they repeat and by when they came.
CREATE INDEX copies_copy ON copies (copy);         -- the desk asks of each text what it repeats
CREATE INDEX copies_original ON copies (original); -- and what repeats it
CREATE INDEX documents_taken ON documents (taken); -- and what came in since yesterday
