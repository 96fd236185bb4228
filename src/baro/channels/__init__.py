"""Every way in and out: translates, never decides."""
