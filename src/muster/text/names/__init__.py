"""Two names in, whether they are one person, body or unit out, with reasons; keys to look names up."""
