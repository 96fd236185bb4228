"""Bodies and the people who serve in them, as they are on any day; every change is an act by a form or a spreadsheet."""
