"""Who may do what, to which matter, and see which of its fields: one table, and the engine that reads it.

Start at `table.py`. What the table does not allow is refused; `engine.py` decides on one matter (`may`) and on all of
them at once (`visible`), and the two always agree.
"""
