"""Groups of accounts that behave alike: same main currency, same main channel, about as many transactions."""

from trends.amounts import quantiles

# Transactions in the window from which the next group of volume begins.
VOLUMES = (10, 50, 250, 1_000, 10_000)
# A smaller group says more about its single members than about what is usual.
LEAST_ACCOUNTS = 20


def group_of(currency, channel, transactions):
    return f"{currency}/{channel}/{sum(transactions >= volume for volume in VOLUMES)}"


def tally(members):
    """Adds up (group, amounts) to {group: (accounts, transactions, weights by bucket)}."""
    tallies = {}
    for group, count, buckets in members:
        tallies[group] = merge(tallies.get(group, (0, 0, {})), (1, count, buckets))
    return tallies


def merge(one, other):
    buckets = dict(one[2])
    for bucket, weight in other[2].items():
        buckets[bucket] = buckets.get(bucket, 0) + weight
    return one[0] + other[0], one[1] + other[1], buckets


def summary(accounts, transactions, buckets):
    return {"accounts": accounts, "transactions": transactions, **quantiles(buckets)}
