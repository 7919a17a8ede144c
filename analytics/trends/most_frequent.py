"""What occurs most, in bounded memory: an account with millions of counterparties must not fill a worker."""

MOST = 4096


class MostFrequent:
    """Counts values. When there are too many, those seen least are forgotten; what is frequent always stays."""

    def __init__(self, most=MOST):
        self.most = most
        self.counts = {}

    def add(self, value):
        self.counts[value] = self.counts.get(value, 0) + 1
        least = 1
        while len(self.counts) > self.most:
            self.counts = {kept: count for kept, count in self.counts.items() if count > least}
            least += 1

    def shares(self, number, total):
        """The most frequent values with their parts of a thousand, the most frequent first."""
        first = sorted(self.counts.items(), key=lambda item: (-item[1], item[0]))[:number]
        return {value: count * 1000 // total for value, count in first}
