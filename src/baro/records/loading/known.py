"""What is held of a source already: the dossiers by their codes, with what each was when last told."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from baro.records.ids import Ids
from baro.records.loading.digests import Digests
from baro.rules.observed.log import Codes, Ints


@dataclass(frozen=True, slots=True)
class Known:
    """The dossiers held. Dossier k is number `place[k]` of the segment `segments[segment[k]]`; `is_missing[k]`: the last
    whole delivery did not tell it any more."""

    codes: Ids
    digests: Digests
    segments: tuple[str, ...]
    segment: Codes
    place: Codes
    is_missing: npt.NDArray[np.bool_]

    def places_of(self, ids: Ids) -> Ints:
        """Where each of these codes stands among the dossiers held, -1 where it is not held."""
        return places_in(self.codes, ids)


def places_in(held: Ids, sought: Ids) -> Ints:
    """Where each sought code stands among those held, -1 where it does not."""
    found = pc.index_in(_plain(sought.array), value_set=_plain(held.array)).fill_null(-1)
    places: Ints = found.to_numpy().astype(np.int64)
    return places


def _plain(codes: pa.Array) -> pa.Array:
    return codes.cast(pa.string())
