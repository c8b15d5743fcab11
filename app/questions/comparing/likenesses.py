"""Themes that places call differently and mean alike, so that two places can be put next to each other.

A line is one theme under the names that partnerships use for it. What is only near it (mental health and health,
homelessness and housing) is a theme of its own.
"""

_ALIKE = (
    "whole sector|third sector|voluntary sector|voluntary and community sector|voluntary, community and faith sector",
    "children and families|children and young people|children, young people and families|children|young people"
    "|children and youth|families",
    "older people|older adults|ageing|ageing well|ageing better",
    "health|health and care|health and social care|health and wellbeing|healthier communities",
    "mental health|mental health and wellbeing|emotional wellbeing",
    "learning disability|learning disabilities|learning difficulties",
    "physical and sensory disability|physical and sensory disabilities|physical disability|disability|disabled people",
    "community safety|communities and safety|safer communities|safer and stronger communities|crime and disorder"
    "|crime and community safety",
    "ethnic communities|ethnic minorities|black and minority ethnic communities|bme communities|race equality",
    "faith|faith groups|faith communities|faith and belief",
    "housing|homes|housing and homes",
    "homelessness|homeless people|rough sleeping",
    "environment|environment and climate|climate|climate change|sustainability",
    "economy|economic development|economy and skills|jobs and skills|employment and skills|enterprise",
    "regeneration|regeneration and homes|neighbourhood renewal|neighbourhoods",
    "community development|community cohesion|cohesion|stronger communities",
    "carers|unpaid carers|carers and families",
    "transport|travel|transport and travel",
    "culture|arts and culture|culture and leisure|sport, arts, skills and volunteering|culture, sport and leisure",
)

ALIKE = {name: line.partition("|")[0] for line in _ALIKE for name in line.split("|")}
"""By every name, as `theme_key` writes it, the first of its line."""
