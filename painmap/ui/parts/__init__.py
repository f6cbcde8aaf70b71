"""Controls that the pages are built from, painted by the theme."""
