"""What each command of the command line does, from what is typed after it to the sentence that it says at the end."""
