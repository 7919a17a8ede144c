import { commonTokens, declareClassPlugin, PluginKind, tokens } from "@stryker-mutator/api/plugin";
import {
    DryRunStatus,
    determineHitLimitReached,
    TestStatus,
    toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import Mocha from "mocha";

/**
 * What mutated code asks which mutant it is to be, and tells where it was.
 * @typedef {{ activeMutant?: string, currentTestId?: string, hitLimit?: number | undefined, hitCount?: number | undefined,
 *     mutantCoverage?: import("@stryker-mutator/api/core").MutantCoverage }} Mutation
 */
const world = /** @type {{ __stryker__?: Mutation }} */ (globalThis);
/** @type {Mutation} */
const mutation = world.__stryker__ ?? {};
world.__stryker__ = mutation;

/** Stryker's own runner for Mocha knows no Mocha of this version; this one is as much of it as modules need. */
class MochaRunner {
    static inject = tokens(commonTokens.options);

    /** @param {import("@stryker-mutator/api/core").StrykerOptions} options */
    constructor(options) {
        const { spec } = /** @type {{ spec: string[] }} */ (options.mocha);
        this.files = spec;
        /** @type {Mocha | undefined} */
        this.mocha = undefined;
    }

    /** Modules are loaded once: for what runs while they are loaded, Stryker begins another process. */
    capabilities() {
        return { reloadEnvironment: false };
    }

    /** @returns {Promise<import("@stryker-mutator/api/test-runner").DryRunResult>} */
    async dryRun() {
        const result = await this.#run({});
        return result.status === DryRunStatus.Complete
            ? { ...result, ...(mutation.mutantCoverage && { mutantCoverage: mutation.mutantCoverage }) }
            : result;
    }

    /** @param {import("@stryker-mutator/api/test-runner").MutantRunOptions} options */
    async mutantRun({ activeMutant, testFilter, hitLimit, disableBail }) {
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
            const mocha = await this.#loaded();
            mocha.bail(bail);
            mocha.grep(only === undefined ? /^/ : exactly(only));
            const tests = await results(mocha);
            return { status: DryRunStatus.Complete, tests };
        } catch (error) {
            return { status: DryRunStatus.Error, errorMessage: String(error) };
        }
    }

    async #loaded() {
        if (this.mocha !== undefined) return this.mocha;
        this.mocha = new Mocha({ reporter: class extends Mocha.reporters.Base {}, timeout: 0 });
        this.mocha.cleanReferencesAfterRun(false);
        for (const file of this.files) this.mocha.addFile(file);
        await this.mocha.loadFilesAsync();
        return this.mocha;
    }
}

/** @param {readonly string[]} titles */
function exactly(titles) {
    return new RegExp(`^(?:${titles.map((title) => title.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("|")})$`);
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
        runner.on("pass", (test) => tests.push({ ...of(test), status: TestStatus.Success }));
        runner.on("fail", (test, error) =>
            tests.push({ ...of(test), status: TestStatus.Failed, failureMessage: String(error?.message) }),
        );
    });
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "mocha", MochaRunner)];
