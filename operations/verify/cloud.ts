import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { parse } from "yaml";
import { type ClientSettings, localClients } from "../../local/services/clients.ts";
import { readRunFile } from "../../local/services/run-file.ts";
import { type Answer, type Question, runQuery } from "../../local/services/run-query.ts";
import type { PlatformPaths } from "../../tools/paths.mjs";
import { localStack } from "../../tools/pulumi/stacks.mjs";
import { UserError } from "../cli/user-error.ts";

/** The AWS account of a stack, as the person at the terminal may use it. */
export interface Cloud {
    /** Whether it is the laptop's. */
    readonly isLocal: boolean;
    readonly accountId: string;
    readonly region: string;
    /** The one client of this class, made when first asked for: `cloud.of(SQSClient)`. */
    of<C extends { destroy(): void }>(kind: new (settings: Partial<ClientSettings>) => C): C;
    /** Runs one query on Athena and waits for its result. */
    ask(question: Question): Promise<Answer>;
    close(): void;
}

/** The local services for the stack `local`; for any other one its account, with the credentials of the environment. */
export async function openCloud(stack: string, paths: PlatformPaths): Promise<Cloud> {
    if (stack === localStack) return localCloud(paths.servicesFile);
    const file = `Pulumi.${stack}.yaml`;
    const config = parse(await readFile(join(paths.root, file), "utf8"))?.config ?? {};
    return accountCloud({
        accountId: String(config["aws:allowedAccountIds"]?.[0]),
        region: config["aws:region"],
        file,
    });
}

function localCloud(servicesFile: string): Cloud {
    if (readRunFile(servicesFile) === undefined) {
        throw new UserError(
            "No local services are running, so there is nothing to look at. Run npm start beside this.",
        );
    }
    const clients = localClients(servicesFile);
    return { ...clients, isLocal: true, ask: (question) => runQuery(clients, question) };
}

async function accountCloud({ accountId, region, file }: { accountId: string; region: string; file: string }) {
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
    const made = new Map<unknown, { destroy(): void }>();
    const cloud: Cloud = {
        isLocal: false,
        accountId,
        region,
        of(kind) {
            const client = made.get(kind) ?? new kind({ region });
            made.set(kind, client);
            return client as InstanceType<typeof kind>;
        },
        async ask(question) {
            // No SDK of Athena is among the dependencies: one signed call in its protocol is enough.
            const credentials = await cloud.of(STSClient).config.credentials();
            return runQuery({ region, credentials, endpoint: `https://athena.${region}.amazonaws.com` }, question);
        },
        close() {
            for (const client of made.values()) client.destroy();
        },
    };
    const { Account } = await cloud.of(STSClient).send(new GetCallerIdentityCommand({}));
    if (Account === accountId) return cloud;
    cloud.close();
    throw new UserError(
        `These credentials are of account ${Account}, but ${file} names ${accountId}: use those of it.`,
    );
}
