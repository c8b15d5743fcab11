"""The formats that a place leaves in: the command, the addresses, `/api` and the documents read this one list."""

from collections.abc import Callable
from dataclasses import dataclass

from app.exchange.formats import cypher_script, dot, gexf, graphml, json_lines, mermaid, org, popolo, tables, yaml_file
from app.exchange.formats.losses import Lost
from app.exchange.formats.public_facts import PublicFacts


@dataclass(frozen=True, kw_only=True, slots=True)
class Format:
    """One way to write the public facts of a place."""

    name: str
    """The word by which the command knows it."""
    title: str
    ending: str
    """Of its files, after the place's id and a dot."""
    media_type: str
    description: str
    """What it is for, in a sentence."""
    write: Callable[[PublicFacts], bytes]
    lost: Callable[[PublicFacts], tuple[Lost, ...]]
    """What is recorded and it cannot hold."""
    is_text: bool = True
    """Whether it can be printed."""


FORMATS = (
    Format(
        name="popolo",
        title="Popolo JSON",
        ending="popolo.json",
        media_type="application/json",
        description="Bodies, people, seats, who holds them, and meetings, for programs that know the Popolo standard.",
        write=popolo.popolo,
        lost=popolo.lost,
    ),
    Format(
        name="org-turtle",
        title="W3C ORG in Turtle",
        ending="ttl",
        media_type="text/turtle",
        description="Linked data in the Organization Ontology, to be joined with what others publish.",
        write=org.org_turtle,
        lost=org.lost,
    ),
    Format(
        name="org-jsonld",
        title="W3C ORG in JSON-LD",
        ending="jsonld",
        media_type="application/ld+json",
        description="The same linked data as JSON.",
        write=org.org_json_ld,
        lost=org.lost,
    ),
    Format(
        name="yaml",
        title="the data format in YAML",
        ending="yaml",
        media_type="application/yaml",
        description="The data file that `partnerships load` takes, to go on with it on another site.",
        write=yaml_file.yaml_file,
        lost=yaml_file.lost,
    ),
    Format(
        name="xlsx",
        title="a workbook of all entries",
        ending="xlsx",
        media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        description="A sheet for each sort of entry, to work on in a spreadsheet; `partnerships import` takes it back.",
        write=tables.workbook,
        lost=tables.lost,
        is_text=False,
    ),
    Format(
        name="csv",
        title="a bundle of CSV",
        ending="csv.zip",
        media_type="application/zip",
        description="The same tables as CSV in a zip, for any program that reads tables; it comes back, too.",
        write=tables.csv_bundle,
        lost=tables.lost,
        is_text=False,
    ),
    Format(
        name="graphml",
        title="GraphML",
        ending="graphml",
        media_type="application/graphml+xml",
        description="The graph with all that it says, for yEd, Cytoscape, NetworkX and other tools that read graphs.",
        write=graphml.graphml,
        lost=graphml.lost,
    ),
    Format(
        name="gexf",
        title="GEXF",
        ending="gexf",
        media_type="application/gexf+xml",
        description="The graph with all that it says, for Gephi.",
        write=gexf.gexf,
        lost=gexf.lost,
    ),
    Format(
        name="cypher",
        title="a Cypher script",
        ending="cypher",
        media_type="application/x-cypher-query",
        description="The graph with all that it says, as statements for a graph database of one's own.",
        write=cypher_script.cypher_script,
        lost=cypher_script.lost,
    ),
    Format(
        name="jsonl",
        title="JSON Lines",
        ending="jsonl",
        media_type="application/jsonl",
        description="Every fact as it is recorded, a line each; all places together are at `/data/dump.jsonl`.",
        write=json_lines.json_lines,
        lost=json_lines.lost,
    ),
    Format(
        name="dot",
        title="Graphviz DOT",
        ending="dot",
        media_type="text/vnd.graphviz",
        description="Bodies, seats, people and the lines between them, to be laid out and drawn by Graphviz.",
        write=dot.dot,
        lost=dot.lost,
    ),
    Format(
        name="mermaid",
        title="a Mermaid flowchart",
        ending="mmd",
        media_type="text/vnd.mermaid",
        description="The same as a picture that stands in a page of Markdown.",
        write=mermaid.mermaid,
        lost=mermaid.lost,
    ),
)


def format_named(name: str) -> Format | None:
    """Return the format of a name, if there is one."""
    return next((each for each in FORMATS if each.name == name), None)
