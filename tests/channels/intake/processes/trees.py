"""Block-structured processes: as trees, as the words they allow, and as BPMN drawings."""

from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path
from xml.sax.saxutils import quoteattr

from hypothesis import strategies as st

from baro.rules.judged.conformance.compiling import compile_net
from baro.rules.prescribed.processes import Net

MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"
Word = tuple[str, ...]


@dataclass(frozen=True)
class Tree:
    """`kind` is task (with its `label`), skip, seq, xor, and, or, loop or sub."""

    kind: str
    label: str = ""
    parts: tuple["Tree", ...] = ()


def task(label: str) -> Tree:
    return Tree("task", label)


def block(kind: str, *parts: Tree) -> Tree:
    return Tree(kind, "", parts)


def trees(kinds: tuple[str, ...], most: int = 5) -> st.SearchStrategy[Tree]:
    """Random trees over four labels."""

    def grow(inner: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
        wide = st.builds(
            lambda kind, parts: Tree(kind, "", tuple(parts)),
            st.sampled_from(kinds),
            st.lists(inner, min_size=2, max_size=3),
        )
        return wide.map(lambda t: Tree(t.kind, "", t.parts[:2]) if t.kind == "loop" else t)

    return st.recursive(st.sampled_from("abcd").map(task), grow, max_leaves=most)


def words(tree: Tree, longest: int) -> set[Word]:
    """Every word of at most `longest` labels that a tree allows, straight from the meaning of its blocks."""
    parts = [words(part, longest) for part in tree.parts]
    match tree.kind:
        case "task":
            found = {(tree.label,)}
        case "skip":
            found = {()}
        case "sub":
            found = parts[0]
        case "xor":
            found = set().union(*parts)
        case "seq":
            found = _fold(parts, _then, longest)
        case "and":
            found = _fold(parts, _mixed, longest)
        case "or":
            chosen = [c for n in range(1, len(parts) + 1) for c in combinations(parts, n)]
            found = set().union(*(_fold(list(c), _mixed, longest) for c in chosen))
        case _:  # loop: the body, then any number of times the way back and the body again
            found = parts[0]
            while (more := found | _fold([found, parts[1], parts[0]], _then, longest)) != found:
                found = more
    return {word for word in found if len(word) <= longest}


def _fold(parts: list[set[Word]], join, longest: int) -> set[Word]:
    found: set[Word] = {()}
    for part in parts:
        found = {word for a in found for b in part for word in join(a, b) if len(word) <= longest}
    return found


def _then(a: Word, b: Word) -> list[Word]:
    return [a + b]


def _mixed(a: Word, b: Word) -> list[Word]:
    if not a or not b:
        return [a + b]
    return [(a[0], *rest) for rest in _mixed(a[1:], b)] + [(b[0], *rest) for rest in _mixed(a, b[1:])]


def words_of(net: Net, longest: int) -> set[Word]:
    """Every word of at most `longest` labels that a net allows."""
    machine = compile_net(net)
    found, front = set(), {((), 0)}
    for _ in range(longest + 1):
        found |= {word for word, state in front if machine.accepting[state]}
        front = {
            ((*word, label), int(machine.next[state, k]))
            for word, state in front
            for k, label in enumerate(machine.activities)
            if machine.next[state, k] >= 0
        }
    return found


class Drawing:
    """BPMN text in the making."""

    def __init__(self) -> None:
        self.nodes: list[str] = []
        self.flows: list[tuple[str, str]] = []
        self._made = 0

    def id(self, prefix: str) -> str:
        self._made += 1
        return f"{prefix}{self._made}"

    def node(self, element: str, name: str = "", inner: str = "") -> str:
        made = self.id("n")
        self.nodes.append(f'<{element} id="{made}" name={quoteattr(name)}>{inner}</{element}>')
        return made

    def add(self, tree: Tree) -> tuple[str, str]:
        """Draw a tree; give its first and last node."""
        gateways = {
            "xor": "exclusiveGateway",
            "and": "parallelGateway",
            "or": "inclusiveGateway",
            "loop": "exclusiveGateway",
        }
        if tree.kind == "task":
            made = self.node("task", tree.label)
            return made, made
        if tree.kind == "sub":
            inner = Drawing()
            inner._made = self._made + 1000
            made = self.node("subProcess", "phần", inner.text(tree.parts[0]))
            self._made = inner._made
            return made, made
        if tree.kind == "seq":
            ends = [self.add(part) for part in tree.parts]
            self.flows += [(a[1], b[0]) for a, b in pairwise(ends)]
            return ends[0][0], ends[-1][1]
        first, last = self.node(gateways[tree.kind]), self.node(gateways[tree.kind])
        for number, part in enumerate(tree.parts):
            start, stop = (first, last) if tree.kind != "loop" or number == 0 else (last, first)
            if part.kind == "skip":
                self.flows.append((start, stop))
            else:
                a, b = self.add(part)
                self.flows += [(start, a), (b, stop)]
        return first, last

    def text(self, tree: Tree) -> str:
        start, end = self.node("startEvent"), self.node("endEvent")
        first, last = self.add(tree)
        self.flows += [(start, first), (last, end)]
        flows = [f'<sequenceFlow id="{self.id("f")}" sourceRef="{a}" targetRef="{b}"/>' for a, b in self.flows]
        return "\n".join([*self.nodes, *flows])


def definitions(body: str) -> str:
    """Put the inside of a process into a whole file."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<definitions xmlns="{MODEL}">\n<process id="p">\n{body}\n</process>\n</definitions>'


def drawn(path: Path, tree: Tree) -> Path:
    """Write a tree as a BPMN file."""
    path.write_text(definitions(Drawing().text(tree)), encoding="utf-8")
    return path
