"""Loading a delivery: its rows under one root, its dossiers compared with what is held, its segment put in the store."""
