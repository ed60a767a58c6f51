"""A comparison in; its changes for a terminal, a pull request or a program out."""
