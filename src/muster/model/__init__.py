"""The nouns. Frozen records that check themselves; imports nothing of ours."""
