"""A path per line in; {"path", "score"} per line out, the score null when the program cannot read the file."""

import json
import sys

from minosse import analyze_path

for line in sys.stdin:
    path = line.rstrip("\n")
    try:
        score = float(analyze_path(path).score)
    except Exception as error:  # whatever a foreign program throws is no answer, and the next picture follows
        print(f"{path}: {error}", file=sys.stderr)
        score = None
    print(json.dumps({"path": path, "score": score}), flush=True)
