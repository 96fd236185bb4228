"""Bring the tables of this home to the shape that this version wants."""


def migrate() -> None:
    """Do what is not yet done; costs little where all is. Django must have been started."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
