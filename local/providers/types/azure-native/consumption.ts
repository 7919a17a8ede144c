import { isObject, type Properties, type Value } from "../../../store/value.ts";
import { each, when } from "../../checks/check.ts";
import { oneOf, pattern, required } from "../../checks/common.ts";
import type { TypeTable } from "../definition.ts";
import { azureName } from "./common.ts";

export const consumption: TypeTable = {
    "azure-native:consumption:Budget": {
        name: azureName({
            property: "budgetName",
            maxLength: 63,
            pattern: /^[\w-]+$/,
            allowed: "letters, digits, _ and -",
        }),
        id: (budget) => `${budget.text("scope")}/providers/Microsoft.Consumption/budgets/${budget.physicalName}`,
        outputs: (budget) => ({ name: budget.physicalName, type: "Microsoft.Consumption/budgets" }),
        replaceOn: ["budgetName", "scope"],
        checks: [
            required("scope", "amount", "category", "timeGrain", "timePeriod", "timePeriod.startDate"),
            pattern("scope", /^\/?(subscriptions|providers)\//, "the id of a subscription or group"),
            oneOf("category", ["Cost"]),
            oneOf("timeGrain", ["Monthly", "Quarterly", "Annually", "BillingMonth", "BillingQuarter", "BillingAnnual"]),
            pattern("timePeriod.startDate", /^\d{4}-\d\d-01(T00:00:00Z)?$/, "the first day of a month"),
            when(["timePeriod"], "timePeriod.endDate", ({ timePeriod }) => {
                const { startDate, endDate } = isObject(timePeriod) ? timePeriod : {};
                return endDate !== undefined && String(endDate).slice(0, 10) <= String(startDate).slice(0, 10)
                    ? `must be after startDate, ${startDate}, got ${endDate}`
                    : undefined;
            }),
            each("amount", (amount) => (Number(amount) > 0 ? undefined : "must be above 0")),
            each("notifications", notificationsFault),
        ],
    },
};

function notificationsFault(notifications: Value): string | undefined {
    const all = isObject(notifications) ? Object.entries(notifications) : [];
    if (all.length > 5) return `must be at most 5, are ${all.length}`;
    const wrong = all.flatMap(([name, one]) =>
        notificationFault(one as Properties).map((fault) => `${name}: ${fault}`),
    );
    return wrong[0];
}

function notificationFault({ operator, threshold, thresholdType = "Actual", ...contacts }: Properties): string[] {
    const { contactEmails = [], contactGroups = [], contactRoles = [] } = contacts as Record<string, Value[]>;
    return [
        ...(["EqualTo", "GreaterThan", "GreaterThanOrEqualTo"].includes(String(operator)) ? [] : ["has no operator"]),
        ...(Number(threshold) > 0 && Number(threshold) <= 1000 ? [] : ["needs a threshold above 0 and up to 1000"]),
        ...(["Actual", "Forecasted"].includes(String(thresholdType)) ? [] : ["is neither Actual nor Forecasted"]),
        ...(contactGroups.every((group) => /^\/subscriptions\//.test(String(group))) ? [] : ["names a group by no id"]),
        ...(contactEmails.length + contactGroups.length + contactRoles.length > 0 ? [] : ["names no contact"]),
    ];
}
