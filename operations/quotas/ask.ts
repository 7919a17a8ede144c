import { GetAccountSettingsCommand, LambdaClient } from "@aws-sdk/client-lambda";
import {
    GetAWSDefaultServiceQuotaCommand,
    GetServiceQuotaCommand,
    paginateListAWSDefaultServiceQuotas,
    paginateListServiceQuotas,
    ServiceQuotasClient,
} from "@aws-sdk/client-service-quotas";
import type { Cloud } from "../verify/cloud.ts";
import type { Need } from "./quota.ts";

/** The clients of an account. */
type Account = Pick<Cloud, "of">;

/** What the account has of a limit: a number, or why that could not be learnt. */
export type Had = { readonly value: number } | { readonly why: string };

/** A limit with what a stack takes of it and what the account has. */
export interface Compared extends Need {
    readonly had: Had;
}

/** Asks Service Quotas for what the account has of each limit that can be asked there. */
export async function compare(needs: readonly Need[], clients: Account): Promise<Compared[]> {
    const lists = new Map<string, Promise<ReadonlyMap<string, number>>>();
    const compared: Compared[] = [];
    for (const need of needs) {
        if (need.asked === undefined) continue;
        const had = await hadOf(need, need.asked, clients, lists).catch((cause: unknown) => ({ why: said(cause) }));
        compared.push({ ...need, had });
    }
    return compared;
}

type Lists = Map<string, Promise<ReadonlyMap<string, number>>>;

async function hadOf(
    need: Need,
    { service, code }: NonNullable<Need["asked"]>,
    clients: Account,
    lists: Lists,
): Promise<Had> {
    if (service === "lambda") return concurrency(clients);
    if (code !== undefined) return byCode(service, code, clients);
    const list = lists.get(service) ?? valuesByName(service, clients);
    lists.set(service, list);
    const value = (await list).get(need.name);
    return value === undefined ? { why: `Service Quotas lists no "${need.name}".` } : { value };
}

/** Lambda itself says what a new account has; Service Quotas says the standard until somebody asks for more. */
async function concurrency({ of }: Account): Promise<Had> {
    const { AccountLimit } = await of(LambdaClient).send(new GetAccountSettingsCommand({}));
    const value = AccountLimit?.ConcurrentExecutions;
    return value === undefined ? { why: "Lambda says no limit." } : { value };
}

async function byCode(ServiceCode: string, QuotaCode: string, { of }: Account): Promise<Had> {
    const which = { ServiceCode, QuotaCode };
    const client = of(ServiceQuotasClient);
    const { Quota } = await client.send(new GetServiceQuotaCommand(which)).catch((cause: unknown) => {
        // What nobody asked to raise has no value of its own.
        if (!(cause instanceof Error) || cause.name !== "NoSuchResourceException") throw cause;
        return client.send(new GetAWSDefaultServiceQuotaCommand(which));
    });
    return Quota?.Value === undefined ? { why: "Service Quotas says no value." } : { value: Quota.Value };
}

/** The values of all quotas of a service; those of the account win over the standard ones. */
async function valuesByName(ServiceCode: string, { of }: Account): Promise<ReadonlyMap<string, number>> {
    const client = of(ServiceQuotasClient);
    const values = new Map<string, number>();
    for (const pages of [paginateListAWSDefaultServiceQuotas, paginateListServiceQuotas]) {
        for await (const { Quotas = [] } of pages({ client, pageSize: 100 }, { ServiceCode })) {
            for (const { QuotaName, Value } of Quotas) {
                if (QuotaName !== undefined && Value !== undefined) values.set(QuotaName, Value);
            }
        }
    }
    return values;
}

function said(cause: unknown): string {
    const { name, message } = cause instanceof Error ? cause : { name: "Error", message: String(cause) };
    return `${name}: ${message.split("\n", 1)[0]}`;
}
