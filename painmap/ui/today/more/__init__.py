"""More about today: what else can be said of a day, folded until it is wanted."""
