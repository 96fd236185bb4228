"""Programs are told what happened: the ledger's new entries as signed messages, in order, as far as each may read them."""
