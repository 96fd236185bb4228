"""Ends of dossiers, as the honest on-time rate tells them apart."""

from baro.rules.observed.kinds import Kind

WITHOUT_RESULT = (int(Kind.REFUSED), int(Kind.WITHDRAWN), int(Kind.STOPPED))
"""The kinds of end that bring the applicant no result."""
WITH_RESULT = (int(Kind.RELEASED),)
"""The kind of end that brings one: it is to be digitised."""
