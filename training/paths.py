"""Where does everything lie?"""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("NEWSGRAPH_DATA", ROOT.parent / "shared" / "data"))
CORPUS = ROOT / "corpus" / "uk"
TAGSET = ROOT / "ontology" / "lexicon" / "uk" / "tagset.tsv"
PARLAMINT = DATA / "ud-uk-parlamint"
SLAVIC = DATA / "ud-slavic"
DICTIONARY = DATA / "uk-dictionary" / "ukrainian.dict"
ENCODER = Path(os.environ.get("NEWSGRAPH_ENCODER", ROOT / "training" / ".cache" / "e5-small-q4.bin"))
CACHE = Path(os.environ.get("NEWSGRAPH_CACHE", ROOT / "training" / ".cache"))
