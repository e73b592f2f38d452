"""Which graphs do the tools get? The sample, hostile documents, some of the corpus, and one graph of all together."""
from dataclasses import dataclass
from pathlib import Path

from hostile import HOSTILE, write
from tools import FORMATS, ROOT, SHARED

SAMPLE = ROOT / "examples/nato-missions.json"


def corpus():
    """All documents of the corpus, of the repository or else of the folder beside it."""
    for folder in (ROOT / "corpus/uk", SHARED / "corpus-uk"):
        if found := sorted(folder.glob("*.json")):
            return found
    return []


@dataclass(frozen=True)
class Input:
    paths: tuple
    options: tuple = ()
    # Whether RDF/XML can say it.
    xml: bool = True
    # Only one profile of each format but N-Quads, for the sake of time.
    big: bool = False

    def formats(self, profile):
        """The formats that it is written in."""
        return [f for f in FORMATS[profile] if self.xml or f != "rdf"]

    def read(self, profile):
        """The formats in which the tools read it."""
        defaults = {"reified": ("ttl", "nt", "rdf"), "graphs": ("trig", "nq", "jsonld"), "rdf12": FORMATS["rdf12"]}
        return [f for f in self.formats(profile) if not self.big or f in defaults[profile]]


CORPUS = corpus()
SOME = CORPUS[:: max(1, len(CORPUS) // 10)][:10]
# The merged graph has all that goes with the default options, that RDF/XML can say and that no tool stumbles over by itself.
MERGED = tuple(name for name, hostile in HOSTILE.items() if hostile.xml and hostile.merge and not hostile.options)


def inputs(folder):
    """Writes the hostile documents; returns all inputs by name."""
    paths = write(Path(folder))
    found = {"sample": Input((SAMPLE,))}
    found |= {f"hostile-{name}": Input((paths[name],), hostile.options, hostile.xml) for name, hostile in HOSTILE.items()}
    found |= {path.stem: Input((path,)) for path in SOME}
    found["merged"] = Input((SAMPLE, *(paths[name] for name in MERGED), *CORPUS), big=True)
    return found


def names():
    """The names of all inputs, which are known before they are written, and whether RDF/XML can say each and which is big."""
    return {"sample": Input(()), **{f"hostile-{name}": Input((), (), hostile.xml) for name, hostile in HOSTILE.items()},
            **{path.stem: Input(()) for path in SOME}, "merged": Input((), big=True)}
