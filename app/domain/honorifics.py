"""What stands before and after a person's name and is no part of it: one list, for finding people and for the check."""

from collections.abc import Sequence

TITLES = frozenset(
    "cllr cllrs councillor cnclr cyng cynghorydd mr mrs ms miss mx dr doctor prof professor rev revd reverend fr father"
    " sir dame lord lady baroness baron hon honourable canon imam rabbi ald alderman insp inspector supt superintendent"
    " sgt sergeant pc ds dci det detective constable chief col colonel cmdr commander capt captain major mayor".split()
)
"""Words before a person's name, in lower case and without full stops."""
_LEADING = frozenset({"y", "rt", "right", "ch", "asst"})
"""Words that belong to the title that follows them: `Rt Hon`, `Ch Insp`. By themselves they are part of a name."""
STARTS = TITLES | _LEADING
"""Words that a name with titles before it begins with."""
HONOURS = frozenset("obe mbe cbe dbe kbe gbe bem qpm kc qc td jp dl mp msp ms mla mep phd frcp frcs rn".split())
"""Words after a person's name, in lower case and without full stops."""


def titles_before(words: Sequence[str]) -> int:
    """Count the titles at the beginning of a name, given as words in lower case; one word is left as the name."""
    found = 0
    for at, word in enumerate(words[:-1]):
        if word in TITLES:
            found = at + 1
        elif word not in _LEADING:
            break
    return found


def honours_after(words: Sequence[str]) -> int:
    """Count the honours at the end of a name, given as words in lower case; one word is left as the name."""
    found = 0
    while found < len(words) - 1 and words[-1 - found] in HONOURS:
        found += 1
    return found
