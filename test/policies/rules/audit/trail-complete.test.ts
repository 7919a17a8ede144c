import { trailComplete } from "../../../../policies/rules/audit/trail-complete.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const MANAGEMENT = { fieldSelectors: [{ field: "eventCategory", equals: ["Management"] }] };
const WRITES = { fieldSelectors: [...MANAGEMENT.fieldSelectors, { field: "readOnly", equals: ["false"] }] };
const DATA = { fieldSelectors: [{ field: "eventCategory", equals: ["Data"] }] };
const WHOLE = { isMultiRegionTrail: true, enableLogFileValidation: true };
const LEFT_OUT = ["advancedEventSelectors: leave out management events"];

describeRule(trailComplete, [
    {
        title: "accepts a trail of everything",
        props: { ...WHOLE, advancedEventSelectors: [DATA, MANAGEMENT] },
        found: [],
    },
    { title: "accepts the events that CloudTrail records by default", props: WHOLE, found: [] },
    {
        title: "rejects absent properties",
        props: {},
        found: ["isMultiRegionTrail: is off", "enableLogFileValidation: is off"],
    },
    {
        title: "rejects a trail that is switched off",
        props: { ...WHOLE, enableLogging: false, includeGlobalServiceEvents: false },
        found: ["enableLogging: is off", "includeGlobalServiceEvents: is off"],
    },
    { title: "rejects data events only", props: { ...WHOLE, advancedEventSelectors: [DATA] }, found: LEFT_OUT },
    {
        title: "rejects a part of the events",
        props: { ...WHOLE, advancedEventSelectors: [WRITES] },
        found: ["advancedEventSelectors[0].fieldSelectors[1].field: leaves out events by readOnly", ...LEFT_OUT],
    },
    {
        title: "rejects selectors of the older kind",
        props: { ...WHOLE, eventSelectors: [{ readWriteType: "WriteOnly" }] },
        found: ["eventSelectors: are the older kind, which leaves out what it does not name"],
    },
    { title: "rejects an empty list", props: { ...WHOLE, advancedEventSelectors: [] }, found: LEFT_OUT },
    {
        title: "cannot decide while a property is unknown",
        props: { ...WHOLE, isMultiRegionTrail: unknown },
        found: ["isMultiRegionTrail is unknown"],
    },
]);
