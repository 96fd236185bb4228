"""Pages: a folder per area with its views, urls, templates and styles; a page asks the policy before it shows anything."""
