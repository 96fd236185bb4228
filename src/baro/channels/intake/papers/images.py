"""Photographs and scans: opened within limits, written again without what the camera or the program told of itself."""

import io
import warnings

from PIL import Image, ImageOps

from baro.rules.prescribed.refusals import Refused

MOST_PIXELS = 40_000_000  # an A4 page at 600 dots per inch has 35 million
_FORMATS = {".jpg": "JPEG", ".png": "PNG"}
_QUALITY = 92


def read_image(content: bytes, kind: str) -> bytes:
    """Give the picture as it looks, upright, and nothing else: no place, no date, no device. Raises `Refused("paper.unreadable"
    | "paper.too_heavy" | "paper.too_many_pixels")`."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            picture = Image.open(io.BytesIO(content), formats=[_FORMATS[kind]])
            if picture.width * picture.height > MOST_PIXELS:
                raise Refused("paper.too_many_pixels", most=MOST_PIXELS // 1_000_000)
            picture.load()
            return _written(picture, kind)
    except Refused:
        raise
    except Image.DecompressionBombError as error:
        raise Refused("paper.too_many_pixels", most=MOST_PIXELS // 1_000_000) from error
    except MemoryError as error:
        raise Refused("paper.too_heavy") from error
    except Exception as error:  # whatever breaks over a file that somebody made is the file's
        raise Refused("paper.unreadable") from error


def _written(picture: Image.Image, kind: str) -> bytes:
    out, upright = io.BytesIO(), ImageOps.exif_transpose(picture)
    bare = Image.new(upright.mode, upright.size)
    bare.paste(upright)
    if upright.mode == "P":
        bare.putpalette(upright.getpalette() or [])
    if kind == ".jpg":
        bare.save(out, "JPEG", quality=_QUALITY, optimize=True)
    else:
        bare.save(out, "PNG", optimize=True)
    return out.getvalue()
