"""Did the steps follow the approved process? The exact cost, and each kind of deviation."""
