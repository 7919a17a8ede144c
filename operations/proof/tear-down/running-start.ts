import { mkdirSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { paths } from "../../../tools/paths.mjs";
import { spawnOnLeash } from "../../../tools/run/leash.mjs";
import type { Summary } from "../../start/summary.ts";

/** What a start said, and how it ended. */
export interface Ended {
    /** Undefined when a signal ended it. */
    readonly code: number | undefined;
    readonly output: string;
}

/** `npm start` as a person runs it, on a local cloud in a folder of its own, by which its processes can be told. */
export class RunningStart {
    readonly ended: Promise<Ended>;
    private output = "";
    private readonly onText = new Set<() => void>();
    private readonly folder: string;

    constructor(folder: string) {
        this.folder = folder;
        mkdirSync(join(folder, "tmp"), { recursive: true });
        const args = ["start", "--", "--once", "--json", join(folder, "summary.json")];
        const own = { COMPLIANCE_LOCAL_DATA: folder, TMPDIR: join(folder, "tmp"), CI: "true" };
        const child = spawnOnLeash("npm", args, { cwd: paths.root, env: { ...process.env, ...own } });
        for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => this.hear(String(chunk)));
        this.ended = new Promise((resolve, reject) => {
            child.once("error", reject);
            // Not its streams: who has outlived it may hold them.
            child.once("exit", (code) => resolve({ code: code ?? undefined, output: this.output }));
        });
        void this.ended.then(() => this.tell());
    }

    /** All that it has said. */
    get said(): string {
        return this.output;
    }

    /** Whether it came to say this; it ends without, or it does. */
    async says(text: string): Promise<boolean> {
        let isOver = false;
        void this.ended.then(() => {
            isOver = true;
        });
        while (!this.output.includes(text) && !isOver) {
            await new Promise<void>((resolve) => {
                const heard = () => {
                    this.onText.delete(heard);
                    resolve();
                };
                this.onText.add(heard);
            });
        }
        return this.output.includes(text);
    }

    /** What it wrote at its end; taken away, so that the next one cannot be mistaken for it. */
    async summary(): Promise<Summary | undefined> {
        const file = join(this.folder, "summary.json");
        const text = await readFile(file, "utf8").catch(() => undefined);
        await rm(file, { force: true });
        return text === undefined ? undefined : JSON.parse(text);
    }

    private hear(text: string): void {
        this.output += text;
        this.tell();
    }

    private tell(): void {
        for (const heard of [...this.onText]) heard();
    }
}
