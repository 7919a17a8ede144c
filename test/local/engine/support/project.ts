import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { engineEnvironment, fileBackend } from "../../../../tools/engine-environment.mjs";
import { paths } from "../../../../tools/paths.mjs";
import { readEngineRecord } from "../../../../tools/setup/engine-record.mjs";

export interface Outcome {
    code: number | null;
    output: string;
}

/** A tiny Pulumi project of its own, run by the real engine with our language host. */
export class Project {
    readonly folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "compliance-engine-")));
    readonly #children = new Set<ChildProcess>();

    constructor(program: string) {
        this.write("Pulumi.yaml", "name: tiny\nmain: index.ts\nruntime:\n  name: nodejs\n  options:\n");
        fs.appendFileSync(
            path.join(this.folder, "Pulumi.yaml"),
            "    typescript: false\n    nodeargs: --import tsx/esm\n",
        );
        this.write("package.json", '{ "type": "module" }');
        this.write("index.ts", program);
        fs.symlinkSync(paths.nodeModules, path.join(this.folder, "node_modules"));
        fs.mkdirSync(path.join(this.folder, "state"));
    }

    write(name: string, text: string): void {
        const file = path.join(this.folder, name);
        fs.mkdirSync(path.dirname(file), { recursive: true });
        fs.writeFileSync(file, text);
    }

    /** Starts the engine; the command goes on until `end` tells what became of it. */
    start(args: string[], variables: NodeJS.ProcessEnv = {}): { engine: ChildProcess; end: Promise<Outcome> } {
        const env = engineEnvironment({ standIn: true, backendUrl: fileBackend(path.join(this.folder, "state")) });
        const engine = spawn(readEngineRecord(paths).binary, [...args, "--non-interactive", "--color", "never"], {
            cwd: this.folder,
            // An official host would be used otherwise, where there is one.
            env: {
                ...env,
                PATH: `${paths.languageHost}:${env.PATH}`,
                PULUMI_HOME: path.join(this.folder, "home"),
                ...variables,
            },
            stdio: ["ignore", "pipe", "pipe"],
        });
        this.#children.add(engine);
        let output = "";
        for (const stream of [engine.stdout, engine.stderr]) {
            stream?.on("data", (data: Buffer) => {
                output += data.toString();
            });
        }
        const end = new Promise<Outcome>((resolve) => {
            engine.once("close", (code) => {
                this.#children.delete(engine);
                resolve({ code, output });
            });
        });
        return { engine, end };
    }

    async run(args: string[], variables: NodeJS.ProcessEnv = {}): Promise<Outcome> {
        return await this.start(args, variables).end;
    }

    async remove(): Promise<void> {
        for (const engine of this.#children) engine.kill("SIGKILL");
        await fs.promises.rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
    }
}
