import assert from "node:assert/strict";
import { commonTokens, declareClassPlugin, PluginKind, tokens } from "@stryker-mutator/api/plugin";
import {
    DryRunStatus,
    determineHitLimitReached,
    TestStatus,
    toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import Mocha from "mocha";
import { oneScript } from "./one-script.mjs";
import { leave, quickestFirst } from "./suites.mjs";

/**
 * What mutated code asks which mutant it is to be, and tells where it was.
 * @typedef {{ activeMutant?: string | undefined, currentTestId?: string | undefined, hitLimit?: number | undefined,
 *     hitCount?: number | undefined, mutantCoverage?: import("@stryker-mutator/api/core").MutantCoverage }} Mutation
 */
const world = /** @type {{ __stryker__?: Mutation }} */ (globalThis);
/** @type {Mutation} */
const mutation = world.__stryker__ ?? {};
world.__stryker__ = mutation;

/** Stryker lets code run a hundred times as often as without a mutant before it takes it for endless. */
const IMPATIENCE = 10;

/** Stryker's own runner for Mocha knows no Mocha of this version, nor how to load modules anew. */
class MochaRunner {
    static inject = tokens(commonTokens.options);

    /** @param {import("@stryker-mutator/api/core").StrykerOptions} options */
    constructor(options) {
        const { spec } = /** @type {{ spec: string[] }} */ (options.mocha);
        this.files = spec;
        /** @type {() => void} */
        this.load = () => assert.fail("the tests were not made to a script");
        /** @type {ReadonlyMap<string, number>} */
        this.durations = new Map();
    }

    capabilities() {
        return { reloadEnvironment: true };
    }

    /** Not in the first run: what that takes beside its tests is the patience with each mutant that never ends. */
    async init() {
        this.load = await oneScript(this.files);
    }

    /** @returns {Promise<import("@stryker-mutator/api/test-runner").DryRunResult>} */
    async dryRun() {
        const result = await this.#run({});
        return result.status === DryRunStatus.Complete
            ? { ...result, ...(mutation.mutantCoverage && { mutantCoverage: mutation.mutantCoverage }) }
            : result;
    }

    /** @param {import("@stryker-mutator/api/test-runner").MutantRunOptions} options */
    async mutantRun({ activeMutant, testFilter, hitLimit: patience, disableBail }) {
        const hitLimit = patience === undefined ? undefined : Math.ceil(patience / IMPATIENCE);
        mutation.activeMutant = activeMutant.id;
        mutation.hitLimit = hitLimit;
        mutation.hitCount = hitLimit === undefined ? undefined : 0;
        const result = await this.#run({ only: testFilter, bail: !disableBail });
        return toMutantRunResult(determineHitLimitReached(mutation.hitCount, hitLimit) ?? result);
    }

    /**
     * @param {{ only?: readonly string[] | undefined, bail?: boolean }} how
     * @returns {Promise<import("@stryker-mutator/api/test-runner").CompleteDryRunResult | import("@stryker-mutator/api/test-runner").ErrorDryRunResult>}
     */
    async #run({ only, bail = false }) {
        try {
            const mocha = loaded(this.load, bail);
            if (only !== undefined) leave(mocha.suite, new Set(only));
            quickestFirst(mocha.suite, this.durations);
            const tests = await results(mocha);
            if (!bail) this.durations = new Map(tests.map(({ id, timeSpentMs }) => [id, timeSpentMs]));
            return { status: DryRunStatus.Complete, tests };
        } catch (error) {
            return { status: DryRunStatus.Error, errorMessage: String(error) };
        }
    }
}

/**
 * Every test, by modules that are new.
 * @param {() => void} load
 * @param {boolean} bail whether to stop at the first failure: suites take that over when they are made
 */
function loaded(load, bail) {
    const mocha = new Mocha({ reporter: class extends Mocha.reporters.Base {}, timeout: 0, bail });
    mutation.currentTestId = undefined;
    mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, "", mocha);
    load();
    return mocha;
}

/**
 * @param {Mocha} mocha
 * @returns {Promise<import("@stryker-mutator/api/test-runner").TestResult[]>}
 */
function results(mocha) {
    return new Promise((resolve) => {
        /** @type {import("@stryker-mutator/api/test-runner").TestResult[]} */
        const tests = [];
        /** @param {Mocha.Test} test */
        const of = (test) => ({ id: test.fullTitle(), name: test.fullTitle(), timeSpentMs: test.duration ?? 0 });
        const runner = mocha.run(() => resolve(tests));
        runner.on("test", (test) => {
            mutation.currentTestId = test.fullTitle();
        });
        // What a suite prepares is reached by each of its tests.
        for (const event of ["suite", "suite end"]) {
            runner.on(event, () => {
                mutation.currentTestId = undefined;
            });
        }
        runner.on("pass", (test) => tests.push({ ...of(test), status: TestStatus.Success }));
        runner.on("fail", (test, error) =>
            tests.push({ ...of(test), status: TestStatus.Failed, failureMessage: String(error?.message) }),
        );
    });
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "mocha", MochaRunner)];
