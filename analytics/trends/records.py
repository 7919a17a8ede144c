"""The records of the window, each account in the partition of its shard: the one shuffle of the job."""

from pyspark.sql import functions as f

COLUMNS = {
    "id": "string",
    "accountId": "string",
    "counterpartyId": "string",
    "amountMinor": "bigint",
    "currency": "string",
    "occurredAt": "string",
    "channel": "string",
    "country": "string",
    "revision": "bigint",
}
DAY = 86_400
CHANNELS = ["card", "wire", "instant", "ach", "cash"]


def folders_of(arguments, exists):
    """The days' folders that are there."""
    folders = [f"{arguments.records}/date={day.isoformat()}" for day in arguments.window]
    present = [folder for folder in folders if exists(folder)]
    if not present:
        refuse_nothing(arguments)
    return present


def refuse_nothing(arguments):
    raise SystemExit(
        f"trends: no records of {arguments.window[0]} to {arguments.window[-1]} in {arguments.records}; "
        "nothing is published. Give the folder and the dates of records that exist."
    )


def read(spark, folders, arguments):
    """The records, checked: one of another shape ends the run, since profiles of half the truth mislead."""
    schema = ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items())
    found = spark.read.schema(schema).option("mode", "FAILFAST").json(folders)
    missing = f.lit(False)
    for name in COLUMNS:
        missing = missing | f.col(name).isNull()
    second = f.unix_timestamp(f.to_timestamp("occurredAt", "yyyy-MM-dd'T'HH:mm:ss.SSSX"))
    first = arguments.until_second - arguments.days * DAY
    outside = second.isNull() | (second < first) | (second >= arguments.until_second)
    foreign = ~f.col("channel").isin(CHANNELS) | (f.col("amountMinor") <= 0) | outside
    wrong = f.concat(
        f.lit("trends: a record is not of the shape that score writes; nothing is published. Its id: "),
        f.coalesce("id", f.lit("none")),
    )
    # `when` takes what is null for false, so the two are asked one after the other.
    checked = f.when(missing, f.raise_error(wrong)).when(foreign, f.raise_error(wrong)).otherwise(f.col("id"))
    return found.select(
        "accountId",
        checked.alias("id"),
        "counterpartyId",
        "amountMinor",
        "currency",
        second.alias("second"),
        "channel",
        "country",
    )


def by_shard(spark, found, shards):
    """The partition with the number of each shard, sorted by account, time and id."""
    slots = f.array(*[f.lit(slot) for slot in _slots(spark, shards)])
    shard = f.crc32(f.col("accountId")) % shards
    spread = found.withColumn("slot", f.element_at(slots, (shard + 1).cast("int"))).repartition(shards, "slot")
    return spread.drop("slot").sortWithinPartitions("accountId", "second", "id")


def _slots(spark, shards):
    """A number for each partition that Spark's own hash sends there. It says so itself: nothing is assumed of it."""
    place = f.pmod(f.hash("slot"), f.lit(shards))
    numbers = spark.range(0, 64 * shards, 1, 1).select(f.col("id").cast("int").alias("slot"))
    chosen = numbers.groupBy(place.alias("place")).agg(f.min("slot").alias("slot")).orderBy("place").collect()
    if len(chosen) != shards:
        raise RuntimeError(f"only {len(chosen)} of {shards} partitions can be reached")
    return [row.slot for row in chosen]
