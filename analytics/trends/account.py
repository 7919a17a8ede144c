"""The profile of one account, out of its records in the order of time."""

from datetime import datetime, timezone

from trends.amounts import Amounts
from trends.most_frequent import MostFrequent

DAY = 86_400
COUNTRIES = 8
COUNTERPARTIES = 12
# Below so many parts of a thousand, an hour of the day is no habit.
USUAL_HOUR = 50


def profile(account, records, until, weight_of):
    """The profile, the currency and channel that the account uses most, and its amounts in that currency.

    `records` are tuples (id, counterparty, amount, currency, second, channel, country) of one account, sorted by second
    and id, so that the same id twice stands side by side; of those, the first counts. `until` is the second at which
    the window ends, `weight_of` the weights by age in days.
    """
    currencies, channels = {}, {}
    countries, counterparties = MostFrequent(), MostFrequent()
    hours_of_week, days_of_month = {}, {}
    last = None
    for id_, counterparty, amount, currency, second, channel, country in records:
        if id_ == last:
            continue
        last = id_
        weight = weight_of[(until - 1 - second) // DAY]
        for key, kept in ((currency, currencies), ((currency, channel), channels)):
            kept.setdefault(key, Amounts()).add(amount, weight)
        countries.add(country)
        counterparties.add(counterparty)
        at = datetime.fromtimestamp(second, timezone.utc)
        _count(hours_of_week, at.weekday() * 24 + at.hour)
        _count(days_of_month, at.day)
    total = sum(amounts.count for amounts in currencies.values())
    currency = _main(currencies)
    channel = _main({channel: one for (code, channel), one in channels.items() if code == currency})
    found = {
        "account": account,
        "transactions": total,
        "amounts": {
            code: {
                "all": currencies[code].summary(),
                **{name: one.summary() for (own, name), one in sorted(channels.items()) if own == code},
            }
            for code in sorted(currencies)
        },
        "countries": countries.shares(COUNTRIES, total),
        "counterparties": counterparties.shares(COUNTERPARTIES, total),
        "hours": _usual_hours(hours_of_week, total),
        "hourOfWeek": _permilles(hours_of_week, total),
        "dayOfMonth": _permilles(days_of_month, total),
    }
    return found, currency, channel, currencies[currency]


def _count(counts, key):
    counts[key] = counts.get(key, 0) + 1


def _main(amounts):
    return min(amounts, key=lambda name: (-amounts[name].count, name))


def _permilles(counts, total):
    return {str(key): counts[key] * 1000 // total for key in sorted(counts)}


def _usual_hours(hours_of_week, total):
    hours = {}
    for hour, count in hours_of_week.items():
        hours[hour % 24] = hours.get(hour % 24, 0) + count
    return [hour for hour in sorted(hours) if hours[hour] * 1000 >= USUAL_HOUR * total]
