import { spawn } from "node:child_process";

/**
 * A shell that becomes the program, once it has left somebody behind who waits at a pipe from us: a line says that all is
 * well, and its end without one that we are gone, whatever ended us. Only what every shell has built in.
 */
const SCRIPT = `exec 3<&0 </dev/null
(trap '' INT TERM HUP; read -r _ <&3 || kill -s "$1" -- "$2$$") >/dev/null 2>&1 &
shift 2
exec 3<&-
exec "$@"`;

/**
 * Starts a program that ends with this process, also when that is killed by kill -9, which nobody can answer. It leads a
 * process group of its own and reads nothing.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {object} options
 * @param {string | undefined} [options.cwd]
 * @param {NodeJS.ProcessEnv} options.env
 * @param {boolean} [options.gently] asks the program alone to end, as one Ctrl-C does; default: kills its whole group
 */
export function spawnOnLeash(command, args, { cwd, env, gently = false }) {
    const [signal, target] = gently ? ["INT", ""] : ["KILL", "-"];
    const child = spawn("/bin/sh", ["-c", SCRIPT, "sh", signal, target, command, ...args], {
        ...(cwd !== undefined && { cwd }),
        env,
        detached: true,
        stdio: ["pipe", "pipe", "pipe"],
    });
    child.stdin.on("error", () => undefined);
    child.once("exit", () => child.stdin.end("\n"));
    return child;
}
