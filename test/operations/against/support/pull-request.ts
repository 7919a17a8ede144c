import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import {
    cpSync,
    existsSync,
    mkdirSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    rmSync,
    unlinkSync,
    writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Report } from "../../../../operations/preview/environment.ts";
import { paths } from "../../../../tools/paths.mjs";
import { programCopy } from "../../../e2e/support/program-copy.ts";
import { assertReport, assertSarif, assertXml } from "../../report/support/well-formed.ts";

/** What a workflow has after it ran the command. */
export interface Rehearsed {
    code: number | null;
    /** What was printed, and what was said beside it. */
    printed: string;
    said: string;
    report: Report;
    /** The comment. */
    markdown: string;
    /** What lies beside a comment that was cut. */
    whole?: string;
    sarif: string;
    junit: string;
    /** All of it, also what lies beside the files. */
    everything: string;
}

/** A repository whose main branch is this program, on which pull requests are rehearsed one after the other. */
export interface Repository {
    root: string;
    /** Replaces a text in a file; refuses one that is not there. */
    change(file: string, from: string, to: string): void;
    write(file: string, text: string): void;
    read(file: string): string;
    delete(file: string): void;
    /** Runs the preview of the workflow on what was changed. */
    preview(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Rehearsed>;
    git(...args: string[]): string;
    /** Takes all back. */
    reset(): void;
    remove(): void;
}

export function repository(): Repository {
    const { root, change, remove } = programCopy();
    // What is kept of a copy would stay behind in the cache that copies share.
    unlinkSync(join(root, ".platform", "cache"));
    const cache = join(root, ".platform", "cache");
    mkdirSync(cache);
    // The libraries and most functions are the same, and take the longest to bundle.
    if (existsSync(paths.bundles)) cpSync(paths.bundles, join(root, ".platform", "bundles"), { recursive: true });
    for (const name of existsSync(paths.cache) ? readdirSync(paths.cache) : []) {
        if (name.startsWith("bundle-guard-libraries-")) cpSync(join(paths.cache, name), join(cache, name));
    }
    const out = mkdtempSync(join(tmpdir(), "pull-request-"));
    const git = (...args: string[]) => {
        const who = ["-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
        return execFileSync("git", [...who, ...args], { cwd: root, encoding: "utf8" });
    };
    git("init", "--quiet", "--initial-branch=main");
    // A link to a folder is no folder, so the usual line does not keep it out.
    writeFileSync(join(root, ".git", "info", "exclude"), "node_modules\n.platform\n");
    git("add", "--all");
    git("commit", "--quiet", "--message", "base");
    const base = git("rev-parse", "HEAD").trim();
    return {
        root,
        change,
        git,
        read: (file) => readFileSync(join(root, file), "utf8"),
        write(file, text) {
            mkdirSync(dirname(join(root, file)), { recursive: true });
            writeFileSync(join(root, file), text);
        },
        delete: (file) => rmSync(join(root, file), { recursive: true }),
        preview: (args, env = {}) => preview(root, out, args, env),
        reset() {
            git("reset", "--quiet", "--hard", base);
            git("clean", "--quiet", "--force", "-d");
        },
        remove() {
            remove();
            rmSync(out, { recursive: true, force: true });
        },
    };
}

async function preview(root: string, out: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Rehearsed> {
    rmSync(out, { recursive: true, force: true });
    const file = (name: string) => join(out, name);
    const forms = ["json", "markdown", "sarif", "junit"].flatMap((form) => [`--${form}`, file(form)]);
    const child = spawn(process.execPath, ["tools/run.mjs", "operations/preview.ts", ...args, ...forms], {
        cwd: root,
        env: { ...process.env, CI: "true", ...env },
        stdio: ["ignore", "pipe", "pipe"],
    });
    let [printed, said] = ["", ""];
    child.stdout.on("data", (chunk) => {
        printed += chunk;
    });
    child.stderr.on("data", (chunk) => {
        said += chunk;
    });
    const code = await new Promise<number | null>((resolve, reject) => {
        child.once("error", reject);
        child.once("close", resolve);
    });
    const texts = ["json", "markdown", "sarif", "junit"].map((form) => read(file(form), said)) as [
        string,
        string,
        string,
        string,
    ];
    const [json, markdown, sarif, junit] = texts;
    // Whatever a rehearsal is about, every form of its report is well-formed.
    assertReport(json);
    assertSarif(sarif);
    assertXml(junit);
    assert.ok(Buffer.byteLength(markdown) <= 65_536, `a comment of ${Buffer.byteLength(markdown)} bytes`);
    const wide = `${printed}\n${said}`.split("\n").filter((line) => line.length > 80);
    assert.deepEqual(wide, []);
    const whole = existsSync(file("markdown.whole")) ? read(file("markdown.whole"), said) : undefined;
    const everything = [printed, said, ...texts, whole ?? ""].join("\n");
    const beside = whole !== undefined && { whole };
    return { ...beside, code, printed, said, report: JSON.parse(json), markdown, sarif, junit, everything };
}

function read(file: string, said: string): string {
    try {
        return readFileSync(file, "utf8");
    } catch (cause) {
        throw new Error(`the command wrote no ${file}:\n${said}`, { cause });
    }
}
