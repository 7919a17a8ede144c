/**
 * Takes every other test away.
 * @param {Mocha.Suite} suite
 * @param {ReadonlySet<string>} titles
 */
export function leave(suite, titles) {
    suite.tests = suite.tests.filter((test) => titles.has(test.fullTitle()));
    for (const inner of suite.suites) leave(inner, titles);
}

/**
 * Nearly every mutant is noticed by the first tests that reach it, so those that take long come last.
 * @param {Mocha.Suite} suite
 * @param {ReadonlyMap<string, number>} durations of tests by their full titles
 */
export function quickestFirst(suite, durations) {
    const times = new Map(suite.suites.map((inner) => [inner, timeOf(inner, durations)]));
    suite.suites.sort((one, other) => (times.get(one) ?? 0) - (times.get(other) ?? 0));
}

/**
 * @param {Mocha.Suite} suite
 * @param {ReadonlyMap<string, number>} durations
 * @returns {number}
 */
function timeOf(suite, durations) {
    return [
        ...suite.tests.map((test) => durations.get(test.fullTitle()) ?? 0),
        ...suite.suites.map((inner) => timeOf(inner, durations)),
    ].reduce((sum, time) => sum + time, 0);
}
