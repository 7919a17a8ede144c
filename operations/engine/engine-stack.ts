import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EngineEvent } from "@pulumi/pulumi/automation/index.js";
import { EventLog } from "./event-log.ts";
import { type RunEngineArgs, runEngine } from "./run-engine.ts";

export interface RunOptions extends Pick<RunEngineArgs, "onOutput" | "signal"> {
    /** Told what the engine does, in its own words, as it does it. */
    onEvent?: (event: EngineEvent) => void;
}

export interface ProgramOptions extends RunOptions {
    /** Folders of policy packs to check the program's resources with. */
    policyPacks?: readonly string[];
}

/**
 * A stack, through the Pulumi CLI. The Automation API does the same and more, but needs a second to load what that more
 * takes, and asks the CLI several times before the first preview.
 */
export class EngineStack {
    readonly name: string;
    private readonly cwd: string;
    private readonly env: NodeJS.ProcessEnv;
    /** In place of the stack's own. */
    private readonly configFile: string | undefined;

    constructor(name: string, cwd: string, env: NodeJS.ProcessEnv, configFile?: string) {
        this.name = name;
        this.configFile = configFile;
        this.cwd = cwd;
        // Without it the CLI hides the flag for its event log.
        this.env = { ...env, PULUMI_DEBUG_COMMANDS: "true", PULUMI_AUTOMATION_API: "true" };
    }

    async preview({ policyPacks = [], ...options }: ProgramOptions = {}): Promise<void> {
        await this.withEvents(["preview", ...under(policyPacks)], options);
    }

    async up({ policyPacks = [], ...options }: ProgramOptions = {}): Promise<void> {
        await this.withEvents(["up", "--yes", "--skip-preview", ...under(policyPacks)], options);
    }

    /** What the stack says about itself since the last update; a secret stays hidden. */
    async outputs(): Promise<Readonly<Record<string, unknown>>> {
        return JSON.parse(await this.run(["stack", "output", "--json"]));
    }

    /** Its state as the engine writes it out; secrets stay encrypted. */
    async exported(): Promise<string> {
        return this.run(["stack", "export"]);
    }

    /** Creates it in the backend; one that is there already is an error. */
    async create(): Promise<void> {
        await this.run(["stack", "init", this.name, "--no-select"]);
    }

    /** Selects it in the backend; one that is not there is an error. */
    async select(): Promise<void> {
        await this.run(["stack", "select"]);
    }

    private async withEvents(args: readonly string[], { onEvent = () => {}, ...options }: RunOptions): Promise<void> {
        const folder = await mkdtemp(join(tmpdir(), "engine-events-"));
        const file = join(folder, "events.json");
        const events = new EventLog(file, onEvent);
        try {
            const always = ["--color", "never", "--exec-kind", "auto.local", "--event-log", file];
            // The engine's own words would fill the terminal of whoever only waits for the result.
            const configured = this.configFile ? ["--config-file", this.configFile] : [];
            await this.run([...args, ...always, ...configured, "--suppress-progress"], options);
        } finally {
            events.end();
            await rm(folder, { recursive: true, force: true });
        }
    }

    private run(args: readonly string[], options: Pick<RunOptions, "onOutput" | "signal"> = {}): Promise<string> {
        const named = args.includes(this.name) ? args : [...args, "--stack", this.name];
        return runEngine({ args: named, cwd: this.cwd, env: this.env, ...options });
    }
}

function under(policyPacks: readonly string[]): string[] {
    return policyPacks.flatMap((pack) => ["--policy-pack", pack]);
}
