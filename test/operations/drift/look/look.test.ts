import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { compare } from "../../../../operations/drift/compare/compare.ts";
import { CannotLook } from "../../../../operations/drift/look/cannot-look.ts";
import { type LookOptions, look, type Sight } from "../../../../operations/drift/look/look.ts";
import { stateLock } from "../../../../operations/drift/look/state-lock.ts";
import type { StateResource } from "../../../../operations/drift/state/deployment.ts";
import { paths } from "../../../../tools/paths.mjs";
import { CANARY, SmallStack } from "../support/small-stack.ts";

const never = () => new AbortController().signal;

/** Every file below a folder, with what is in it and when it was written; what a link leads to is somewhere else. */
function filesIn(folder: string): { file: string; written: number; content: string }[] {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const file = join(folder, entry.name);
        if (entry.isDirectory()) return filesIn(file);
        if (!entry.isFile()) return [];
        return [{ file, written: statSync(file).mtimeMs, content: readFileSync(file, "utf8") }];
    });
}

function isRunning(pid: number): boolean {
    try {
        return process.kill(pid, 0);
    } catch {
        return false;
    }
}

describe("a look at a stack by the engine", () => {
    let stack: SmallStack;
    let bin: string;
    beforeEach(async () => {
        stack = await SmallStack.make();
        bin = join(stack.folder, "bin");
        mkdirSync(bin);
    });
    afterEach(() => stack.remove());

    const looking = (options: Partial<LookOptions> = {}): Promise<Sight> =>
        look({ engine: stack.engine, lockOf: stateLock, deadline: never, graceMilliseconds: 100, ...options });
    const withEnv = (changes: NodeJS.ProcessEnv) => ({ ...stack.engine, env: { ...stack.engine.env, ...changes } });
    /** The engine with another executable of this name in front of all others. */
    const withPlugin = (name: string, script: string) => {
        writeFileSync(join(bin, name), script);
        chmodSync(join(bin, name), 0o755);
        return withEnv({ PATH: [bin, stack.engine.env.PATH].join(delimiter) });
    };
    const drifted = ({ state, reality }: Sight) =>
        compare(state, reality).map(({ kind, before }) => `${kind} ${before.resource.urn.split("::").at(-1)}`);
    const state = () => join(stack.folder, "state");
    const stateFile = () => join(state(), ".pulumi", "stacks", "compliance-platform", "local.json");
    /** The engine with Azure's plug-in, which notes each process that it is. */
    const withNotedPlugin = (note: string) => {
        const real = join(paths.plugins, "pulumi-resource-azure-native");
        return withPlugin("pulumi-resource-azure-native", `#!/bin/sh\necho $$ >> '${note}'\nexec '${real}' "$@"\n`);
    };
    /** Ends once every noted process has ended. */
    const ended = async (note: string) => {
        const pids = readFileSync(note, "utf8").trim().split("\n").map(Number);
        assert.ok(pids.length > 0);
        while (pids.some(isRunning)) await setTimeout(20);
    };
    /** Makes the read of a resource hang until somebody writes into the pipe or ends the reader. */
    const hang = async (resource: string) => {
        const file = await stack.fileOf(resource);
        rmSync(file);
        execFileSync("mkfifo", [file]);
    };

    it("sees everything of a clean stack, changes nothing and takes no lock", async () => {
        const before = filesIn(state());
        const locks: unknown[][] = [];
        const locked = () => filesIn(state()).filter(({ file }) => file.includes("/locks/"));
        const sight = await looking({ onEvent: () => locks.push(locked()) });
        assert.deepEqual(drifted(sight), []);
        assert.equal(sight.reality.size, 5);
        assert.deepEqual(sight.untold, []);
        assert.ok(locks.length > 5);
        assert.deepEqual(locks.flat(), []);
        assert.deepEqual(filesIn(state()), before);
    });

    it("sees what was changed and what is gone, in both clouds", async () => {
        await stack.edit("Queue::bulk", "delaySeconds", 7);
        await stack.store.delete(await stack.held("Topic::fraud"));
        await stack.edit("StorageAccount::exchange", "allowSharedKeyAccess", true);
        assert.deepEqual(drifted(await looking()), ["modified bulk", "deleted fraud", "modified exchange"]);
    });

    it("sees that a secret changed, and leaves none in the clear on the disk, at no time", async () => {
        await stack.edit("Queue::bulk", "hidden", "another-secret");
        const temporary = join(stack.folder, "tmp");
        mkdirSync(temporary);
        const before = process.env.TMPDIR;
        process.env.TMPDIR = temporary;
        const open: string[] = [];
        try {
            const onEvent = () => {
                open.push(
                    ...filesIn(temporary).flatMap(({ file, content }) => (content.includes(CANARY) ? [file] : [])),
                );
            };
            const sight = await looking({ onEvent });
            assert.deepEqual(drifted(sight), ["modified bulk"]);
        } finally {
            if (before === undefined) delete process.env.TMPDIR;
            else process.env.TMPDIR = before;
        }
        assert.deepEqual(open, []);
        assert.deepEqual(readdirSync(temporary), []);
    });

    it("does not begin while somebody works on the stack, and says since when", async () => {
        const locks = join(state(), ".pulumi", "locks", "organization", "compliance-platform", "local");
        mkdirSync(locks, { recursive: true });
        writeFileSync(
            join(locks, "a.json"),
            '{"pid":1,"username":"ada","hostname":"h","timestamp":"2026-03-01T10:00:00Z"}',
        );
        await assert.rejects(looking(), (error: Error) => {
            assert.ok(error instanceof CannotLook);
            assert.match(error.message, /an update is running since 2026-03-01T10:00:00Z\. Look again/);
            assert.doesNotMatch(error.message, /ada/);
            return true;
        });
    });

    it("is not certain of anything when an update begins under it", async () => {
        const locks = join(state(), ".pulumi", "locks", "organization", "compliance-platform", "local");
        const onEvent = () => {
            mkdirSync(locks, { recursive: true });
            writeFileSync(join(locks, "a.json"), "{}");
        };
        const { moved, untold } = await looking({ onEvent });
        assert.equal(moved, true);
        assert.match(untold.join(), /an update is running: what it does is no drift, so look again/);
    });

    it("is not certain of anything when the state moved under it", async () => {
        const onEvent = () => writeFileSync(stateFile(), readFileSync(stateFile(), "utf8").replace("bulk", "hulk"));
        const { moved, untold } = await looking({ onEvent });
        assert.equal(moved, true);
        assert.match(untold.join(), /the state changed while the clouds were looked at/);
    });

    it("says of one resource that could not be read why, and reads all others", async () => {
        await stack.edit("StorageAccount::exchange", "allowSharedKeyAccess", true);
        writeFileSync(await stack.fileOf("Topic::fraud"), "{");
        const sight = await looking();
        assert.deepEqual(drifted(sight), ["modified exchange"]);
        assert.equal(sight.reality.size, 4);
        assert.match(sight.untold.join(), /^AWS: aws:sns\/topic:Topic::fraud could not be read: .*not valid JSON/);
    });

    it("shows what one cloud has when the provider of the other does not start", async () => {
        await stack.edit("Queue::bulk", "delaySeconds", 7);
        const engine = withPlugin("pulumi-resource-azure-native", "#!/bin/sh\necho no credentials >&2\nexit 1\n");
        const sight = await looking({ engine });
        assert.deepEqual(drifted(sight), ["modified bulk"]);
        assert.equal(sight.reality.size, 3);
        assert.match(sight.untold.join(), /^Azure: 2 of 2 resources could not be read: /);
    });

    it("says so when a provider is killed while it is asked", async () => {
        await hang("StorageAccount::exchange");
        const note = join(stack.folder, "pids");
        const engine = withNotedPlugin(note);
        const sight = await looking({
            engine,
            onEvent: ({ resourcePreEvent }) => {
                if (!resourcePreEvent?.metadata.urn.endsWith("StorageAccount::exchange")) return;
                const pids = readFileSync(note, "utf8").trim().split("\n").map(Number);
                for (const pid of pids.filter(isRunning)) process.kill(pid, "SIGKILL");
            },
        });
        assert.ok(sight.untold.length > 0);
        assert.ok(![...sight.reality.keys()].some((urn) => urn.endsWith("StorageAccount::exchange")));
        assert.equal([...sight.reality.keys()].filter((urn) => urn.includes("aws:")).length, 3);
    });

    it("gives up a cloud that does not answer in time, and shows the other", async () => {
        await stack.edit("Queue::bulk", "delaySeconds", 7);
        await hang("StorageAccount::exchange");
        let late = new AbortController();
        const note = join(stack.folder, "pids");
        const sight = await looking({
            engine: withNotedPlugin(note),
            deadline: () => {
                late = new AbortController();
                return late.signal;
            },
            onEvent: ({ resourcePreEvent }) => {
                if (resourcePreEvent?.metadata.urn.endsWith("StorageAccount::exchange")) late.abort();
            },
        });
        assert.deepEqual(drifted(sight), ["modified bulk"]);
        assert.match(
            sight.untold.join(),
            /^Azure: 2 of 2 resources could not be read: the clouds did not answer in time/,
        );
    });

    for (const [title, changes, reason] of [
        ["the passphrase is wrong", { PULUMI_CONFIG_PASSPHRASE: "wrong" }, /passphrase/],
        [
            "the backend cannot be reached",
            { PULUMI_BACKEND_URL: "file:///nowhere/at-all" },
            /state of local could not be read/,
        ],
    ] as const) {
        it(`is none when ${title}`, async () => {
            await assert.rejects(looking({ engine: withEnv(changes) }), (error: Error) => {
                assert.ok(error instanceof CannotLook, String(error));
                assert.match(error.message, reason);
                return true;
            });
        });
    }

    it("is none of a stack that is not there, or has nothing in any cloud", async () => {
        await stack.import([]);
        await assert.rejects(looking(), /The state of local has no resource in any cloud: is it up/);
        renameSync(stateFile(), `${stateFile()}.gone`);
        await assert.rejects(looking(), CannotLook);
    });

    it("says what an update was doing when it was ended", async () => {
        const file = JSON.parse(readFileSync(stateFile(), "utf8"));
        const { latest } = file.checkpoint;
        const isTopic = ({ type }: StateResource) => type === "aws:sns/topic:Topic";
        const [resource] = latest.resources.filter(isTopic);
        latest.resources = latest.resources.filter((one: StateResource) => !isTopic(one));
        latest.pending_operations = [{ resource, type: "creating" }];
        writeFileSync(stateFile(), JSON.stringify(file));
        const { untold, moved } = await looking();
        assert.match(
            untold.join(),
            /an update was ended while creating aws:sns\/topic:Topic::fraud: whether it is there/,
        );
        assert.equal(moved, false);
    });

    it("ends when it is interrupted, and leaves nothing behind", async () => {
        await hang("StorageAccount::exchange");
        const stop = new AbortController();
        const onEvent: LookOptions["onEvent"] = ({ resourcePreEvent }) => {
            if (resourcePreEvent?.metadata.urn.endsWith("StorageAccount::exchange")) stop.abort(new Error("stopped"));
        };
        const note = join(stack.folder, "pids");
        await assert.rejects(
            looking({ engine: { ...withNotedPlugin(note), signal: stop.signal }, onEvent }),
            /stopped/,
        );
        await ended(note);
    });
});
