"""One errand each: open the project, run a room, write in batches, say what was done."""
