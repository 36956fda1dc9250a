"""Words in, who is named out: people, bodies and groups, with what they are."""
