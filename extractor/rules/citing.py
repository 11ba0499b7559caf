"""Where a rule comes from: a clause of the notice, a law or standard, or practice with a reason."""

from extractor.programmes.programme import load_programme
from models.finding import Citation


class Clauses(Citation):
    """Clauses by number; the words are those of the programme that is being checked."""

    clauses: tuple[str, ...]


def notice(*clauses: str) -> Clauses:
    """These clauses of the notice, quoted from the current programme."""
    quoted = load_programme().citation(*clauses)
    return Clauses(title=quoted.title, passage=quoted.passage, clauses=clauses)


def law(title: str, passage: str) -> Citation:
    """A law, a standard or a published form, with the words that count."""
    return Citation(title=title, passage=passage)


def practice(reason: str) -> Citation:
    """Ordinary practice of reviewers, with the reason for it."""
    return Citation(title="核验惯例", passage=reason)
