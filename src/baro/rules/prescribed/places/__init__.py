"""The bodies of Hà Nội that the product ships as dated facts, each with its instrument and whether it was verified."""
