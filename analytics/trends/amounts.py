"""Amounts in minor units, weighted by age: their mean, deviation and quantiles, in whole numbers only.

Whole numbers add up to the same in any order, so a profile does not depend on how the records were cut into tasks.
"""

from math import isqrt

# Weight of a transaction of today; an older one weighs half of it per half-life.
WHOLE = 1024
# Amounts that share their seven leading binary digits share a bucket: a quantile is at most 1 % off.
DIGITS = 7
PERMILLES = {"p50": 500, "p90": 900, "p99": 990}


def weights(days, half_life):
    """The weight of each age in days, from 0 on; never 0, so that nothing counts and weighs nothing."""
    return [max(1, round(WHOLE * 2 ** (-age / half_life))) for age in range(days)]


def bucket_of(amount):
    """The bucket of an amount: its leading digits, followed by as many zeros as it has further digits."""
    shift = max(0, amount.bit_length() - DIGITS)
    return amount >> shift << shift


def middle_of(bucket):
    return bucket + ((1 << max(0, bucket.bit_length() - DIGITS)) >> 1)


def quantiles(buckets):
    """The amounts that 50, 90 and 99 of 100 do not exceed, out of weights by bucket."""
    total = sum(buckets.values())
    found, below = {}, 0
    missing = sorted(PERMILLES.items(), key=lambda item: item[1])
    for bucket in sorted(buckets):
        below += buckets[bucket]
        while missing and below * 1000 >= missing[0][1] * total:
            found[missing.pop(0)[0]] = middle_of(bucket)
    return found


class Amounts:
    """A running summary whose size depends on the spread of the amounts, never on their number."""

    def __init__(self):
        self.count = self.sum = self.weight = self.weighted = self.squares = 0
        self.buckets = {}

    def add(self, amount, weight):
        self.count += 1
        self.sum += amount
        self.weight += weight
        self.weighted += weight * amount
        self.squares += weight * amount * amount
        bucket = bucket_of(amount)
        self.buckets[bucket] = self.buckets.get(bucket, 0) + weight

    def summary(self):
        variance = (self.squares * self.weight - self.weighted**2) // self.weight**2
        return {
            "count": self.count,
            "sum": self.sum,
            "mean": self.weighted // self.weight,
            "deviation": isqrt(variance),
            **quantiles(self.buckets),
        }
