CREATE INDEX events_when ON events (coalesce(first, last)); -- the timeline reads the part that it shows
