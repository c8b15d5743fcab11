"""Ids that no place may have."""

RESERVED_AREA_IDS = frozenset(
    "about accessibility account admin api ask asked-for balance booklet calendars capacity changes compare data"
    " diagrams docs dump duplicates"
    " edit embed export favicon.ico feeds fragility gaps glossary graphql healthz help history login logout meetings"
    " import metrics outside-bodies"
    " panel people posts privacy questions readyz registers relationships report-back robots.txt routes"
    " schema.graphql search seats sign-in sign-out sitemap.xml social sources static stories suggest"
    " suggestions terms tour vacancies who".split()
)
"""First segments of page addresses, so no area may have one of these ids."""
