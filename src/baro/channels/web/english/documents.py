"""Pages that are Vietnamese documents: they read the same whoever reads them."""

DOCUMENTS = frozenset({"books/form.html", "briefing/letter_head.html"})
