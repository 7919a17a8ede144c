import { spawn } from "node:child_process";

const graceMilliseconds = 2_000;

/** @typedef {ReturnType<typeof createChildren>} Children */

/** The programs this host has started, so that none outlives it. */
export function createChildren() {
    /** @type {Set<import("node:child_process").ChildProcess>} */
    const running = new Set();

    /** @param {import("node:child_process").ChildProcess} child */
    const end = (child) =>
        /** @type {Promise<void>} */ (
            new Promise((resolve) => {
                if (!running.has(child)) return resolve();
                child.once("close", () => resolve());
                child.kill("SIGTERM");
                setTimeout(() => child.kill("SIGKILL"), graceMilliseconds).unref();
            })
        );

    return {
        end,
        endAll: () => Promise.all([...running].map(end)),
        /**
         * Starts Node in the process group of this host, which the engine ends as a whole when it has to use force.
         * @param {string[]} args
         * @param {{ cwd: string, env: NodeJS.ProcessEnv, stdio: import("node:child_process").StdioOptions }} options
         */
        start(args, options) {
            const child = spawn(process.execPath, args, options);
            running.add(child);
            child.once("close", () => running.delete(child));
            child.once("error", () => running.delete(child));
            return child;
        },
    };
}
