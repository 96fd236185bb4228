"""Say from what device a session comes, in words a person recognises."""

from django import template

register = template.Library()

_BROWSERS = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("coc_coc", "Cốc Cốc"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "máy Mac"), ("Linux", "Linux"))  # fmt: skip


@register.filter
def device(user_agent: str) -> str:
    """Name browser and system; the first that fits, most particular first."""
    browser = next((name for sign, name in _BROWSERS if sign in user_agent), "")
    system = next((name for sign, name in _SYSTEMS if sign in user_agent), "")
    return f"{browser} trên {system}" if browser and system else browser or system or "Thiết bị không rõ"
