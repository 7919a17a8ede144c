import fs from "node:fs";

const lookMilliseconds = 500;

/**
 * npm that was killed cannot tell us: the kernel then gives us a new parent, and we end as npm would have asked us to. Who
 * starts a command without npm may leave it behind on purpose.
 * @param {NodeJS.ProcessEnv} env
 */
export function endWithNpm(env) {
    if (env.npm_lifecycle_event === undefined) return;
    const above = ancestors();
    const look = setInterval(() => {
        if (ancestors() === above) return;
        clearInterval(look);
        process.kill(process.pid, "SIGTERM");
    }, lookMilliseconds);
    look.unref();
}

/** The parent, and where the kernel tells it cheaply also that one's: a shell may stand between npm and us. */
function ancestors() {
    try {
        const stat = fs.readFileSync(`/proc/${process.ppid}/stat`, "latin1");
        // The name of the program, in parentheses, may have spaces.
        const [, grandparent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
        return `${process.ppid} ${grandparent}`;
    } catch {
        return String(process.ppid);
    }
}
