"""Routes and addresses of the pages, for whoever walks through them."""

from urllib.parse import urlsplit

from django.urls import Resolver404, get_resolver, resolve, reverse


def address_of(route: str) -> str:
    """The address of a route that has no parts; "" for others."""
    space, _, name = route.rpartition(":")
    resolver = get_resolver().namespace_dict[space][1] if space else get_resolver()
    possible, *_ = resolver.reverse_dict.getlist(name)[0]
    return reverse(route) if not possible[0][1] else ""


def route_of(address: str) -> str:
    """The route that an address leads to; "" for what is none."""
    try:
        return resolve(urlsplit(address).path).view_name
    except Resolver404:
        return ""
