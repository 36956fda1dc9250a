"""Interviews, transcripts and posts in, whose words each paragraph is out."""
