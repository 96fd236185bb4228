"""From entries of the ledger to rows: what each kind of act changes. Replaying all entries gives the same rows."""

MODULES: tuple[str, ...] = (
    "access",
    "accounts",
    "api_keys",
    "briefings",
    "demo_mark",
    "discipline",
    "imports",
    "inspections",
    "joint",
    "notices",
    "organisation",
    "people",
    "petitions",
    "procedures",
    "processes",
    "proposals",
    "recorded",
    "saved_views",
    "signals",
    "webhooks",
)
