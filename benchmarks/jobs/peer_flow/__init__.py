"""A flow of django-viewflow: a complaint is received, then concluded by the one to whom it was assigned."""
