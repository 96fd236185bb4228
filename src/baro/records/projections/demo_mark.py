"""The mark of a demo is read from the ledger itself: a row could be written, the first entry of all cannot."""

from baro.records.projections.registry import without_rows

without_rows("authority.marked_as_demo")
