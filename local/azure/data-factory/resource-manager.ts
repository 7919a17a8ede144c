import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { createLocalJWKSet, jwtVerify } from "jose";
import { issuerOf } from "../entra/issuers.ts";
import type { SigningKeys } from "../entra/signing-keys.ts";
import type { DataFactory, Started } from "./factory.ts";

/** Who may do what with a factory: the assignments on it, with the actions of their roles. */
export interface Assigned {
    readonly principalId: string;
    readonly scope: string;
    readonly actions: readonly string[];
}

/** What is there to be managed, once the program has made it. */
export interface Managed {
    readonly tenantId: string;
    /** Id of the factory, as addresses have it. */
    readonly factoryId: string;
    readonly assigned: readonly Assigned[];
    readonly factory: DataFactory;
}

const AUDIENCE = "https://management.azure.com/";
const VERSION = "2018-06-01";
const FACTORY = "Microsoft.DataFactory/factories";

/**
 * The part of Azure Resource Manager by which runs of a factory are started, watched and called off. It has an address
 * before there is anything to manage.
 */
export async function startResourceManager(keys: SigningKeys, managed: () => Managed | undefined) {
    const runs = new Map<string, Started>();
    const server = createServer(async (request, response) => {
        const [status, body] = await answer(request).catch((): [number, object] => [500, {}]);
        response.writeHead(status, { "content-type": "application/json" });
        response.end(JSON.stringify(body));
    });

    async function answer(request: IncomingMessage): Promise<[number, object]> {
        const settings = managed();
        if (settings === undefined) return [404, { error: { code: "ResourceNotFound" } }];
        const { factory } = settings;
        const principal = await principalOf(settings, request.headers.authorization ?? "");
        if (principal === undefined) return [401, { error: { code: "InvalidAuthenticationToken" } }];
        const { pathname, searchParams } = new URL(request.url ?? "", "http://127.0.0.1");
        if (searchParams.get("api-version") !== VERSION)
            return [400, { error: { code: "InvalidApiVersionParameter" } }];
        const asked = `${request.method} ${pathname.replace(settings.factoryId, "")}`;
        const [, pipeline] = /^POST \/pipelines\/([^/]+)\/createRun$/.exec(asked) ?? [];
        const [, watched] = /^GET \/pipelineruns\/([^/]+)$/.exec(asked) ?? [];
        const [, ended] = /^POST \/pipelineruns\/([^/]+)\/cancel$/.exec(asked) ?? [];
        const action =
            (pipeline && "pipelines/createrun/action") ??
            (watched && "pipelineruns/read") ??
            (ended && "pipelineruns/cancel/action");
        if (!action || !may(settings, principal, `${FACTORY}/${action}`))
            return [403, { error: { code: "AuthorizationFailed" } }];
        if (pipeline !== undefined) {
            if (!factory.has(pipeline)) return [404, { error: { code: "EntityNotFound" } }];
            const run = factory.start(pipeline);
            runs.set(run.runId, run);
            return [200, { runId: run.runId }];
        }
        const run = runs.get(watched ?? ended ?? "");
        if (run === undefined) return [404, { error: { code: "PipelineRunNotFound" } }];
        if (ended !== undefined) run.cancel();
        return [200, ended === undefined ? { runId: run.runId, status: run.status(), message: "" } : {}];
    }

    async function principalOf({ tenantId }: Managed, authorization: string): Promise<string | undefined> {
        const issuer = issuerOf(tenantId, 1);
        const token = authorization.replace(/^Bearer /, "");
        const wanted = { issuer, audience: AUDIENCE, algorithms: ["RS256"] };
        return jwtVerify(token, createLocalJWKSet(keys.published), wanted).then(
            ({ payload }) => String(payload.oid),
            () => undefined,
        );
    }

    /** Azure compares actions and scopes without regard to case. */
    function may({ factoryId, assigned }: Managed, principal: string, action: string): boolean {
        const within = (scope: string) => factoryId.toLowerCase().startsWith(scope.toLowerCase());
        return assigned.some(
            ({ principalId, scope, actions }) =>
                principalId === principal &&
                within(scope) &&
                actions.some((one) => one.toLowerCase() === action.toLowerCase()),
        );
    }

    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    // Nobody waits for it who has nothing else to do.
    server.unref();
    return {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        async close() {
            server.closeAllConnections();
            await new Promise((closed) => server.close(closed));
        },
    };
}
