"""Russian and Ukrainian frames: sentences in, who is said to have said what out."""
