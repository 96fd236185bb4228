"""How an assigned task stands: where it lies, whether it is late and by whose days, how often it came back."""
