import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { runChild } from "../child.mjs";
import { replaceFolder } from "../replace-folder.mjs";
import { engineVersion } from "./pinned.mjs";

/** @typedef {import("../context.mjs").SetUpContext} SetUpContext */
/** @typedef {import("./route-result.mjs").RouteResult} RouteResult */

const program = path.join(path.dirname(fileURLToPath(import.meta.url)), "run-installer.mjs");

/**
 * Route 2: the official installer. It is asked for only where its server answers, so that a laptop without that network
 * starts on the third route at once and not after the installer's own two minutes.
 * @param {SetUpContext} context
 * @returns {Promise<RouteResult>}
 */
export async function engineFromInstaller(context) {
    const { at, env, signal, detail } = context;
    const unreachable = await context.installerFault();
    if (unreachable !== undefined) return { reason: `the official installer cannot be reached: ${unreachable}` };
    detail("waiting for the libraries, which hold the installer");
    await context.librariesDone;
    detail(`installing Pulumi ${engineVersion}`);
    const reason = await replaceFolder(at.engine, async (partial) => {
        const args = [program, at.root, partial, engineVersion];
        const { code, lines } = await runChild(process.execPath, args, { env, signal, limitSeconds: 300 });
        const finished = code === 0 && fs.existsSync(path.join(partial, "bin", "pulumi"));
        return finished ? undefined : `the official installer failed: ${lines || "it left no pulumi behind"}`;
    });
    if (reason !== undefined) return { reason };
    return { engine: { route: "installer", binary: path.join(at.engine, "bin", "pulumi"), version: engineVersion } };
}

/** Why the server of the installer does not answer, or nothing. */
export async function installerFault() {
    try {
        const answer = await fetch("https://get.pulumi.com/install.sh", {
            method: "HEAD",
            signal: AbortSignal.timeout(5_000),
        });
        return answer.ok ? undefined : `get.pulumi.com answers ${answer.status}`;
    } catch (error) {
        const { message, cause } = /** @type {Error} */ (error);
        return cause instanceof Error ? cause.message : message;
    }
}
