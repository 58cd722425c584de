"""Other programs, on the same people."""
PEOPLE = 10000


def measured(*_rest):
    return {}
