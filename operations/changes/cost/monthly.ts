import { labelOf } from "../../baselines/planned.ts";
import type { Stood } from "../change.ts";
import { ASSUMED, ENDPOINT_HOUR, HOURS_A_MONTH, PRICES } from "./prices.ts";

/** What a resource costs each month whether it is used or not, or is assumed to. */
export interface Cost {
    readonly urn: string;
    readonly resource: string;
    /** What is paid for, such as `interface endpoints`. */
    readonly item: string;
    readonly usd: number;
}

export interface Costs {
    readonly costs: readonly Cost[];
    /** Resources that cost something for certain, but not by a price that is known here. */
    readonly unpriced: readonly string[];
}

type Pricing = (inputs: Readonly<Record<string, unknown>>) => { item: string; usd: number | undefined }[];

const count = (value: unknown): number => (Array.isArray(value) ? value.length : 0);
const number = (value: unknown, otherwise: number): number => (typeof value === "number" ? value : otherwise);

const PRICED: Readonly<Record<string, Pricing>> = {
    "aws:ec2/vpcEndpoint:VpcEndpoint": ({ vpcEndpointType, subnetIds }) =>
        vpcEndpointType === "Interface"
            ? [
                  {
                      item: "endpoints of the network",
                      usd: Math.max(count(subnetIds), 1) * PRICES.endpointZoneHour * HOURS_A_MONTH,
                  },
              ]
            : [],
    "aws:kms/key:Key": () => [{ item: "keys", usd: PRICES.key }],
    "aws:cloudwatch/metricAlarm:MetricAlarm": ({ metricQueries }) => [
        // An expression is billed for each metric that it reads.
        { item: "alarms", usd: PRICES.alarmMetric * Math.max(metricsOf(metricQueries), 1) },
    ],
    "aws:cloudwatch/dashboard:Dashboard": () => [{ item: "dashboards of CloudWatch", usd: PRICES.dashboard }],
    "aws:secretsmanager/secret:Secret": () => [{ item: "secrets", usd: PRICES.secret }],
    "aws:redshiftserverless/workgroup:Workgroup": ({ baseCapacity }) => [
        {
            item: "warehouse",
            usd:
                number(baseCapacity, 128) *
                PRICES.warehouseUnitHour *
                ASSUMED.warehouseHoursADay *
                (HOURS_A_MONTH / 24),
        },
    ],
    "aws:sagemaker/endpointConfiguration:EndpointConfiguration": ({ productionVariants }) =>
        [productionVariants].flat().flatMap((variant) => {
            const { instanceType, initialInstanceCount } = Object(variant) as Record<string, unknown>;
            // Without machines the model is paid for by the call.
            if (typeof instanceType !== "string") return [];
            const hour = ENDPOINT_HOUR[instanceType];
            const machines = number(initialInstanceCount, 1);
            return [
                { item: "model's endpoint", usd: hour === undefined ? undefined : hour * machines * HOURS_A_MONTH },
            ];
        }),
    "aws:datapipeline/pipelineDefinition:PipelineDefinition": ({ pipelineObjects }) => [
        { item: "workflows of Data Pipeline", usd: activities(pipelineObjects) },
    ],
    "azure-native:monitor:MetricAlert": ({ criteria }) => [
        { item: "alerts of Azure", usd: PRICES.azureAlertSeries * Math.max(count(Object(criteria).allOf), 1) },
    ],
};

/** What the resources cost each month, as far as prices are known. */
export function monthlyCosts(resources: readonly Stood[]): Costs {
    const priced = resources.flatMap((resource) =>
        (PRICED[resource.type]?.({ ...resource.generated, ...resource.inputs }) ?? []).map(({ item, usd }) => ({
            urn: resource.urn,
            resource: labelOf(resource),
            item,
            usd,
        })),
    );
    return {
        costs: priced.flatMap(({ usd, ...rest }) => (usd === undefined ? [] : [{ ...rest, usd }])),
        unpriced: priced.filter(({ usd }) => usd === undefined).map(({ resource }) => resource),
    };
}

function metricsOf(queries: unknown): number {
    return [queries].flat().filter((query) => Object(query).metric !== undefined).length;
}

/** What runs more often than once a day costs more; how often is said by the schedule beside the activities. */
function activities(objects: unknown): number {
    const fields = [objects].flat().flatMap((one) => [Object(one).fields].flat().map((field) => Object(field)));
    const valuesOf = (key: string) => fields.filter((field) => field.key === key).map((field) => field.stringValue);
    const found = valuesOf("type").filter((type) => /Activity$/.test(String(type))).length;
    const often = valuesOf("period").some((period) => minutesIn(String(period)) < MINUTES_A_DAY);
    return found * (often ? PRICES.pipelineActivityOften : PRICES.pipelineActivityDaily);
}

const MINUTES_A_DAY = 1440;

function minutesIn(period: string): number {
    const [, amount = "0", unit = ""] = /^(\d+) (minute|hour|day|week|month)/i.exec(period) ?? [];
    const minutes: Readonly<Record<string, number>> = { minute: 1, hour: 60 };
    return Number(amount) * (minutes[unit.toLowerCase()] ?? MINUTES_A_DAY);
}
