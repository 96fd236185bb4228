"""Một cửa: the order in which facts are judged and counted; later, one function per recorded act."""
