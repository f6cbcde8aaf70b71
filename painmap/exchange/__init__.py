"""Files that a diary is exchanged in."""
