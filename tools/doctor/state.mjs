import { engineEnvironment } from "../engine-environment.mjs";
import { localStack, stateBackend } from "../pulumi/stacks.mjs";
import { readValidEngineRecord } from "../setup/engine-record.mjs";
import { librariesStep } from "../setup/libraries.mjs";
import { labelOf, readDeployment, some } from "./deployment.mjs";
import { fails, note, well } from "./finding.mjs";

/** How long the state of an account may take to answer. */
const LIMIT_SECONDS = 60;

/**
 * Whether the state of a stack can be read, and whether an update of it was broken off.
 * @type {import("./finding.mjs").Check}
 */
export async function stateOf({ at, env, stack, run }) {
    if (stack === undefined || stack === localStack) return [];
    const engine = readValidEngineRecord(at);
    if (engine === undefined || librariesStep.ready(at, env) === undefined) {
        return [note("state", `of ${stack} can be asked once the set-up is done`, "$ npm run setup")];
    }
    // That it cannot reach the state of an account is said of the engine.
    if (engine.route === "modules") return [];
    const backendUrl = await stateBackend(at, stack, env);
    const overridden = env.PULUMI_BACKEND_URL
        ? [
              note(
                  "state",
                  `PULUMI_BACKEND_URL says where it lies, not Pulumi.${stack}.yaml`,
                  "$ unset PULUMI_BACKEND_URL",
              ),
          ]
        : [];
    const { code, stdout, lines } = await run(
        engine.binary,
        ["stack", "export", "--stack", stack, "--non-interactive"],
        {
            cwd: at.root,
            env: engineEnvironment({ backendUrl }, env, at),
            signal: new AbortController().signal,
            limitSeconds: LIMIT_SECONDS,
        },
    );
    if (code !== 0) return [...overridden, unreadable(stack, lines)];
    return [...overridden, ...half(stack, readDeployment(stdout))];
}

/**
 * @param {string} stack
 * @param {string} lines
 */
function unreadable(stack, lines) {
    const reason = lines.split("\n").find((line) => /error/i.test(line)) ?? lines.split("\n").at(-1) ?? "";
    if (/no stack named/.test(lines)) {
        return note(
            "state",
            `there is no stack ${stack} yet`,
            "infra/bootstrap/README.md, step 6, says how it begins.",
        );
    }
    const [locked] = /the stack is currently locked/.exec(lines) ?? [];
    if (locked !== undefined) {
        return fails("state", `of ${stack} is locked: an update runs, or one was killed`, ...unlock(stack));
    }
    return fails("state", `of ${stack} cannot be read: ${reason.trim()}`, "Log in to its account, then ask again.");
}

/**
 * @param {string} stack
 * @param {import("./deployment.mjs").Deployment} deployment
 */
function half(stack, { resources, pending }) {
    if (pending.length === 0) return [well("state", `of ${stack}: ${resources.length} resources, nothing pending`)];
    const what = some(pending.map(({ type, urn }) => `${type} ${labelOf(urn)}`));
    return [
        fails(
            "state",
            `an update of ${stack} was killed: nobody knows what became of ${what}`,
            "See in the account whether it is there. If it is, take it into the state by its id:",
            `$ npm run pulumi -- refresh --stack ${stack} --import-pending-creates URN ID`,
            "If it is not, or for everything but creations, let the state forget the attempt:",
            `$ npm run pulumi -- refresh --stack ${stack} --clear-pending-creates`,
            ...unlock(stack),
        ),
    ];
}

/** @param {string} stack */
function unlock(stack) {
    return [
        "If no update runs any more, a lock that it left is taken away by:",
        `$ npm run pulumi -- cancel --stack ${stack}`,
    ];
}
