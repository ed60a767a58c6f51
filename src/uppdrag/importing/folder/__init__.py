"""What many files say in; which revision of which group each of them is out: a plan, no file."""
