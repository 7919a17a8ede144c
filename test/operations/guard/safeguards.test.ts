import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findingsIn } from "../../../operations/guard/judge/findings.ts";
import { judgeOnce } from "../../../operations/guard/judge-once.ts";
import type { ResourceRecord } from "../../../policies/core/resource.ts";
import { loadExceptions } from "../../../policies/exceptions/load-exceptions.ts";
import { parseFinding } from "../../../policies/finding.ts";
import { compile } from "../../../policies/pack/compile.ts";
import { rules } from "../../../policies/rules/index.ts";
import { paths } from "../../../tools/paths.mjs";
import { analyse } from "../../support/policy-server.ts";
import { isSafeguard } from "../../support/safeguards.ts";

const lines = (found: readonly { rule: string; urn: string; property: string; text: string }[]) =>
    found.map(({ rule, urn, property, text }) => `${rule} ${urn} ${property} ${text}`).sort();

/** What the policy SDK's server, which the engine asks, says of these resources. */
async function served(records: readonly ResourceRecord[]): Promise<string[]> {
    const folder = join(paths.root, "policies");
    const exceptions = loadExceptions({ folder, rules: rules.map(({ name }) => name) });
    const told = await analyse(compile(rules, { phase: () => "offline", exceptions }), records);
    return lines(told.map(({ rule, urn, message }) => ({ ...parseFinding(rule, message), urn })));
}

function inProcess(records: readonly ResourceRecord[]): string[] {
    return lines(findingsIn(records, false).map(({ message, ...rest }) => ({ ...rest, text: message })));
}

/** In each round another third of every resource's safeguards is gone, so that one fault does not hide the next. */
const ROUNDS = 3;

function without(records: readonly ResourceRecord[], round: number): { broken: ResourceRecord[]; count: number } {
    let count = 0;
    const broken = records.map((record) => {
        const safeguards = Object.keys(record.props).filter((property) => isSafeguard(record, property));
        const names = safeguards.filter((_, index) => index % ROUNDS === round);
        if (names.length === 0) return record;
        count += names.length;
        const less = (from: Record<string, unknown> = {}) =>
            Object.fromEntries(Object.entries(from).filter(([property]) => !names.includes(property)));
        return { ...record, props: less(record.props), outputs: less(record.outputs), propertyDependencies: {} };
    });
    return { broken, count };
}

describe("every safeguard taken out of the program that was judged in process", () => {
    const cache = mkdtempSync(join(tmpdir(), "guard-"));
    let records: readonly ResourceRecord[];
    before(async () => {
        const question = { root: paths.root, cache, stack: "prod", program: "platform", withDetails: true } as const;
        records = (await judgeOnce(question)).judgement?.details?.records ?? [];
    });
    after(() => rmSync(cache, { recursive: true, force: true }));

    it("is found just as the server that the engine asks finds it", async () => {
        let taken = 0;
        for (let round = 0; round < ROUNDS; round += 1) {
            const { broken, count } = without(records, round);
            taken += count;
            const found = inProcess(broken);
            assert.ok(found.length > 300, `only ${found.length} findings without ${count} safeguards`);
            assert.deepEqual(found, await served(broken));
        }
        assert.ok(taken > 1000, `only ${taken} safeguards`);
    });

    it("is found also where it is a resource, all of a type at a time", async () => {
        const types = [...new Set(records.map(({ type }) => type))].filter((type) => /^(aws|azure)/.test(type));
        // Together: what one type's absence shows does not depend on another's.
        const groups = [0, 1].map((group) => types.filter((_, index) => index % 2 === group));
        for (const group of groups) {
            const rest = records.filter(({ type }) => !group.includes(type));
            assert.deepEqual(inProcess(rest), await served(rest));
        }
    });

    it("is found where protection from deletion is taken off everything", async () => {
        const bare = records.map((record) => ({ ...record, opts: { protect: false } }));
        const found = inProcess(bare);
        assert.ok(found.length > 15, `only ${found.length}`);
        assert.deepEqual(found, await served(bare));
    });
});
