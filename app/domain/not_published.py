"""Documents whose own name says that they are not for everybody: whoever cites one names it to members alone."""

import re

_MARKED = re.compile(
    r"not for (?:publication|public|release|circulation)|(?:strictly|private and|commercially) confidential"
    r"|^confidential(?! (?:inquir|enquir))|confidential$|confidential (?:minutes|report|paper|list|appendi|note)"
    r"|official sensitive|exempt (?:minutes|report|paper|appendi|information|session)"
    r"|part (?:2|ii) (?:minutes|report|paper)",
    re.IGNORECASE,
)


def is_not_for_publication(title: str) -> bool:
    """Tell whether the title or file name of a document says that it is not for everybody.

    >>> [is_not_for_publication(it) for it in ("members_NOT-FOR-PUBLICATION.pdf", "Confidential Enquiry into Deaths")]
    [True, False]
    """
    words = re.sub(r"[\W_]+", " ", re.sub(r"\.[A-Za-z]{2,5}$", "", title.strip())).strip()
    return bool(_MARKED.search(words))
