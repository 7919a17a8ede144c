import { runChild } from "./child.mjs";
import { SetUpFailure } from "./failure.mjs";
import { findProgram } from "./find-program.mjs";
import { compare, numbers } from "./node-version.mjs";

/** DuckDB, behind the local Athena, needs it. */
export const oldestPython = "3.11.0";

const names = ["python3", "python3.14", "python3.13", "python3.12", "python3.11", "python"];

const question = [
    "import importlib.util, sys",
    "modules = [m for m in ('venv', 'ensurepip') if importlib.util.find_spec(m) is None]",
    "print('.'.join(map(str, sys.version_info[:3])), *modules)",
].join("\n");

/**
 * The Python named by the variable PYTHON, else the first on PATH that is new enough and can make an environment.
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} signal
 */
export async function findPython(env, signal) {
    const faults = [];
    for (const name of env.PYTHON ? [env.PYTHON] : names) {
        const command = name.includes("/") ? name : findProgram(name, env.PATH);
        if (command === undefined) {
            if (env.PYTHON) faults.push(`PYTHON=${name} is not on PATH`);
            continue;
        }
        const { code, stdout, lines } = await runChild(command, ["-c", question], {
            env,
            signal,
            limitSeconds: 120,
        });
        const [version = "", ...missing] = stdout.trim().split(" ");
        if (code !== 0 || !/^\d+\.\d+\.\d+$/.test(version)) faults.push(`${command} does not run: ${lines}`);
        else if (compare(numbers(version), numbers(oldestPython)) < 0) faults.push(`${command} is ${version}`);
        else if (missing.length > 0) faults.push(missingModules(command, version, missing));
        else return { command, version };
    }
    throw new SetUpFailure(noPythonMessage(faults));
}

/**
 * @param {string} command
 * @param {string} version
 * @param {string[]} missing
 */
function missingModules(command, version, missing) {
    const minor = version.split(".").slice(0, 2).join(".");
    return `${command} (${version}) lacks ${missing.join(" and ")}; on Debian and Ubuntu: apt install python${minor}-venv`;
}

/** @param {string[]} faults */
function noPythonMessage(faults) {
    const least = oldestPython.replace(/\.0$/, "");
    return [
        `The local AWS services need Python ${least} or newer with its venv module.`,
        ...(faults.length > 0 ? faults : ["There is no Python on PATH."]).map((fault) => `  ${fault}`),
        "Install it (https://www.python.org/downloads/, apt install python3 python3-venv, brew install python), or name one",
        "with PYTHON=/path/to/python3. Then run: npm run setup",
    ].join("\n");
}
