"""Makes a synthetic, labelled year of a land-registration office, with planted faults whose truth is written beside it."""
