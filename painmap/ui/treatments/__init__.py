"""The Treatments page: what is taken or done and how it went, events, and appointments with their questions."""
