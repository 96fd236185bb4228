"""From an alignment to typed deviations: what an official would call each difference.

A log move and a model move of the same activity are one step out of order (cost 2). A log move of an activity that was
done in its place as well is a repetition beyond the model; any other log move is an inserted step; any other model
move a skipped one. Costs of the deviations sum to the alignment's cost.
"""

from baro.rules.judged.conformance.deviations import AlignedMove, Alignment, DeviationKind, Move, TraceDeviation


def typed(alignment: Alignment) -> tuple[TraceDeviation, ...]:
    """Give the deviations of a trace in the order of its events."""
    missing: dict[str, list[AlignedMove]] = {}
    for move in alignment.moves:
        if move.move is Move.MODEL:
            missing.setdefault(move.activity, []).append(move)
    in_place = {m.activity for m in alignment.moves if m.move is Move.SYNCHRONOUS}
    found = [_of_event(m, missing, in_place) for m in alignment.moves if m.move is Move.LOG]
    left = [m for moves in missing.values() for m in moves]
    found += [TraceDeviation(DeviationKind.SKIPPED, m.activity, m.position, 1) for m in left]
    return tuple(sorted(found, key=lambda d: (d.position, d.kind, d.activity)))


def _of_event(move: AlignedMove, missing: dict[str, list[AlignedMove]], in_place: set[str]) -> TraceDeviation:
    elsewhere = missing.get(move.activity)
    if elsewhere:
        elsewhere.pop(0)
        return TraceDeviation(DeviationKind.OUT_OF_ORDER, move.activity, move.position, 2)
    kind = DeviationKind.REPEATED if move.activity in in_place else DeviationKind.INSERTED
    return TraceDeviation(kind, move.activity, move.position, 1)
