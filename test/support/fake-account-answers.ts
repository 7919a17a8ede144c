import type { IncomingMessage } from "node:http";

/** What there is in an account, as far as a test says. */
export interface Holding {
    readonly accountId: string;
    /** Names of buckets, aliases, roles, policies and log groups; an object as `s3://bucket/key`. */
    readonly there: ReadonlySet<string>;
    /** Ids of pipelines of AWS Data Pipeline. */
    readonly pipelines: string[];
    /** How a service refuses what is asked of it, by action. */
    readonly refusals: ReadonlyMap<string, { type: string; message: string }>;
    /** Values of quotas, by code or name. */
    readonly quotas: ReadonlyMap<string, number>;
    /** Whose name the subscription to QuickSight has. */
    readonly quickSight: string | undefined;
    /** What Lambda lets run at the same time. */
    readonly concurrency: number;
}

export interface Answered {
    readonly action: string;
    readonly status?: number;
    readonly json?: object;
    readonly xml?: string;
}

type Input = Record<string, unknown>;

/** Answers as the service would, in its own protocol: by target, by form, or by path. */
export function answerOf(account: Holding, { method, url = "/", headers }: IncomingMessage, body: string): Answered {
    const target = headers["x-amz-target"];
    if (typeof target === "string") {
        const [service = "", name = ""] = target.replace(/_\d{8}|V\d{8}/, "").split(".");
        return { action: `${service}.${name}`, ...byTarget(account, service, name, JSON.parse(body || "{}")) };
    }
    const form = new URLSearchParams(body);
    const action = form.get("Action");
    if (action !== null) return { action: `query.${action}`, ...byForm(account, action, form) };
    if (/^\/2016-08-19\/account-settings/.test(url)) {
        const json = { AccountLimit: { ConcurrentExecutions: account.concurrency } };
        return { action: "lambda.GetAccountSettings", json };
    }
    if (/^\/account\/\d{12}/.test(url))
        return { action: "quicksight.DescribeAccountSubscription", ...subscription(account) };
    const [bucket = "", ...key] = url
        .replace(/\?.*$/, "")
        .replace(/^\/|\/$/g, "")
        .split("/");
    const name = key.length > 0 ? `s3://${bucket}/${key.join("/")}` : bucket;
    return { action: `s3.${method} ${name}`, status: account.there.has(name) ? 200 : 404 };
}

function byTarget(account: Holding, service: string, name: string, input: Input): Omit<Answered, "action"> {
    const refused = account.refusals.get(name);
    if (refused !== undefined) return refusal(refused.type, refused.message);
    switch (`${service}.${name}`) {
        case "DataPipeline.ListPipelines":
            return { json: { pipelineIdList: account.pipelines.map((id) => ({ id })), hasMoreResults: false } };
        case "DataPipeline.CreatePipeline":
            account.pipelines.push("df-PROBE");
            return { json: { pipelineId: "df-PROBE" } };
        case "DataPipeline.DeletePipeline":
            account.pipelines.splice(account.pipelines.indexOf(String(input.pipelineId)), 1);
            return { json: {} };
        case "ServiceQuotas.GetServiceQuota":
        case "ServiceQuotas.GetAWSDefaultServiceQuota": {
            const Value = account.quotas.get(String(input.QuotaCode));
            return Value === undefined
                ? refusal("NoSuchResourceException", "no such quota")
                : { json: { Quota: { Value } } };
        }
        case "ServiceQuotas.ListServiceQuotas":
        case "ServiceQuotas.ListAWSDefaultServiceQuotas":
            return { json: { Quotas: [...account.quotas].map(([QuotaName, Value]) => ({ QuotaName, Value })) } };
        case "TrentService.DescribeKey":
            return account.there.has(String(input.KeyId))
                ? { json: { KeyMetadata: { KeyId: "1234" } } }
                : refusal("NotFoundException", "Alias is not found.");
        case "Logs.DescribeLogGroups": {
            const found = [...account.there].filter((one) => one.startsWith(String(input.logGroupNamePrefix)));
            return { json: { logGroups: found.map((logGroupName) => ({ logGroupName })) } };
        }
        default:
            return refusal("UnknownOperationException", `${service}.${name} is answered by nobody here`);
    }
}

function byForm(account: Holding, action: string, form: URLSearchParams): Omit<Answered, "action"> {
    if (action === "GetCallerIdentity") {
        const arn = `arn:aws:iam::${account.accountId}:user/administrator`;
        return xmlOf(action, `<Arn>${arn}</Arn><UserId>AIDA</UserId><Account>${account.accountId}</Account>`);
    }
    const name = form.get("RoleName") ?? form.get("PolicyArn")?.split("/").at(-1) ?? "";
    if (account.there.has(name)) return xmlOf(action, action === "GetRole" ? "<Role/>" : "<Policy/>");
    const error = `<Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>${name} cannot be found.</Message></Error>`;
    return {
        status: 404,
        xml: `<ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">${error}</ErrorResponse>`,
    };
}

function xmlOf(action: string, inner: string): Omit<Answered, "action"> {
    return { xml: `<${action}Response><${action}Result>${inner}</${action}Result></${action}Response>` };
}

function subscription({ quickSight }: Holding): Omit<Answered, "action"> {
    if (quickSight === undefined) return refusal("ResourceNotFoundException", "No subscription.", 404);
    return { json: { AccountInfo: { AccountName: quickSight, AccountSubscriptionStatus: "ACCOUNT_CREATED" } } };
}

function refusal(type: string, message: string, status = 400): Omit<Answered, "action"> {
    return { status, json: { __type: type, code: type, message } };
}
