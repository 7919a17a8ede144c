"""What a run is told, checked before it costs anything."""

import argparse
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone


@dataclass(frozen=True)
class Arguments:
    # Where the days' folders are, and where the profiles go; each without a slash at its end.
    records: str
    profiles: str
    # First day that no longer counts, UTC.
    until: date
    # Length of the window in days.
    days: int
    # Days after which a transaction weighs half.
    half_life: int
    # Files of a generation; the hash of an account decides on its file.
    shards: int

    @property
    def window(self):
        return [self.until - timedelta(days=age) for age in range(self.days, 0, -1)]

    @property
    def until_second(self):
        return int(datetime(self.until.year, self.until.month, self.until.day, tzinfo=timezone.utc).timestamp())


def read(texts, today):
    parser = argparse.ArgumentParser(prog="trends", description="Writes profiles of accounts out of the records.")
    parser.add_argument("--records", required=True, type=_folder, help="folder that holds date=YYYY-MM-DD/")
    parser.add_argument("--profiles", required=True, type=_folder, help="folder of the generations")
    parser.add_argument("--until", type=date.fromisoformat, default=today, help="first day not to count; today")
    parser.add_argument("--days", type=_whole(1, 366), default=90, help="days of the window")
    parser.add_argument("--half-life", type=_whole(1, 366), default=30, help="days until the weight is half")
    parser.add_argument("--shards", type=_whole(1, 4096), default=256, help="files of a generation")
    return Arguments(**vars(parser.parse_args(texts)))


def _folder(text):
    if text.rstrip("/") == "":
        raise argparse.ArgumentTypeError("must name a folder")
    return text.rstrip("/")


def _whole(least, most):
    def whole(text):
        if not text.isdecimal() or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"must be a whole number from {least} to {most}, got {text!r}")
        return int(text)

    return whole
