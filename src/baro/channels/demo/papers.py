"""Papers of the demo's dossiers: small unsigned PDFs that say of themselves that they are made up."""

import io
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

from baro.rules.observed.papers import Part

_COMPONENTS = ("Đơn đăng ký", "Giấy tờ về quyền sử dụng đất", "Trích đo địa chính", "Chứng từ nghĩa vụ tài chính")
RESULT = "Giấy chứng nhận (mẫu)"
_SIZE, _DOTS = (620, 877), 75  # A4 at 75 dots per inch
_SAID = "DU LIEU TONG HOP, KHONG CO THAT"


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPaper:
    """A paper of the `number`-th dossier shown: with a copy of its own, with that of the dossier before it, or with none yet."""

    part: Part
    title: str
    has_copy: bool
    is_reused: bool = False


def papers_of(number: int, *, has_result: bool) -> tuple[DemoPaper, ...]:
    """The papers of a dossier: two to four components, some without a copy, every fifth used again; of the results that no step
    digitised, every third was brought here since."""
    components = tuple(
        DemoPaper(
            part=Part.COMPONENT, title=_COMPONENTS[k], has_copy=(number + k) % 3 != 0, is_reused=(number + k) % 5 == 4 and k == 1 and number > 0
        )
        for k in range(2 + number % 3)
    )  # fmt: skip
    result = (DemoPaper(part=Part.RESULT, title=RESULT, has_copy=True),) if has_result and number % 3 == 0 else ()
    return components + result


def page_of(title: str) -> bytes:
    """A page that bears its title and that it is made up, as a PDF."""
    page = Image.new("L", _SIZE, 255)
    draw, font = ImageDraw.Draw(page), ImageFont.load_default(18)
    draw.rectangle((40, 40, _SIZE[0] - 40, _SIZE[1] - 40), outline=160)
    draw.text((70, 80), _SAID, fill=90, font=font)
    draw.text((70, 120), f"{len(title)} - {sum(map(ord, title)) % 10_000}", fill=160, font=font)
    out = io.BytesIO()
    page.save(out, "PDF", resolution=_DOTS)
    return out.getvalue()
