"""Claims in, on what their speaker's word rests out."""
