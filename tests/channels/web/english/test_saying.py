"""How a template is cut and written anew, and how a sentence is known again: what is data stays as it is."""

from pathlib import Path

import pytest
from django import forms
from django.utils import translation
from django.utils.safestring import mark_safe

from baro.channels.web.english.as_written import AsWritten
from baro.channels.web.english.catalogue import Catalogue
from baro.channels.web.english.found import sentences_of
from baro.channels.web.english.pieces import Kind, pieces
from baro.channels.web.english.rewriting import in_english
from baro.channels.web.english.templatetags.english import english

TEMPLATES = sorted((Path(__file__).parents[4] / "src/baro/channels/web").rglob("templates/**/*.html"))
KNOWN = Catalogue(
    [
        ("Quá hạn", "Late"),
        ("xong", "done"),
        ("Hẹn trả {{ due }}", "Due {{ due }}"),
        ("Lọc", "Filter"),
        ("chưa ghi", "not recorded"),
        ("Xin ghi lý do.", "Please give the reason."),
        ("Hồ sơ {code} chậm {n} ngày", "Dossier {code} is {n} days late"),
        ("{0}, đến hết {1}", "{0|words}, until the end of {1}"),
        ("tháng {0|figures}", "month {0}"),
        ("{0} (bước {1})", "{0} (step {1})"),
        ("{0} ngày làm việc", "{0} working days"),
        ("{0}/{1} để thời hạn {2}", "{0}/{1} have the limit {2|words}"),
    ]
)


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: "/".join(file.parts[-2:]))
def test_the_pieces_of_a_template_are_the_template(file):
    source = file.read_text("utf-8")
    assert "".join(piece.text for piece in pieces(source)) == source


def messages(source: str) -> list[str]:
    return [piece.text for piece in pieces(source) if piece.kind is Kind.MESSAGE]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("<p>Hẹn trả {{ due }}</p>", ["Hẹn trả {{ due }}"]),
        ('<a href="/ho-so" title="Mở {{ x }}" class="btn">Xem</a>', ["Mở {{ x }}", "Xem"]),
        ('<input value="{{ x }}" data-word="Xong" placeholder="mọi đơn vị">', ["mọi đơn vị"]),
        ("<script>const a = 'Xin chào';</script><style>b::before{content:'Xong'}</style>Xong", ["Xong"]),
        ("{% comment %}Xong{% endcomment %}<!-- Xong -->{# Xong #}{{ x }} – {{ y }}", []),
        ("{% block body_class %}wide{% endblock %}{% block title %}Hồ sơ{% endblock %}", ["Hồ sơ"]),
        ("<{% if a %}a{% else %}button{% endif %} class='x'>Xong</{% if a %}a{% else %}button{% endif %}>Lọc", ["Xong", "Lọc"]),
        ("<p{% if a %} class=\"b\"{% endif %}>Một {% if a %}hai{% endif %}</p>", ["Một", "hai"]),
    ],
)  # fmt: skip
def test_a_message_is_what_a_person_reads(source, said):
    assert messages(source) == said


def test_a_template_is_written_anew_with_its_spaces_and_values():
    source = '<html lang="vi"><p> Hẹn trả\n {{ due }} </p><button>Lọc</button>{{ unit|default:"chưa ghi" }}'
    assert in_english(source, "a.html", KNOWN.sentences) == (
        '<html lang="en"><p> Due {{ due }} </p><button>Filter</button>{{ unit|default:"not recorded" }}'
    )


def test_what_is_not_known_stays_and_says_which_language_it_is():
    assert in_english("<p>Lạ {{ x }}</p>", "a.html", KNOWN.sentences) == '<p><span lang="vi">Lạ {{ x }}</span></p>'
    assert (
        in_english('<p title="Lạ"></p><title>Lạ</title>', "a.html", KNOWN.sentences)
        == '<p title="Lạ"></p><title>Lạ</title>'
    )


def test_a_document_stays_as_it_is():
    assert in_english("<p>Quá hạn</p>", "books/form.html", KNOWN.sentences) == "<p>Quá hạn</p>"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Quá hạn", "Late"),
        ("quá hạn", "late"),
        (" Quá hạn ", " Late "),
        ("Hồ sơ H26-1 chậm 3 ngày", "Dossier H26-1 is 3 days late"),
        ("Hồ sơ Quá hạn chậm 3 ngày", "Dossier Quá hạn is 3 days late"),
        ("Quá hạn, đến hết 25/04/2024", "Late, until the end of 25/04/2024"),
        ("Quá hạn; xong", "Late; done"),
        ("Tháng 4/2024", "Month 4/2024"),
        ("tháng của Lan", "tháng của Lan"),
        ("Quá hạn: Phòng Một", "Late: Phòng Một"),
        ("Phòng Một làm. Xin ghi lý do.", "Phòng Một làm. Please give the reason."),
        ("Thẩm định, ký (bước 3)", "Thẩm định, ký (step 3)"),
        ("2/2 để thời hạn 2 ngày làm việc", "2/2 have the limit 2 working days"),
        ("Phòng Quá hạn", "Phòng Quá hạn"),
        ("", ""),
    ],
)
def test_a_sentence_is_known_again_and_what_fills_it_stays(text, said):
    assert KNOWN.say(text) == said


def test_the_messages_of_python_are_its_literals_with_blanks():
    source = '"""Tài liệu."""\nA = {"late": "Quá hạn", "code": "late"}\nB = f"Hồ sơ {x} chậm {y:d} ngày"\nC = f"{x} của {y}"\nD = "Khoản 9 Điều 19"\nE = "a.b = xem hồ sơ\\na.c = ghi"'
    assert set(sentences_of(source)) == {"Quá hạn", "Hồ sơ {0} chậm {1} ngày", "xem hồ sơ"}


class Choosing(forms.Form):
    """A field whose choices are words, and one whose choices are data."""

    state = forms.ChoiceField(choices=[("late", "Quá hạn")])
    procedure = forms.ChoiceField(choices=[("", "Không nêu"), ("1", "Quá hạn")])


def test_choices_are_said_but_where_they_are_data():
    form = Choosing()
    with translation.override("en"):
        assert 'value="late">Late<' in str(form["state"])
        assert 'value="" selected>None<' in str(form["procedure"]) and 'value="1">Quá hạn<' in str(form["procedure"])
    assert 'value="late">Quá hạn<' in str(form["state"])


def test_what_a_person_wrote_stays_and_markup_is_said_between_its_tags():
    assert english(AsWritten("Quá hạn")) == "Quá hạn"
    assert english("Quá hạn") == "Late"
    assert english(mark_safe("<ul><li>Quá hạn</li></ul>")) == "<ul><li>Late</li></ul>"
    assert english("Phòng Một", "Quá hạn|xong") == "Phòng Một"
    assert english("Quá hạn, xong", "Quá hạn|xong") == "Late, done"
    assert english(7) == 7
