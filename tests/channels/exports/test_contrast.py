"""Every text can be read: 4.5 : 1 against what it stands on (WCAG 2.2, 1.4.3), computed from the colours in use."""

import re

import pytest

from baro.channels.exports.html import theme
from baro.channels.exports.html.engine import asset

LEAST = 4.5
STYLE = asset("report.css")
TOKENS = dict(re.findall(r"--([a-z-]+):(#[0-9A-Fa-f]+)", STYLE))


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    digits = colour.lstrip("#")
    digits = "".join(c * 2 for c in digits) if len(digits) == 3 else digits
    parts = [int(digits[k : k + 2], 16) / 255 for k in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(text: str, ground: str) -> float:
    light, dark = sorted((luminance(text), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def colour_of(value: str) -> str:
    named = re.fullmatch(r"var\(--([a-z-]+)\)", value)
    return TOKENS[named[1]] if named else value


def rules() -> list[tuple[str, str, str]]:
    """Selector, text colour and ground of every rule that sets a text colour; the page is white where it sets none."""
    found = []
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", STYLE):
        given = dict(re.findall(r"(?:^|;)(color|background):([^;]+)", body))
        if given.get("color", "inherit") != "inherit":
            found.append((selector.strip(), colour_of(given["color"]), colour_of(given.get("background", "#FFFFFF"))))
    return found


def test_contrast_is_computed_as_the_standard_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)  # the well-known grey that fails


def test_many_rules_are_looked_at() -> None:
    assert len(rules()) > 25
    assert {".state.late", ".state.soon", ".state.unknown", ".synthetic"} <= {s for s, _, _ in rules()}


@pytest.mark.parametrize(("selector", "text", "ground"), rules())
def test_every_text_of_the_page_stands_out(selector: str, text: str, ground: str) -> None:
    assert contrast(text, ground) >= LEAST, selector


@pytest.mark.parametrize("text", ["ink", "second", "accent", "late", "odd"])
@pytest.mark.parametrize("ground", ["paper", "ground"])
def test_a_row_pointed_at_stays_readable(text: str, ground: str) -> None:
    assert contrast(TOKENS[text], TOKENS[ground]) >= LEAST


@pytest.mark.parametrize("text", [theme.INK, theme.SECOND_INK, theme.LATE, theme.UNFORESEEN])
def test_every_text_of_charts_and_maps_stands_out(text: str) -> None:
    assert contrast(text, theme.PAPER) >= LEAST


@pytest.mark.parametrize("ground", [*theme.HEAT, "#F6F7F9", "#FFF9EC"])
def test_ink_stands_out_on_every_cell_of_the_heat_map_and_on_marked_rows(ground: str) -> None:
    assert contrast(theme.INK, ground) >= LEAST


def test_colours_of_the_style_sheet_and_of_the_charts_are_the_same() -> None:
    assert (TOKENS["ink"], TOKENS["second"], TOKENS["late"], TOKENS["odd"]) == (
        theme.INK, theme.SECOND_INK, theme.LATE, theme.UNFORESEEN,
    )  # fmt: skip
