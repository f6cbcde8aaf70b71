"""The passphrase: setting it, the lock, and the sheet that helps when it is forgotten."""
