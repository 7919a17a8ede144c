import { DATA_SET_NAMES } from "../../analytics/dashboard/data-sets.ts";
import { figureId, isCopied } from "../dashboards/figure-id.ts";
import type { Parts, Step } from "./parts.ts";

/** Hours after which a copy is old: two that stayed away, and the time that one takes. */
const FRESH_HOURS = { HOURLY: 3, DAILY: 27 } as const;

/** SPICE, where the schedule of a data set did not copy it; run by the workflow. */
export function publish({ settings, place }: Parts): Step {
    const { environment, accountId, region } = place;
    const { live, refresh } = settings.dashboards;
    const copied = DATA_SET_NAMES.filter((name) => isCopied(name, live));
    const ids = copied.map((name) => figureId(environment, name));
    const dataSets = ids.map((id) => `arn:aws:quicksight:${region}:${accountId}:dataset/${id}`);
    return {
        description: "Copies the dashboard's figures again where QuickSight's schedule failed to",
        sources: [],
        environment: {
            DATA_SETS: JSON.stringify(Object.fromEntries(copied.map((name, index) => [name, ids[index]]))),
            FRESH_HOURS: String(FRESH_HOURS[refresh]),
            ACCOUNT_ID: accountId,
        },
        grants: [
            // A list of copies is of no single one, and shows times and sizes, no figure.
            { Effect: "Allow", Action: ["quicksight:ListIngestions"], Resource: "*" },
            ...dataSets.map((arn) => ({
                Effect: "Allow" as const,
                Action: ["quicksight:CreateIngestion", "quicksight:DescribeIngestion"],
                // The star means the copies of this one data set, whose names are made as they begin.
                Resource: `${arn}/ingestion/*`,
            })),
        ],
    };
}
