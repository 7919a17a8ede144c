import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { localStack } from "../pulumi/stacks.mjs";
import { findProgram } from "../setup/find-program.mjs";
import { librariesStep } from "../setup/libraries.mjs";
import { fails, note, well } from "./finding.mjs";

/** @typedef {import("./finding.mjs").Patient} Patient */

const LIMIT_SECONDS = 20;
const LOG_IN = { aws: "$ aws sso login", azure: "$ az login" };

/**
 * Which credentials there are for the accounts of a stack, and whether they are of those accounts.
 * @type {import("./finding.mjs").Check}
 */
export async function accountsOf(patient) {
    const { at, stack } = patient;
    if (stack === undefined || stack === localStack) return [];
    const settings = fs.readFileSync(path.join(at.root, `Pulumi.${stack}.yaml`), "utf8");
    return [...(await aws(patient, settings)), ...(await azure(patient, settings))];
}

/**
 * @param {Patient} patient
 * @param {string} settings
 */
async function aws({ at, env, run, stack }, settings) {
    const wanted = /aws:allowedAccountIds:\s*\[\s*["']?(\d{12})/.exec(settings)?.[1] ?? "";
    const source = sourceOfAws(env);
    if (source === undefined) return [fails("aws", `no credentials for ${stack}, account ${wanted}`, LOG_IN.aws)];
    if (librariesStep.ready(at, env) === undefined)
        return [note("aws", `${source}; whose they are is asked after the set-up`)];
    // In a process of its own: it may hang on a network, and what it loads is not ours to load before the set-up.
    const asks = [
        "const { GetCallerIdentityCommand, STSClient } = require(process.argv[1]);",
        "new STSClient({ region: process.argv[2], maxAttempts: 1 }).send(new GetCallerIdentityCommand({}))",
        ".then(({ Account }) => console.log(Account), ({ name }) => { console.error(name); process.exit(1); });",
    ].join("");
    const region = /aws:region:\s*(\S+)/.exec(settings)?.[1] ?? "us-east-1";
    const client = createRequire(path.join(at.root, "package.json")).resolve("@aws-sdk/client-sts");
    const options = { cwd: at.root, env, signal: new AbortController().signal, limitSeconds: LIMIT_SECONDS };
    const { code, stdout, lines } = await run(process.execPath, ["-e", asks, client, region], options);
    if (code !== 0) return [fails("aws", `${source} do not work: ${lines.split("\n").at(-1)}`, LOG_IN.aws)];
    const found = stdout.trim();
    return [
        ofAccount({ about: "aws", kind: "account", found, wanted, source, stack: String(stack), mend: LOG_IN.aws }),
    ];
}

/**
 * Where credentials of AWS would come from, in words; undefined where there are none.
 * @param {NodeJS.ProcessEnv} env
 */
export function sourceOfAws(env) {
    if (env.AWS_WEB_IDENTITY_TOKEN_FILE && env.AWS_ROLE_ARN)
        return "credentials by a token (AWS_WEB_IDENTITY_TOKEN_FILE)";
    if (env.AWS_ACCESS_KEY_ID) return "credentials in AWS_ACCESS_KEY_ID";
    if (env.AWS_CONTAINER_CREDENTIALS_RELATIVE_URI || env.AWS_CONTAINER_CREDENTIALS_FULL_URI)
        return "credentials of a container";
    const home = path.join(env.HOME ?? os.homedir(), ".aws");
    const files = [
        env.AWS_CONFIG_FILE ?? path.join(home, "config"),
        env.AWS_SHARED_CREDENTIALS_FILE ?? path.join(home, "credentials"),
    ];
    const profile = env.AWS_PROFILE === undefined ? "the default profile" : "the profile in AWS_PROFILE";
    return files.some((file) => fs.existsSync(file)) ? `credentials of ${profile}` : undefined;
}

/**
 * @param {Patient} patient
 * @param {string} settings
 */
async function azure({ at, env, run, stack }, settings) {
    const wanted = /azure-native:subscriptionId:\s*["']?([0-9a-f-]{36})/.exec(settings)?.[1] ?? "";
    const missing = ["ARM_CLIENT_ID", "ARM_TENANT_ID"].filter(
        (name) => !env[name] && !(name === "ARM_TENANT_ID" && /azure-native:tenantId:/.test(settings)),
    );
    if (env.ARM_USE_OIDC === "true" || env.ARM_CLIENT_SECRET) {
        const how = env.ARM_USE_OIDC === "true" ? "a token (ARM_USE_OIDC)" : "a stored secret (ARM_CLIENT_SECRET)";
        if (missing.length > 0)
            return [fails("azure", `${how} without ${missing.join(" and ")}`, `Set ${missing.join(" and ")}.`)];
        return [well("azure", `credentials by ${how}, for subscription ${wanted} of ${stack}`)];
    }
    const az = findProgram("az", env.PATH);
    if (az === undefined) {
        const says = `no credentials for ${stack}: az is not on PATH, and ARM_CLIENT_ID with ARM_USE_OIDC is not set`;
        return [
            fails("azure", says, "Install it: https://learn.microsoft.com/cli/azure/install-azure-cli", LOG_IN.azure),
        ];
    }
    const options = { cwd: at.root, env, signal: new AbortController().signal, limitSeconds: LIMIT_SECONDS };
    const { code, stdout } = await run(az, ["account", "show", "--query", "id", "--output", "tsv"], options);
    if (code !== 0) return [fails("azure", `nobody is logged in, as ${stack} needs`, LOG_IN.azure)];
    return [
        ofAccount({
            about: "azure",
            kind: "subscription",
            found: stdout.trim(),
            wanted,
            source: "login of az",
            stack: String(stack),
            mend: `$ az account set --subscription ${wanted}`,
        }),
    ];
}

/**
 * @typedef {object} Login
 * @property {string} about
 * @property {string} kind what the cloud calls an account
 * @property {string} found the account that the credentials are of
 * @property {string} wanted the one that the stack is in
 * @property {string} source where the credentials come from
 * @property {string} stack
 * @property {string} mend
 */

/** @param {Login} login */
function ofAccount({ about, kind, found, wanted, source, stack, mend }) {
    if (found === wanted) return well(about, `${source}: ${kind} ${wanted}, which ${stack} is in`);
    return fails(about, `${source}: ${kind} ${found}, but ${stack} is in ${wanted}`, mend);
}
