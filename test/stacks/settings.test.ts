import assert from "node:assert/strict";
import { faultsIn, tell } from "../../stacks/fault.ts";
import { Settings } from "../../stacks/settings.ts";
import { settingsOf, stackNames } from "../../stacks/settings-of.ts";
import { changed, leavesOf } from "../support/leaves.ts";

const days = (least: number, most: number) => `a whole number of days from ${least} to ${most}`;

describe("the settings", () => {
    for (const stack of stackNames) {
        it(`of ${stack} have no fault`, () => {
            assert.deepEqual(faultsIn(Settings, settingsOf(stack)), []);
        });
    }

    it("lock production records for seven years, so that nobody can lift the lock", () => {
        assert.deepEqual(settingsOf("prod").records, { lockMode: "COMPLIANCE", lockDays: 2557 });
    });

    it("lock development records for one day, so that they can be removed", () => {
        assert.deepEqual(settingsOf("dev").records, { lockMode: "GOVERNANCE", lockDays: 1 });
    });

    it("keep production data when the stack is destroyed", () => {
        assert.deepEqual(settingsOf("prod").deletionGuard, { disabled: false });
    });

    it("leave nothing on a laptop that exists once in an account, and is always protected", () => {
        assert.deepEqual(new Set(Object.values(settingsOf("local").account)), new Set([false]));
    });

    it("keep received files for a day everywhere", () => {
        assert.deepEqual([...new Set(stackNames.map((stack) => settingsOf(stack).retention.landingDays))], [1]);
    });

    it("report all faults together, each with its path, its value and what would be right", () => {
        const { retention, alerts, ...rest } = structuredClone(settingsOf("dev"));
        const wrong = {
            ...rest,
            records: { lockMode: "WORM", lockDays: 0 },
            retention: { ...retention, logDays: 100, parkedDays: 1.5 },
            screen: { ...rest.screen, batchSize: 100, windowSeconds: 0 },
            alerts: { ...alerts, treshold: 80 },
            tags: { ...rest.tags, owner: undefined },
        };
        assert.deepEqual(faultsIn(Settings, wrong).sort(byPath), [
            { path: "alerts.treshold", value: 80, expected: "left out: there is no such field" },
            { path: "records.lockDays", value: 0, expected: days(1, 36500) },
            { path: "records.lockMode", value: "WORM", expected: "one of GOVERNANCE, COMPLIANCE" },
            {
                path: "retention.logDays",
                value: 100,
                expected:
                    "a number of days among 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922",
            },
            { path: "retention.parkedDays", value: 1.5, expected: days(15, 3650) },
            {
                path: "screen.windowSeconds",
                value: 0,
                expected: "1 or more, because AWS asks for a window when batchSize is above 10",
            },
            {
                path: "tags.owner",
                value: undefined,
                expected: "1 to 64 letters, digits, spaces or any of . : / = + - @ _",
            },
        ]);
    });

    it("refuse to let a destroy delete what COMPLIANCE locks", () => {
        const wrong = { ...settingsOf("prod"), deletionGuard: { disabled: true, reason: "we would like to" } };
        assert.deepEqual(faultsIn(Settings, wrong), [
            {
                path: "deletionGuard",
                value: { disabled: true, reason: "we would like to" },
                expected: "{ disabled: false }, because records under COMPLIANCE cannot be deleted anyway",
            },
        ]);
    });

    it("refuse to keep a set from Azure for hardly longer than it counts as fresh", () => {
        const prod = settingsOf("prod");
        const wrong = (supplementaryDays: number) => ({
            ...prod,
            retention: { ...prod.retention, supplementaryDays },
            exchange: { ...prod.exchange, staleHours: 144 },
        });
        assert.deepEqual(
            faultsIn(Settings, wrong(8)).map(({ path, value }) => [path, value]),
            [["retention.supplementaryDays", 8]],
        );
        assert.deepEqual(faultsIn(Settings, wrong(9)), []);
    });

    it("refuse a warehouse that grows to less than it begins with", () => {
        const warehouse = { ...settingsOf("prod").warehouse, maxCapacity: 8 };
        assert.deepEqual(faultsIn(Settings, { ...settingsOf("prod"), warehouse }), [
            { path: "warehouse.maxCapacity", value: 8, expected: "baseCapacity or more" },
        ]);
        const faults = faultsIn(Settings, { ...settingsOf("prod"), warehouse: { ...warehouse, baseCapacity: 12 } });
        assert.deepEqual(faults[0]?.expected, "a number of RPUs: 4, 8 to 512 by eights, or 1024");
    });

    it("refuse a network in which the warehouse finds too few availability zones", () => {
        assert.deepEqual(faultsIn(Settings, { ...settingsOf("dev"), network: { availabilityZones: 2 } }), [
            {
                path: "network.availabilityZones",
                value: 2,
                expected: "a whole number of availability zones from 3, which the warehouse needs, to 4",
            },
        ]);
    });

    it("refuse to lift the guard on data without a reason", () => {
        const wrong = { ...settingsOf("dev"), deletionGuard: { disabled: true, reason: "because" } };
        assert.deepEqual(faultsIn(Settings, wrong), [
            { path: "deletionGuard.reason", value: "because", expected: "a reason of 10 to 200 characters" },
        ]);
    });

    for (const path of leavesOf(settingsOf("prod"))) {
        it(`refuse a wrong value of ${path.join(".")}, and say what would be right`, () => {
            const [fault, ...others] = faultsIn(Settings, changed(settingsOf("prod"), path, { wrong: true }));
            assert.equal(fault?.path, path.join(".").replace(/\.(\d+)(?=\.|$)/g, "[$1]"));
            assert.match(fault?.expected ?? "", /^(an? |one of |1 to |the |owner |\{ disabled)/);
            assert.deepEqual(others, []);
        });
    }

    it("are told of in one line", () => {
        const fault = { path: "records.lockDays", value: 0, expected: days(1, 36500) };
        assert.equal(tell(fault), "records.lockDays is 0; it must be a whole number of days from 1 to 36500");
        assert.equal(
            tell({ ...fault, value: undefined }),
            "records.lockDays is missing; it must be a whole number of days from 1 to 36500",
        );
    });

    it("of an unknown stack are a clear error", () => {
        for (const stack of ["staging", "toString"]) {
            assert.throws(() => settingsOf(stack), {
                message:
                    `there are no settings for the stack "${stack}"; there are for dev, prod, local. ` +
                    `Copy stacks/dev.ts to stacks/${stack}.ts, export it there by its own name, and name it in stacks/environments.ts.`,
            });
        }
    });
});

function byPath(one: { path: string }, other: { path: string }): number {
    return one.path.localeCompare(other.path);
}
