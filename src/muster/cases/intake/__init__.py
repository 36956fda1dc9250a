"""Questions as they came in in; where each stands in the queue, by which words, out."""
