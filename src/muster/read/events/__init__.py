"""A read text in, what it narrates out, in the order that its words force."""
