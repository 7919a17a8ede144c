"""The Spark job: `spark-submit --py-files trends.zip main.py --records … --profiles …`."""

import sys
from datetime import datetime, timezone
from hashlib import blake2b

from pyspark import StorageLevel
from pyspark.sql import SparkSession

from trends import arguments as told
from trends import generation, peers, records, shard
from trends.amounts import weights
from trends.storage import Storage

# Of the groups' numbers, of which there are some hundred whatever the number of accounts.
GROUP_PARTITIONS = 8
MARKS = 1 << 64


def run(spark, arguments):
    storage = Storage(spark)
    folders = records.folders_of(arguments, storage.exists)
    weight_of = weights(arguments.days, arguments.half_life)
    until, shards = arguments.until_second, arguments.shards
    found = records.by_shard(spark, records.read(spark, folders, arguments), shards).rdd.mapPartitionsWithIndex(
        lambda index, rows: shard.profiles(map(tuple, rows), until, weight_of, index, shards)
    )
    # Read twice: for the groups and totals, then for the shards.
    found = found.persist(StorageLevel.MEMORY_AND_DISK)
    totals = found.map(_totals_of).treeAggregate((0, 0, 0), _add, _add)
    if totals[0] == 0:
        records.refuse_nothing(arguments)
    groups = (
        found.map(lambda one: one[:3])
        .mapPartitions(lambda members: peers.tally(members).items())
        .reduceByKey(peers.merge, GROUP_PARTITIONS)
        .filter(lambda one: one[1][0] >= peers.LEAST_ACCOUNTS)
        .mapValues(lambda tally: peers.summary(*tally))
        .collectAsMap()
    )
    groups = dict(sorted(groups.items()))
    name = generation.name_of(arguments, totals)

    def write_shards(folder):
        found.mapPartitionsWithIndex(lambda index, ones: shard.lines(ones, name, index, groups)).saveAsTextFile(
            folder, "org.apache.hadoop.io.compress.GzipCodec"
        )

    generation.publish(storage, arguments, name, totals, write_shards)
    return name, totals


def _totals_of(one):
    """Accounts, transactions, and a mark of all profiles that does not depend on their order."""
    _, transactions, _, line = one
    return 1, transactions, int.from_bytes(blake2b(line.encode(), digest_size=8).digest(), "big")


def _add(one, other):
    return one[0] + other[0], one[1] + other[1], (one[2] + other[2]) % MARKS


def main():
    arguments = told.read(sys.argv[1:], datetime.now(timezone.utc).date())
    spark = (
        SparkSession.builder.appName("trends")
        # Times of the records are in UTC, whatever the machine thinks.
        .config("spark.sql.session.timeZone", "UTC")
        # Shards go to their place as each is done: nobody reads them before the manifest, and S3 renames by copying.
        .config("spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version", "2")
        .getOrCreate()
    )
    try:
        name, (accounts, transactions, _) = run(spark, arguments)
        print(f"trends: published {name}: {accounts} accounts, {transactions} transactions")
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
