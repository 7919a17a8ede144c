import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { runChild } from "./child.mjs";
import { npmCommand } from "./libraries.mjs";
import { readStamp, removeStamp, writeStamp } from "./stamp.mjs";

/** @typedef {import("../paths.mjs").PlatformPaths} PlatformPaths */
/** @typedef {{ wanted: string, program?: string, version: string }} BrowserStamp */

/**
 * What a browser is called where people install one themselves: on PATH, or on macOS in its folder.
 * @param {NodeJS.ProcessEnv} env
 */
function installed(env) {
    const names = ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser"];
    const folders = (env.PATH ?? "").split(path.delimiter).filter((folder) => folder !== "");
    const mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
    return [...names.flatMap((name) => folders.map((folder) => path.join(folder, name))), mac].find((file) =>
        fs.existsSync(file),
    );
}

/**
 * The browser that the tests use: the one that `COMPLIANCE_BROWSER` names, the one that was set up, or an installed one.
 * @param {PlatformPaths} at
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined}
 */
export function browserProgram(at, env) {
    const named = env.COMPLIANCE_BROWSER;
    if (named) return named;
    const { program } = /** @type {Partial<BrowserStamp>} */ (readStamp(at, "browser") ?? {});
    return program !== undefined && fs.existsSync(program) ? program : installed(env);
}

/**
 * Chromium out of a package that brings the program. It is not among the libraries, because it is large and only tests use
 * it. Where it cannot be had, they say what they leave out, and all others run.
 * @satisfies {import("./context.mjs").SetUpStep}
 */
export const browserStep = {
    title: "Browser for tests",

    /**
     * @param {PlatformPaths} at
     * @param {NodeJS.ProcessEnv} env
     * @param {boolean} [packaged]
     */
    ready(at, env, packaged = isPackaged()) {
        if (!packaged || env.COMPLIANCE_BROWSER) return "a browser of this machine, if there is one";
        const stamp = /** @type {BrowserStamp | undefined} */ (readStamp(at, "browser"));
        if (stamp?.wanted !== wantedBrowser(at)) return undefined;
        return stamp.program === undefined || fs.existsSync(stamp.program) ? stamp.version : undefined;
    },

    /** @param {import("./context.mjs").SetUpContext} context */
    async make({ at, env, signal, detail }) {
        removeStamp(at, "browser");
        fs.rmSync(at.browser, { recursive: true, force: true });
        fs.mkdirSync(path.join(at.browser, "program"), { recursive: true });
        for (const name of ["package.json", "package-lock.json"]) {
            fs.copyFileSync(path.join(at.browserPackage, name), path.join(at.browser, name));
        }
        const run = (/** @type {string} */ command, /** @type {string[]} */ args, more = {}) =>
            runChild(command, args, { cwd: at.browser, env: { ...env, ...more }, signal });
        const [command, ...first] = npmCommand(env);
        detail("npm ci");
        const fetched = await run(command, [...first, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
        // Not noted: the next run tries again.
        if (fetched.code !== 0) return "none: npm could not fetch it";
        detail("unpacking");
        const unpack = `const { default: chromium } = await import("@sparticuz/chromium"); await chromium.executablePath();`;
        // It unpacks itself into the folder for temporary files.
        await run(process.execPath, ["--input-type=module", "-e", unpack], {
            TMPDIR: path.join(at.browser, "program"),
        });
        fs.rmSync(path.join(at.browser, "node_modules"), { recursive: true, force: true });
        const program = path.join(at.browser, "program", "chromium");
        const asked = await run(program, ["--version"]);
        const wanted = wantedBrowser(at);
        if (asked.code !== 0) {
            const version = `none: it does not start here (${asked.lines.split("\n")[0]})`;
            writeStamp(at, "browser", { wanted, version });
            return version;
        }
        const version = asked.stdout.trim();
        writeStamp(at, "browser", { wanted, program, version });
        return version;
    },
};

/** The package has the program for one kind of machine. */
function isPackaged() {
    return process.platform === "linux" && process.arch === "x64";
}

/** @param {PlatformPaths} at */
function wantedBrowser(at) {
    const lock = fs.readFileSync(path.join(at.browserPackage, "package-lock.json"));
    return crypto.createHash("sha256").update(lock).update(pathToFileURL(at.browser).href).digest("hex");
}
