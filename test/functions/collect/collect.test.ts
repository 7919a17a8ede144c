import assert from "node:assert/strict";
import fc from "fast-check";
import { landedFile } from "../../../contract/files/landing.ts";
import { collect, landingKey } from "../../../functions/collect/collect.ts";
import { file, portsTo, source, type World, world } from "./support/world.ts";

const names = (landed: readonly string[]) => landed.map((key) => key.slice(key.lastIndexOf("-") + 1));

describe("collect", () => {
    it("lands new files of every source, the oldest first, each in its source's folder", async () => {
        const late = file("b.csv", "2026-03-02T00:00:00.000Z");
        const cloud = world({ files: { one: [late, file("a.csv")], other: [file("c.csv")] } });
        const outcomes = await collect([source("one"), source("other")], portsTo(cloud));
        assert.deepEqual(outcomes, [
            { source: "one", landed: 2, left: 0 },
            { source: "other", landed: 1, left: 0 },
        ]);
        const [ofOne, ofOther] = ["card-network/one/", "card-network/other/"].map((prefix) =>
            names(cloud.landed.filter((key) => key.startsWith(prefix))),
        );
        assert.deepEqual([ofOne, ofOther], [["a.csv", "b.csv"], ["c.csv"]]);
        assert.deepEqual(cloud.published, []);
    });

    it("lands a file once, and again only when its content is another one", async () => {
        const cloud = world({ files: { one: [file("a.csv")] } });
        await collect([source("one")], portsTo(cloud));
        assert.deepEqual(await collect([source("one")], portsTo(cloud)), [{ source: "one", landed: 0, left: 0 }]);
        cloud.files.one = [{ ...file("a.csv"), mark: "a.csv v2" }];
        await collect([source("one")], portsTo(cloud));
        assert.deepEqual(names(cloud.landed), ["a.csv", "a.csv"]);
        assert.equal(new Set(cloud.landed).size, 2);
    });

    it("tries a source that is down three times, and goes on when it is back", async () => {
        const cloud = world({ files: { one: [file("a.csv")] }, down: { one: 2 } });
        assert.deepEqual(await collect([source("one")], portsTo(cloud)), [{ source: "one", landed: 1, left: 0 }]);
        assert.deepEqual(cloud.pauses, [1000, 5000]);
        assert.deepEqual(cloud.published, []);
    });

    it("tells of a source that stays down, once for all of them, while the others go on", async () => {
        const cloud = world({ files: { good: [file("a.csv")] }, down: { bad: 9, worse: 9 } });
        const outcomes = await collect(["bad", "good", "worse"].map(source), portsTo(cloud));
        assert.deepEqual(
            outcomes.map(({ landed, fault }) => [landed, fault]),
            [
                [0, "Error: no route to host"],
                [1, undefined],
                [0, "Error: no route to host"],
            ],
        );
        assert.deepEqual(cloud.published, [
            {
                subject: "Sources not collected: bad, worse",
                message: {
                    type: "discrepancy",
                    kind: "source-unavailable",
                    function: "collect",
                    count: 2,
                    origins: ["bad", "worse"],
                    detail: "bad: Error: no route to host; worse: Error: no route to host. The next run tries again.",
                },
            },
        ]);
    });

    it("fails when nobody can be told of a source that is down", async () => {
        const cloud = world({ down: { bad: 9 } });
        const publish = () => Promise.reject(new Error("no topic"));
        const ports = { ...portsTo(cloud), discrepancies: { publish } };
        await assert.rejects(collect([source("bad")], ports), { message: "no topic" });
    });

    it("stops with a minute left, says what is left, and goes on there the next time", async () => {
        const files = { one: ["a", "b", "c"].map((name) => file(`${name}.csv`)) };
        const cloud = world({ files, remainingMs: 200_000 });
        assert.deepEqual(await collect([source("one")], portsTo(cloud)), [{ source: "one", landed: 2, left: 1 }]);
        cloud.remainingMs = 900_000;
        assert.deepEqual(await collect([source("one")], portsTo(cloud)), [{ source: "one", landed: 1, left: 0 }]);
        assert.deepEqual(names(cloud.landed), ["a.csv", "b.csv", "c.csv"]);
    });

    it("does not wait for another attempt when the time is over", async () => {
        const cloud = world({ down: { one: 9 }, remainingMs: 60_500 });
        await collect([source("one")], portsTo(cloud));
        assert.deepEqual(cloud.pauses, []);
    });

    it("lands every file exactly once, wherever runs are cut off", async () => {
        const counts = fc.array(fc.nat({ max: 12 }), { maxLength: 6 });
        await fc.assert(
            fc.asyncProperty(fc.integer({ min: 1, max: 6 }), counts, async (count, cuts) => {
                const one = Array.from({ length: count }, (_, index) => file(`f${index}.csv`));
                const cloud: World = world({ files: { one } });
                for (const effectsLeft of [...cuts, Number.POSITIVE_INFINITY]) {
                    Object.assign(cloud, { effectsLeft, remainingMs: 900_000 });
                    await collect([source("one")], portsTo(cloud));
                }
                assert.deepEqual(names(cloud.landed).sort(), one.map(({ name }) => name).sort());
            }),
        );
    });

    it("collects a file that comes a day late, and tells of it with the others of its kind", async () => {
        const cloud = world({ files: { one: [file("new.csv", "2026-03-10T00:00:00.000Z")] } });
        await collect([source("one")], portsTo(cloud));
        const late = ["a", "b"].map((name) => file(`${name}.csv`, "2026-03-08T00:00:00.000Z"));
        cloud.files.one?.push(...late, file("in-time.csv", "2026-03-09T00:00:00.000Z"));
        assert.deepEqual(await collect([source("one")], portsTo(cloud)), [{ source: "one", landed: 3, left: 0 }]);
        const [told, ...others] = cloud.published;
        assert.deepEqual(told, {
            subject: "Late files: one",
            message: {
                type: "discrepancy",
                kind: "late-file",
                function: "collect",
                count: 2,
                origins: cloud.landed.slice(1, 3),
                detail: "one: the first of them is of 2026-03-08T00:00:00.000Z, long before others that were collected",
            },
        });
        assert.deepEqual(others, []);
    });

    it("takes over what a platform collected that kept one row for all files of a day", async () => {
        const seen = [file("seen.csv", "2026-03-09T12:00:00.000Z")];
        const before = { until: "2026-03-10T00:00:00.000Z", seen };
        const files = [file("old.csv"), ...seen, file("new.csv", "2026-03-09T13:00:00.000Z")];
        const cloud = world({ files: { one: files }, watermarks: new Map([["one", before]]) });
        assert.deepEqual(await collect([source("one")], portsTo(cloud)), [{ source: "one", landed: 1, left: 0 }]);
        assert.deepEqual(names(cloud.landed), ["new.csv"]);
        assert.deepEqual(cloud.published, []);
        assert.deepEqual(await collect([source("one")], portsTo(cloud)), [{ source: "one", landed: 0, left: 0 }]);
    });

    it("leaves markers alone that stand beside files", async () => {
        const markers = [
            "_SUCCESS",
            "out_$folder$",
            ".a.csv.crc",
            "a.csv.crc",
            "a.csv.tmp",
            "a.csv.ok",
            "a.csv.SHA256",
        ];
        const cloud = world({ files: { one: [...markers, "a.csv"].map((name) => file(name)) } });
        await collect([source("one")], portsTo(cloud));
        assert.deepEqual(names(cloud.landed), ["a.csv"]);
    });

    it("gives a file the extension of its folder's format if it has none, so that it can be read", () => {
        const keys = ["latest", "", "feed.aspx", "a.csv", "a.CSV.gz"].map((name) =>
            landingKey(source("one"), file(name)),
        );
        assert.deepEqual(names(keys), ["latest.csv", ".csv", "feed.aspx.csv", "a.csv", "a.CSV.gz"]);
        for (const key of keys) assert.notEqual(landedFile(key), null, key);
    });

    it("makes a key of what the file is called, whatever that is", () => {
        const key = landingKey(source("one"), file(`../${"ä b".repeat(60)}.csv.gz`));
        assert.match(key, /^card-network\/one\/[a-p]{16}-[\w.-]{100}$/);
        assert.ok(key.endsWith(".csv.gz"));
    });
});
