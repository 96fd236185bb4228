"""One person's digest of the day: found out, written, handed over, and then recorded, so that it goes once."""

from datetime import datetime

from baro.app.home_settings import HomeSettings
from baro.channels.mail.digests import digest_of
from baro.channels.mail.letters import letter_of
from baro.channels.mail.post import Post
from baro.desk import permission
from baro.desk.by import by_program
from baro.desk.notice_acts import note_mailed, waits_for_mail
from baro.records.queries.access import standing_of
from baro.records.row_security.session import reading


class Sender:
    """Sends digests of one moment through one post, for a program of the keeper."""

    def __init__(self, post: Post, settings: HomeSettings, keeper: str, at: datetime) -> None:
        assert settings.mail is not None
        self._post, self._by, self._at = post, by_program(keeper), at
        self._sender, self._agency, self._origin = settings.mail.sender, settings.agency, settings.origin.rstrip("/")

    def send(self, name: str, person: str, address: str, *, dry: bool = False) -> bool:
        """Send the digest of a person if anything waits and it was not sent; say whether it was. A crash between the handing
        over and the record sends this one letter, and no other, twice. Raises `Refused("mail.…")`."""
        who = permission.asker_of(standing_of(person), at=self._at)
        with reading():
            waiting = waits_for_mail(who)
            if not waiting:
                return False
            digest = digest_of(waiting, who, address, agency=self._agency, origin=self._origin)
        if not dry:
            self._post.send(letter_of(digest, self._sender), name)
            note_mailed(waiting, who, self._by, self._at)
        return True
