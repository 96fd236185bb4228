"""A refusal: the one way in which a rule says no."""


class Refused(Exception):
    """Say why something cannot be accepted: a code for programs, facts for the sentence.

    `code` is dotted and stable (`process.unknown_element`); `facts` are plain values that
    `baro.channels.wording` puts into the Vietnamese sentence. Codes never reach the screen.
    """

    def __init__(self, code: str, /, **facts: str | int) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts: dict[str, str | int] = facts

    @classmethod
    def again(cls, code: str, facts: dict[str, str | int]) -> "Refused":
        """Give what another process of the house refused and told."""
        return cls(code, **facts)
