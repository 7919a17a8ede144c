import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { Store } from "../../../local/store/store.ts";
import { set } from "../../../operations/local/set.ts";
import { engineEnvironment } from "../../../tools/engine-environment.mjs";
import { paths } from "../../../tools/paths.mjs";
import { temporaryFolder } from "./support/temporary-folder.ts";

const RESOURCES = 300;
const PROGRAM = `
    import { CustomResource } from "@pulumi/pulumi";
    for (let index = 0; index < ${RESOURCES}; index++) {
        new CustomResource("aws:sqs/queue:Queue", "queue-" + index, { delaySeconds: index });
    }`;
const PROJECT = { name: "platform", main: "index.mjs", runtime: { name: "nodejs", options: { typescript: false } } };

describe("the real engine on a stand-in provider", () => {
    const folder = temporaryFolder();

    async function project(): Promise<{ pulumi: (...args: string[]) => Promise<string>; store: string }> {
        const [work, state, store] = ["work", "state", "store"].map((name) => join(folder.path, name));
        if (!work || !state || !store) throw new Error("unreachable");
        await Promise.all([mkdir(work), mkdir(state)]);
        await symlink(paths.nodeModules, join(work, "node_modules"));
        await writeFile(join(work, "index.mjs"), PROGRAM);
        await writeFile(join(work, "Pulumi.yaml"), JSON.stringify(PROJECT));
        await writeFile(join(work, "Pulumi.dev.yaml"), JSON.stringify({ config: { "aws:region": "eu-west-1" } }));
        const options = { standIn: true, backendUrl: pathToFileURL(state).href, storeDir: store };
        const env = engineEnvironment(options, process.env, { ...paths, pulumiHome: join(folder.path, "home") });
        // Saves the state at the end only: after each resource, it takes the engine a minute for so many.
        env.PULUMI_SKIP_CHECKPOINTS = "true";
        const run = promisify(execFile);
        const pulumi = async (...args: string[]): Promise<string> => {
            const { stdout } = await run("pulumi", [...args, "--non-interactive"], {
                cwd: work,
                env,
                maxBuffer: 2 ** 26,
            });
            return stdout;
        };
        await pulumi("stack", "init", "dev");
        return { pulumi, store };
    }

    it("creates 300 resources at once, then nothing more, shows exactly the edited property, and ends with none", async () => {
        const { pulumi, store } = await project();
        const stored = () => new Store(store, "dev").list();
        const quick = ["--yes", "--skip-preview", "--parallel", String(RESOURCES)];

        await pulumi("up", ...quick);
        const names = (await stored()).map(({ name }) => name);
        assert.equal(new Set(names).size, RESOURCES);

        await pulumi("up", ...quick, "--expect-no-changes");

        await set(store, undefined, { resource: "Queue::queue-7", path: "visibilityTimeoutSeconds", json: "31" });
        const refresh = await pulumi("refresh", "--preview-only", "--diff");
        assert.deepEqual(
            refresh.split("\n").filter((line) => /^\s+[~+-] (?!aws:)/.test(line) && !/to update/.test(line)),
            ["      ~ visibilityTimeoutSeconds: 30 => 31"],
        );
        assert.match(refresh, /~ 1 to update/);

        await pulumi("destroy", ...quick);
        assert.deepEqual(await stored(), []);
    });
});
