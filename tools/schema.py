"""Writes docs/painmap.schema.json from the names and limits that the exchange file is read by."""

import json
from pathlib import Path

from painmap.exchange.schema import schema

if __name__ == "__main__":
    out = Path(__file__).parents[1] / "docs" / "painmap.schema.json"
    out.write_text(json.dumps(schema(), indent=1) + "\n", encoding="utf-8")
    print(f"Wrote {out}.")
