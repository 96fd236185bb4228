"""One file per indicator: definition, numerator, denominator, source, version."""
