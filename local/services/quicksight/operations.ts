import { type PassedCall, type ServiceAnswer, ServiceError } from "../answering.ts";
import type { Copies } from "./copies.ts";
import type { Dashboard, DataSet } from "./provisioned.ts";

export interface Operating {
    readonly accountId: string;
    readonly region: string;
    readonly copies: Copies;
    provisioned(): Promise<{ dashboards: readonly Dashboard[]; dataSets: readonly DataSet[] }>;
}

type Operation = (names: readonly string[], quickSight: Operating) => Promise<object>;

/** QuickSight's requests go by method and path. */
const OPERATIONS: readonly (readonly [method: string, path: RegExp, operation: Operation])[] = [
    ["GET", /^\/dashboards$/, listDashboards],
    ["GET", /^\/dashboards\/([^/]+)\/definition$/, describeDashboardDefinition],
    ["GET", /^\/themes\/([^/]+)$/, describeTheme],
    ["GET", /^\/data-sets\/([^/]+)\/ingestions$/, listIngestions],
    ["GET", /^\/data-sets\/([^/]+)\/ingestions\/([^/]+)$/, describeIngestion],
    ["PUT", /^\/data-sets\/([^/]+)\/ingestions\/([^/]+)$/, createIngestion],
];

/** What the platform asks of QuickSight: what was provisioned, and copies of data sets. */
export async function operate(call: PassedCall, quickSight: Operating): Promise<ServiceAnswer> {
    const { pathname } = new URL(call.path, "http://127.0.0.1");
    const [, accountId, path = ""] = /^\/accounts\/(\d{12})(\/.*)$/.exec(pathname) ?? [];
    if (accountId !== quickSight.accountId) {
        throw new ServiceError("AccessDeniedException", `This is account ${quickSight.accountId}.`, { status: 401 });
    }
    for (const [method, form, operation] of OPERATIONS) {
        const found = method === call.method ? form.exec(path) : null;
        if (found === null) continue;
        const names = found.slice(1).map(decodeURIComponent);
        return { body: { ...(await operation(names, quickSight)), Status: 200, RequestId: crypto.randomUUID() } };
    }
    throw new ServiceError("UnknownOperationException", `The local QuickSight does not know ${call.method} ${path}.`);
}

async function listDashboards(_names: readonly string[], quickSight: Operating): Promise<object> {
    const { dashboards } = await quickSight.provisioned();
    const { region, accountId } = quickSight;
    return {
        DashboardSummaryList: dashboards.map(({ id, name }) => ({
            Arn: `arn:aws:quicksight:${region}:${accountId}:dashboard/${id}`,
            DashboardId: id,
            Name: name,
            PublishedVersionNumber: 1,
        })),
    };
}

async function describeDashboardDefinition([id]: readonly string[], quickSight: Operating): Promise<object> {
    const { dashboards } = await quickSight.provisioned();
    const { name, definition } = found(dashboards, "dashboard", id);
    return { DashboardId: id, Name: name, ResourceStatus: "CREATION_SUCCESSFUL", Definition: definition };
}

async function describeTheme([id]: readonly string[], quickSight: Operating): Promise<object> {
    const { dashboards } = await quickSight.provisioned();
    const { name, theme } = found(dashboards, "theme", id);
    return { Theme: { ThemeId: id, Name: name, Version: { VersionNumber: 1, Configuration: theme } } };
}

async function createIngestion([id, ingestion = ""]: readonly string[], quickSight: Operating): Promise<object> {
    const dataSet = found((await quickSight.provisioned()).dataSets, "data set", id);
    if (dataSet.importMode !== "SPICE") {
        throw new ServiceError("InvalidParameterValueException", `The data set ${id} is not copied to SPICE.`);
    }
    const copy = quickSight.copies.start(dataSet, ingestion, new Date());
    if (copy === undefined) {
        throw new ServiceError("ConflictException", `The data set ${id} is being copied.`, { status: 409 });
    }
    return { Arn: copy.Arn, IngestionId: ingestion, IngestionStatus: copy.IngestionStatus };
}

async function describeIngestion([id, ingestion]: readonly string[], quickSight: Operating): Promise<object> {
    const dataSet = found((await quickSight.provisioned()).dataSets, "data set", id);
    const copy = quickSight.copies.of(dataSet).find(({ IngestionId }) => IngestionId === ingestion);
    if (copy === undefined) throw absent("ingestion", ingestion);
    return { Ingestion: copy };
}

async function listIngestions([id]: readonly string[], quickSight: Operating): Promise<object> {
    const dataSet = found((await quickSight.provisioned()).dataSets, "data set", id);
    return { Ingestions: quickSight.copies.of(dataSet) };
}

function found<T extends { id: string }>(all: readonly T[], what: string, id: string | undefined): T {
    const one = all.find((each) => each.id === id);
    if (one === undefined) throw absent(what, id);
    return one;
}

function absent(what: string, id: string | undefined): ServiceError {
    return new ServiceError("ResourceNotFoundException", `There is no ${what} ${id}.`, { status: 404 });
}
