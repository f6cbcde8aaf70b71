"""What leaves the diary as a file, and what comes in from one."""
