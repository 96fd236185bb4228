"""Liên thông: joint dossiers with their legs, the processes they follow, and the three ways of counting them."""
