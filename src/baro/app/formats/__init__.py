"""How Vietnamese pages write dates and numbers, where Django's own way differs from what officials write."""
