"""Words of a person where a page has words of the software: never said in another language."""


class AsWritten(str):
    """A text that stays as somebody wrote it."""

    __slots__ = ()
