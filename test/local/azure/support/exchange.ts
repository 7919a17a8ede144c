import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateOpenIDConnectProviderCommand, IAMClient } from "@aws-sdk/client-iam";
import { bundle } from "../../../../infra/compute/bundle.ts";
import type { Bundle } from "../../../../infra/compute/bundle-content.ts";
import { type Entra, startEntra } from "../../../../local/azure/entra/entra.ts";
import type { ManagedIdentity } from "../../../../local/azure/entra/managed-identity-token.ts";
import { SigningKeys } from "../../../../local/azure/entra/signing-keys.ts";
import { factoryIdentity } from "../../../../local/azure/provisioned.ts";
import type { Known } from "../../../../local/in-process/resources.ts";
import { liveResource } from "../../../../local/providers/live/live-resource.ts";
import type { LiveResource } from "../../../../local/services/bindings/index.ts";
import { bindings } from "../../../../local/services/bindings/index.ts";
import { type Clients, localClients } from "../../../../local/services/clients.ts";
import { startLocalServices } from "../../../../local/services/local-services.ts";
import { atEnd } from "../../../support/at-end.ts";
import { theProgram } from "./program.ts";

export const TENANT = "00000000-0000-4000-8000-000000000000";
export const APP_URI = `api://${TENANT}/compliance-exchange`;

/** As the configuration of the local stack has it. */
export const AWS_ISSUER = "https://00000000-0000-4000-8000-000000000002.tokens.sts.global.api.aws";

/** The exchange as the program makes it, in services that enforce permissions, beside an Entra of our own. */
export interface Exchange {
    readonly entra: Entra;
    /** By which the account signs its tokens for Azure. */
    readonly aws: SigningKeys;
    readonly clients: Clients;
    /** As whom Data Factory comes. */
    readonly landing: ManagedIdentity;
    readonly resources: readonly LiveResource[];
    /** The one of this type and name. */
    find(type: string, name: string): LiveResource;
}

/** What the door stands on, by the names that the program gives it; roles and their policies belong to them. */
const NAMES = /^(supplementary|supplementary-runs|discrepancies|data|receive|landing(-.*)?)$/;
const LEFT_OUT = /^aws:(cloudwatch|ec2|sqs)\/|BucketNotification$/;

let shared: Promise<Exchange & { stop(): Promise<void> }> | undefined;

/** Shared by all tests of one process: each works in runs of its own. */
export function theExchange(): Promise<Exchange> {
    if (shared === undefined) {
        shared = start();
        atEnd(async () => (await shared)?.stop());
    }
    return shared;
}

async function start(): Promise<Exchange & { stop(): Promise<void> }> {
    const [entra, aws, known, code] = await Promise.all([
        startEntra(),
        SigningKeys.generate(),
        theProgram(),
        bundle("receive"),
    ]);
    const folder = mkdtempSync(join(tmpdir(), "exchange-test-"));
    const runFile = join(folder, "services.json");
    const services = await startLocalServices({
        ...{ accountId: "000000000000", region: "eu-west-1", runFile, issuers: entra.issuers },
        signer: { issuer: AWS_ISSUER, kid: aws.current.kid, privateKey: await aws.pem() },
    });
    const clients = localClients(runFile);
    const stop = async () => {
        clients.close();
        await services.stop();
        await entra.close();
        rmSync(folder, { recursive: true, force: true });
    };
    const resources = known.filter(({ custom }) => custom).map(liveOf);
    await make(resources, clients, code).catch(async (error) => {
        await stop();
        throw error;
    });
    const find = (type: string, name: string) => {
        const found = resources.find((one) => one.type === type && one.name === name);
        if (found === undefined) throw new Error(`the program has no ${type} ${name}`);
        return found;
    };
    return {
        ...{ entra, aws, clients, resources, find },
        landing: factoryIdentity(resources, TENANT),
        stop,
    };
}

async function make(resources: readonly LiveResource[], clients: Clients, code: Bundle): Promise<void> {
    // Made beforehand by the stack of the account that owns it.
    const provider = { Url: `https://sts.windows.net/${TENANT}/`, ClientIDList: [APP_URI] };
    await clients.of(IAMClient).send(new CreateOpenIDConnectProviderCommand(provider));
    for (const one of resources) {
        if (!NAMES.test(one.name) || LEFT_OUT.test(one.type)) continue;
        const isFunction = one.type === "aws:lambda/function:Function";
        const made = isFunction ? { ...one, inputs: { ...one.inputs, code } } : one;
        await bindings[one.type]?.create(made, clients);
    }
}

function liveOf({ urn, type, name, id, inputs, outputs }: Known): LiveResource {
    return liveResource({ urn, type, name, id, inputs, outputs } as never);
}

/** A run's id that no other test has. */
export function newRun(): string {
    const hex = randomBytes(16).toString("hex");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
