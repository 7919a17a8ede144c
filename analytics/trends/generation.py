"""A generation of profiles: named for what it was made of, and visible only once it is whole."""

import json
from hashlib import sha256

from trends.shard import SCHEMA


def name_of(arguments, totals):
    """The same records and the same arguments give the same name, hence the same files."""
    _, _, mark = totals
    content = [SCHEMA, arguments.until.isoformat(), arguments.days, arguments.half_life, arguments.shards, mark]
    return f"{arguments.until.isoformat()}-{sha256(json.dumps(content).encode()).hexdigest()[:12]}"


def manifest_of(arguments, generation, totals):
    accounts, transactions, _ = totals
    return json.dumps(
        {
            "schema": SCHEMA,
            "generation": generation,
            "from": arguments.window[0].isoformat(),
            "until": arguments.until.isoformat(),
            "halfLifeDays": arguments.half_life,
            "shards": arguments.shards,
            "accounts": accounts,
            "transactions": transactions,
        }
    )


def publish(storage, arguments, generation, totals, write_shards):
    """Shards, then the generation's manifest, then `current.json`: who reads begins there, and never sees half."""
    folder = f"{arguments.profiles}/generations/{generation}"
    manifest = f"{folder}/manifest.json"
    if not storage.exists(manifest):
        # What a run that died left behind.
        storage.delete(folder)
        write_shards(folder + "/shards")
        storage.write(manifest, manifest_of(arguments, generation, totals))
    storage.write(f"{arguments.profiles}/current.json", storage.read(manifest))
