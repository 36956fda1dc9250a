"""Arrays in, intervals out."""
