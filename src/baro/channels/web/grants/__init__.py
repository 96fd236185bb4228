"""Who may do what: roles granted and ended, keys of programs, refusals."""
