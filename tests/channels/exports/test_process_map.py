"""The process map stays readable: steps, labels and lanes never lie upon each other."""

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baro.channels.exports.formatting import count
from baro.channels.exports.html import map_choice, map_routes, process_map, svg
from baro.channels.exports.html.fonts import width_of
from baro.channels.exports.html.map_frame import Frame
from baro.channels.exports.html.map_layout import boxes
from baro.channels.exports.html.map_lines import path_of
from baro.rules.counted.told import MapEdge, MapNode, ProcessMap
from channels.exports.a_report import a_map, a_tangled_map


@st.composite
def maps(draw: st.DrawFn) -> ProcessMap:
    size = draw(st.integers(1, 30))
    node = st.builds(
        MapNode, st.text("aăâ bđeê ghiươ", min_size=1, max_size=90), st.sampled_from(["", "1", "2a"]),
        st.sampled_from(["", "Chuyên viên"]), st.integers(0, 10**6), st.integers(0, 9), st.sampled_from([0, 4800]),
        st.integers(0, 9),
    )  # fmt: skip
    end = st.integers(-1, size - 1)
    edge = st.builds(MapEdge, end, end, st.integers(1, 10**6), st.booleans())
    nodes = draw(st.lists(node, min_size=size, max_size=size))
    edges = draw(st.lists(edge, max_size=40, unique_by=lambda e: (e.source, e.target)))
    return ProcessMap(
        "Quy trình", "Q", "1", "", 1, 1, tuple(nodes), tuple(e for e in edges if (e.source, e.target) != (-1, -1))
    )


def framed(told: ProcessMap, per_band: int = 4) -> tuple[Frame, list[map_routes.Route]]:
    edges = [e for e in told.edges if e.count]
    placed = boxes(told, edges, per_band)
    found, usage = map_routes.routes(edges, placed)
    return Frame(placed, found, usage), found


def rectangles(frame: Frame) -> list[tuple[float, float, float, float]]:
    return [
        (frame.left(b), frame.top(b), frame.left(b) + b.width, frame.top(b) + b.height) for b in frame.boxes.values()
    ]


def apart(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


@settings(max_examples=60, deadline=None)
@given(maps())
def test_steps_never_overlap_and_stay_inside_the_picture(told: ProcessMap) -> None:
    frame, _ = framed(told)
    drawn = rectangles(frame)
    assert all(apart(a, b) for a, b in itertools.combinations(drawn, 2))
    assert all(x >= 0 and y >= 0 and right <= frame.width and bottom <= frame.height for x, y, right, bottom in drawn)


@settings(max_examples=60, deadline=None)
@given(maps())
def test_counts_never_lie_upon_a_step_or_upon_each_other(told: ProcessMap) -> None:
    frame, found = framed(told)
    labels = []
    for route in found:
        _, (x, y), _, _ = path_of(route, frame)
        half = width_of(count(route.edge.count), 13) / 2
        labels.append((x - half, y - 6.5, x + half, y + 6.5))
    assert all(apart(label, step) for label in labels for step in rectangles(frame))
    assert all(apart(a, b) for a, b in itertools.combinations(labels, 2))


@pytest.mark.parametrize("told", [a_map(), a_tangled_map()], ids=["eight steps", "thirty steps"])
def test_the_map_is_no_wider_than_the_page(told: ProcessMap) -> None:
    width = re.search(r'width="(\d+)"', process_map.draw(told).svg)
    assert width is not None
    assert int(width[1]) <= process_map.WIDEST


def test_what_the_process_does_not_foresee_is_dashed_and_late_time_is_a_number() -> None:
    drawn = process_map.draw(a_map()).svg
    assert drawn.count("stroke-dasharray") == 6 + 1  # six of the seven successions, one step
    assert "Trễ 1.883,3\u00a0ngày" in drawn


@given(maps())
@settings(max_examples=100, deadline=None)
def test_what_is_drawn_and_what_is_left_out_are_together_all_that_was_observed(told: ProcessMap) -> None:
    choice = map_choice.choose(told)
    assert len(choice.told.nodes) + choice.hidden_steps == len(told.nodes)
    assert len(choice.told.edges) + choice.hidden_edges == len(told.edges)
    assert sum(e.count for e in choice.told.edges) + choice.hidden_times == sum(e.count for e in told.edges)
    assert all(-1 <= end < len(choice.told.nodes) for e in choice.told.edges for end in (e.source, e.target))


def many(size: int, approved: int) -> ProcessMap:
    """A process of `size` steps done one after the other, each less often; the last carries all the late time."""
    nodes = tuple(
        MapNode(f"B{k}", str(k) if k < approved else "", "", 1000 - k, 0, 480 if k == size - 1 else 0, k)
        for k in range(size)
    )
    edges = tuple(MapEdge(k, k + 1, 900 - k, k < approved) for k in range(-1, size - 1))
    return ProcessMap("Q", "Q", "1", "", 1000, 0, nodes, edges)


def test_of_hundreds_of_steps_the_most_frequent_and_the_latest_are_drawn_in_their_order() -> None:
    chosen = map_choice.choose(many(398, 49)).told.nodes
    assert len(chosen) == map_choice.MOST_STEPS
    assert [n.activity for n in chosen[:16]] == [f"B{k}" for k in range(16)]
    assert sum(not n.step_no for n in chosen) == map_choice.MOST_EXTRA
    assert chosen[-1].late_minutes


def test_a_log_without_any_known_step_is_drawn_too() -> None:
    assert len(map_choice.choose(many(60, 0)).told.nodes) == map_choice.MOST_STEPS


def test_a_small_process_keeps_every_step() -> None:
    assert map_choice.choose(a_map()).told.nodes == a_map().nodes
    assert map_choice.choose(a_map()).hidden_steps == 0


@given(st.text("aăâ bđeê ghiươ", max_size=200), st.integers(1, 4))
def test_a_wrapped_label_keeps_to_its_lines_and_width(words: str, most: int) -> None:
    lines = svg.wrap(words, 140, 13, most)
    assert len(lines) <= most
    assert all(width_of(line, 13) <= 140 for line in lines)
