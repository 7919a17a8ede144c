import fs from "node:fs";
import path from "node:path";
import { engineEnvironment } from "../engine-environment.mjs";
import { paths } from "../paths.mjs";
import { runInForeground } from "../run/foreground.mjs";
import { runChild } from "../setup/child.mjs";
import { readEngineRecord } from "../setup/engine-record.mjs";
import { SetUpFailure } from "../setup/failure.mjs";
import { readArguments, underGuardrails } from "./arguments.mjs";
import { rememberStack, selectedStack } from "./selected-stack.mjs";
import { stackEnvironment } from "./stack-environment.mjs";
import { localStack, requireKnownStack } from "./stacks.mjs";

const project = "compliance-platform";

/**
 * Plain Pulumi, with the backend and the environment that belong to the stack, and never without the guardrails.
 * @param {string[]} args what a person would type after `pulumi`
 * @returns {Promise<number>} Pulumi's own exit code
 */
export async function runPulumi(args) {
    const { stack: named, needsBackend, needsStack, selects } = readArguments(args);
    const stack = named ?? selectedStack(paths, process.env);
    if (named !== undefined || needsBackend) requireKnownStack(paths, stack);
    const { binary } = readEngineRecord(paths);
    // `version` or `plugin ls` need no backend, so they must not ask for one.
    const env = needsBackend || stack === localStack ? await stackEnvironment(stack) : engineEnvironment();
    if (stack === localStack && needsStack) await createLocalStack(binary, env);
    const guarded = underGuardrails(args, paths.policyPack, paths.root);
    const code = await runInForeground(binary, guarded, { cwd: paths.root, env: { ...env, PULUMI_STACK: stack } });
    if (code === 0 && selects && named !== undefined) rememberStack(paths, named);
    return code;
}

/**
 * @param {string} binary
 * @param {NodeJS.ProcessEnv} env
 */
async function createLocalStack(binary, env) {
    const state = path.join(paths.state, ".pulumi", "stacks", project, `${localStack}.json`);
    if (fs.existsSync(state)) return;
    const { code, lines } = await runChild(binary, ["stack", "init", localStack, "--no-select", "--non-interactive"], {
        cwd: paths.root,
        env,
        signal: new AbortController().signal,
    });
    // Another command may have created it in the same moment.
    if (code !== 0 && !fs.existsSync(state)) {
        throw new SetUpFailure(`The stack ${localStack} could not be created:\n${lines}`);
    }
}
