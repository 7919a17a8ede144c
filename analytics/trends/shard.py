"""The lines of one shard: a head, one line an account, an end that proves the shard whole."""

import json
from itertools import groupby
from zlib import crc32

from trends.account import profile
from trends.peers import group_of

SCHEMA = 1


def shard_of(account, shards):
    return crc32(account.encode()) % shards


def profiles(records, until, weight_of, shard, shards):
    """(group, transactions, weights by bucket, line) of each account of a partition, sorted by account."""
    for account, own in groupby(records, key=lambda record: record[0]):
        if shard_of(account, shards) != shard:
            raise RuntimeError(f"account {account} is in partition {shard}, not in that of its shard")
        found, currency, channel, amounts = profile(account, (record[1:] for record in own), until, weight_of)
        group = group_of(currency, channel, found["transactions"])
        yield group, found["transactions"], amounts.buckets, json_line({**found, "group": group})


def lines(found, generation, shard, groups):
    """The head names the generation and the groups large enough to compare with."""
    yield json_line({"schema": SCHEMA, "generation": generation, "shard": shard, "groups": groups})
    accounts = 0
    for _, _, _, line in found:
        accounts += 1
        yield line
    yield json_line({"end": True, "accounts": accounts})


def json_line(content):
    return json.dumps(content, separators=(",", ":"))
