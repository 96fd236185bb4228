"""Directives and assigned tasks: who gave what to whom, by when; late and quality side by side; the cascade down and up."""
