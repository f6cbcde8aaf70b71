"""The weekly review: nine short questions about the last week and the last months."""
