import { isObject, type Properties } from "../../../store/value.ts";
import { each, when } from "../../checks/check.ts";
import { longest, mostItems, oneOf, pattern, range, required } from "../../checks/common.ts";
import type { ResourceView, TypeDefinition, TypeTable } from "../definition.ts";
import { ARN, arn, regional, tagged } from "./common.ts";
import { dataSet } from "./quicksight-data-set.ts";
import { people } from "./quicksight-people.ts";
import { zoneFault } from "./time-zone.ts";

/** Ids that the program gives: QuickSight makes up none. */
export const ID = /^[\w-]{1,512}$/;
export const ID_SAYS = "letters, digits, _ and -, at most 512";

const INTERVALS = ["MINUTE15", "MINUTE30", "HOURLY", "DAILY", "WEEKLY", "MONTHLY"];

const accountOf = ({ cloud, inputs }: ResourceView) => inputs.awsAccountId ?? cloud.accountId;

/** What stands in the account of the provider unless the program says otherwise, and there under an id of its own. */
export function owned(idProperty: string, path: string, definition: Omit<TypeDefinition, "id">): TypeDefinition {
    return regional(
        tagged({
            ...definition,
            id: (one) => `${accountOf(one)},${one.text(idProperty)}`,
            outputs: (one) => ({
                awsAccountId: accountOf(one),
                arn: arn(one, "quicksight", `${path}/${one.text(idProperty)}`),
                ...definition.outputs?.(one),
            }),
            replaceOn: ["awsAccountId", idProperty, ...definition.replaceOn],
            checks: [required(idProperty), pattern(idProperty, ID, ID_SAYS), ...(definition.checks ?? [])],
        }),
    );
}

const leastItems = (path: string, least: number, why: string) =>
    each(path, (value) =>
        Array.isArray(value) && value.length < least ? `must have at least ${least} items${why}` : undefined,
    );

const onlyOne = (path: string, members: readonly string[]) =>
    each(path, (value) => {
        const given = isObject(value) ? members.filter((member) => (value as Properties)[member] !== undefined) : [];
        return given.length === 1 ? undefined : `must have exactly one of ${members.join(", ")}`;
    });

export const quicksight: TypeTable = {
    ...dataSet,
    ...people,
    "aws:quicksight/vpcConnection:VpcConnection": owned("vpcConnectionId", "vpcConnection", {
        outputs: () => ({ availabilityStatus: "AVAILABLE" }),
        replaceOn: [],
        checks: [
            required("name", "roleArn", "securityGroupIds", "subnetIds"),
            longest("name", 128),
            pattern("roleArn", ARN, "the ARN of a role"),
            leastItems("subnetIds", 2, ", in different availability zones"),
            mostItems("subnetIds", 15),
            leastItems("securityGroupIds", 1, ""),
            mostItems("securityGroupIds", 16),
            mostItems("dnsResolvers", 15),
        ],
    }),
    "aws:quicksight/dataSource:DataSource": owned("dataSourceId", "datasource", {
        replaceOn: ["type"],
        checks: [
            required("name", "parameters", "type", "parameters.redshift.database"),
            longest("name", 128),
            oneOf("type", ["ATHENA", "AURORA", "AURORA_POSTGRESQL", "MYSQL", "POSTGRESQL", "REDSHIFT", "S3"]),
            range("parameters.redshift.port", 0, 65_535),
            when(["type", "parameters"], "parameters", ({ type, parameters }) => {
                const own = String(type).toLowerCase().replaceAll("_", "");
                const given = Object.keys(isObject(parameters) ? parameters : {}).filter(
                    (name) => !name.startsWith("__"),
                );
                const other = given.find((name) => name.toLowerCase() !== own);
                return other === undefined ? undefined : `must be those of the type ${type}, are those of ${other}`;
            }),
            each("parameters.redshift", (redshift) => {
                const { clusterId, host, port } = redshift as Properties;
                const whole = clusterId !== undefined || (host !== undefined && port !== undefined);
                return whole ? undefined : "must name a clusterId, or host and port";
            }),
            onlyOne("credentials", ["copySourceArn", "credentialPair", "secretArn"]),
            pattern("credentials.secretArn", ARN, "the ARN of a secret"),
            pattern("vpcConnectionProperties.vpcConnectionArn", ARN, "the ARN of a connection"),
            mostItems("permissions", 64),
        ],
        secretOutputs: ["credentials"],
    }),
    "aws:quicksight/refreshSchedule:RefreshSchedule": regional({
        id: (one) => `${accountOf(one)},${one.text("dataSetId")},${one.text("scheduleId")}`,
        outputs: (one) => ({
            awsAccountId: accountOf(one),
            arn: arn(one, "quicksight", `dataset/${one.text("dataSetId")}/refresh-schedule/${one.text("scheduleId")}`),
        }),
        replaceOn: ["awsAccountId", "dataSetId", "scheduleId"],
        checks: [
            required("dataSetId", "scheduleId", "schedule.refreshType", "schedule.scheduleFrequency.interval"),
            pattern("scheduleId", /^[\w-]{1,128}$/, "letters, digits, _ and -, at most 128"),
            oneOf("schedule.refreshType", ["FULL_REFRESH", "INCREMENTAL_REFRESH"]),
            oneOf("schedule.scheduleFrequency.interval", INTERVALS),
            pattern(
                "schedule.startAfterDateTime",
                /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/,
                "a time such as 2026-12-01T00:00:00",
            ),
            each("schedule.scheduleFrequency.timezone", zoneFault),
            pattern("schedule.scheduleFrequency.timeOfTheDay", /^([01]\d|2[0-3]):[0-5]\d$/, "a time as HH:MM"),
            when(["schedule"], "schedule.scheduleFrequency.interval", ({ schedule }) =>
                refused(schedule as Properties),
            ),
        ],
    }),
};

function refused({ refreshType, scheduleFrequency }: Properties): string | undefined {
    const { interval, refreshOnDay, timeOfTheDay } = (scheduleFrequency ?? {}) as Properties;
    if (/^MINUTE/.test(String(interval)) && refreshType !== "INCREMENTAL_REFRESH") {
        return `must be HOURLY or longer for a full refresh, got ${interval}`;
    }
    if (/^(WEEKLY|MONTHLY)$/.test(String(interval)) && refreshOnDay === undefined) return "needs refreshOnDay";
    if (/^(DAILY|WEEKLY|MONTHLY)$/.test(String(interval)) && timeOfTheDay === undefined) return "needs timeOfTheDay";
    return undefined;
}
