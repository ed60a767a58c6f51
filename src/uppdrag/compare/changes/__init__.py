"""A marked document in; its changes as a list without markup, and what each matters to, out."""
