"""Words in, what they tell as done, in which way, or as not there, out."""
