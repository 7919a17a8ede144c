"""What a profile says of an account, without Spark. Run by profiles.test.ts."""

import json
import unittest
from datetime import date
from zlib import crc32

from trends import amounts, arguments, generation, peers, shard
from trends.account import DAY, profile
from trends.most_frequent import MostFrequent

UNTIL = 1_800_000_000 // DAY * DAY
FLAT = [1024] * 90


def record(id_, amount=100, age=0, **other):
    given = {"counterparty": "shop", "currency": "EUR", "channel": "card", "country": "DE", "hour": 12, **other}
    second = UNTIL - (age + 1) * DAY + given["hour"] * 3600
    return id_, given["counterparty"], amount, given["currency"], second, given["channel"], given["country"]


def found(records, weight_of=FLAT):
    return profile("A", records, UNTIL, weight_of)[0]


class Amounts(unittest.TestCase):
    def test_a_bucket_is_at_most_one_percent_from_what_it_holds(self):
        for amount in [*range(1, 3000), 10**6 + 7, 10**9 - 1, 2**53 - 1]:
            middle = amounts.middle_of(amounts.bucket_of(amount))
            self.assertLessEqual(abs(middle - amount) * 100, amount)

    def test_small_amounts_are_exact(self):
        self.assertEqual([amounts.bucket_of(one) for one in (1, 99, 127)], [1, 99, 127])

    def test_quantiles_stand_firm_against_one_outlier(self):
        summary = amounts.Amounts()
        for amount in [100] * 199 + [10**9]:
            summary.add(amount, 1)
        self.assertEqual(summary.summary()["p99"], 100)

    def test_mean_and_deviation_are_whole_numbers_of_minor_units(self):
        summary = amounts.Amounts()
        for amount in (10, 20, 30, 40):
            summary.add(amount, 7)
        self.assertEqual(
            summary.summary(),
            {"count": 4, "sum": 100, "mean": 25, "deviation": 11, "p50": 20, "p90": 40, "p99": 40},
        )

    def test_weights_halve_by_the_half_life_and_never_vanish(self):
        weights = amounts.weights(366, 30)
        self.assertEqual([weights[0], weights[30], weights[60]], [1024, 512, 256])
        self.assertTrue(all(weights))


class Accounts(unittest.TestCase):
    def test_what_was_recorded_twice_counts_once(self):
        twice = found([record("a"), record("a"), record("b", age=0)])
        self.assertEqual(twice["transactions"], 2)
        self.assertEqual(twice["amounts"]["EUR"]["all"]["count"], 2)

    def test_amounts_are_told_apart_by_currency_and_channel(self):
        mixed = found([record("a", 500), record("b", 900, channel="wire"), record("c", 70, currency="JPY")])
        self.assertEqual(sorted(mixed["amounts"]["EUR"]), ["all", "card", "wire"])
        self.assertEqual(mixed["amounts"]["EUR"]["all"]["sum"], 1400)
        self.assertEqual(mixed["amounts"]["JPY"]["card"]["mean"], 70)

    def test_what_is_old_weighs_less(self):
        old, new = record("a", 100, age=60), record("b", 400)
        mean = found([old, new], amounts.weights(90, 30))["amounts"]["EUR"]["all"]["mean"]
        self.assertEqual(mean, (256 * 100 + 1024 * 400) // 1280)

    def test_habits_are_the_most_frequent_first_and_in_parts_of_a_thousand(self):
        habits = found([record(str(one), country="FR" if one == 3 else "DE") for one in range(4)])
        self.assertEqual(habits["countries"], {"DE": 750, "FR": 250})
        self.assertEqual(habits["counterparties"], {"shop": 1000})

    def test_seasons_are_hours_of_the_week_and_days_of_the_month_in_utc(self):
        # The day before UNTIL is Thursday, 14 January 2027.
        season = found([record("a", hour=23)])
        self.assertEqual(season["hourOfWeek"], {str(3 * 24 + 23): 1000})
        self.assertEqual(season["dayOfMonth"], {"14": 1000})
        self.assertEqual(season["hours"], [23])

    def test_memory_is_bounded_and_what_is_frequent_stays(self):
        most = MostFrequent(10)
        for number in range(1000):
            most.add(f"once-{number}")
            most.add("always")
        self.assertLessEqual(len(most.counts), 10)
        self.assertEqual(list(most.shares(1, 2000)), ["always"])


class Peers(unittest.TestCase):
    def test_the_group_is_currency_channel_and_volume(self):
        self.assertEqual(peers.group_of("EUR", "card", 9), "EUR/card/0")
        self.assertEqual(peers.group_of("EUR", "card", 10), "EUR/card/1")
        self.assertEqual(peers.group_of("EUR", "wire", 10_000), "EUR/wire/5")

    def test_tallies_add_up_the_same_in_any_order(self):
        members = [("g", 2, {1: 5, 2: 7}), ("g", 3, {2: 1}), ("h", 1, {9: 9})]
        self.assertEqual(peers.tally(members), peers.tally(members[::-1]))
        self.assertEqual(peers.tally(members)["g"], (2, 5, {1: 5, 2: 8}))


class Shards(unittest.TestCase):
    def test_an_account_of_another_shard_ends_the_run(self):
        wrong = (shard.shard_of("A", 4) + 1) % 4
        with self.assertRaisesRegex(RuntimeError, "account A"):
            list(shard.profiles([("A", *record("a"))], UNTIL, FLAT, wrong, 4))

    def test_a_shard_has_a_head_a_line_for_each_account_and_an_end(self):
        records = [(account, *record("a")) for account in ("A", "B")]
        lines = [
            json.loads(line)
            for line in shard.lines(shard.profiles(records, UNTIL, FLAT, 0, 1), "g1", 0, {"EUR/card/0": {}})
        ]
        self.assertEqual(lines[0], {"schema": 1, "generation": "g1", "shard": 0, "groups": {"EUR/card/0": {}}})
        self.assertEqual([line["account"] for line in lines[1:-1]], ["A", "B"])
        self.assertEqual(lines[-1], {"end": True, "accounts": 2})

    def test_the_shard_is_the_checksum_that_score_computes_too(self):
        self.assertEqual(shard.shard_of("DE21137617532409536300", 256), crc32(b"DE21137617532409536300") % 256)


class Arguments(unittest.TestCase):
    given = ["--records=s3://r/transactions/", "--profiles=s3://p"]

    def test_the_window_ends_before_today_unless_told_otherwise(self):
        told = arguments.read([*self.given, "--days=2"], date(2026, 11, 22))
        self.assertEqual([day.isoformat() for day in told.window], ["2026-11-20", "2026-11-21"])
        self.assertEqual(told.records, "s3://r/transactions")

    def test_what_makes_no_sense_is_refused(self):
        for wrong in ("--days=0", "--days=x", "--shards=5000", "--until=yesterday", "--half-life=-1"):
            with self.assertRaises(SystemExit):
                arguments.read([*self.given, wrong], date(2026, 11, 22))


class Disk:
    """Files by address; keeps the order in which they were written."""

    def __init__(self):
        self.files = {}

    def exists(self, address):
        return address in self.files

    def delete(self, address):
        self.files = {name: text for name, text in self.files.items() if not name.startswith(address)}

    def write(self, address, text):
        self.files[address] = text

    def read(self, address):
        return self.files[address]


class Generations(unittest.TestCase):
    told = arguments.read(["--records=r", "--profiles=p"], date(2026, 11, 22))

    def publish(self, disk, mark=7):
        name = generation.name_of(self.told, (1, 1, mark))
        generation.publish(disk, self.told, name, (1, 1, mark), lambda folder: disk.write(folder + "/part-00000.gz", ""))
        return name

    def test_current_is_written_last(self):
        disk = Disk()
        name = self.publish(disk)
        folder = f"p/generations/{name}"
        self.assertEqual(list(disk.files), [f"{folder}/shards/part-00000.gz", f"{folder}/manifest.json", "p/current.json"])
        self.assertEqual(disk.files["p/current.json"], disk.files[f"{folder}/manifest.json"])

    def test_nothing_is_visible_when_the_shards_fail(self):
        disk = Disk()

        def fail(_folder):
            raise OSError("disk full")

        with self.assertRaises(OSError):
            generation.publish(disk, self.told, "g", (1, 1, 7), fail)
        self.assertEqual(disk.files, {})

    def test_what_a_dead_run_left_is_removed_first(self):
        disk = Disk()
        name = generation.name_of(self.told, (1, 1, 7))
        disk.write(f"p/generations/{name}/shards/part-00099.gz", "half")
        self.publish(disk)
        self.assertNotIn(f"p/generations/{name}/shards/part-00099.gz", disk.files)

    def test_the_same_again_changes_nothing_and_other_records_make_another_generation(self):
        disk = Disk()
        first = self.publish(disk)
        before = dict(disk.files)
        self.assertEqual(self.publish(disk), first)
        self.assertEqual(disk.files, before)
        self.assertNotEqual(self.publish(disk, mark=8), first)
        self.assertIn(f"p/generations/{first}/manifest.json", disk.files)


if __name__ == "__main__":
    unittest.main()
