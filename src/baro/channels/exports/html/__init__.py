"""The report as one HTML page that carries everything it needs: fonts, charts, maps; it asks the network for nothing."""
