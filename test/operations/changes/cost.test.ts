import assert from "node:assert/strict";
import type { Known } from "../../../local/in-process/resources.ts";
import { changesBetween } from "../../../operations/changes/between.ts";
import { costOf } from "../../../operations/changes/cost/difference.ts";
import { known } from "./support/known.ts";

const cost = (before: Known[], after: Known[]) => costOf(changesBetween(before, after));
const configuration = (instanceType: string, initialInstanceCount: number) =>
    known("aws:sagemaker/endpointConfiguration:EndpointConfiguration", "fraud", {
        productionVariants: [{ instanceType, initialInstanceCount }],
    });
const endpoint = (zones: number) =>
    known("aws:ec2/vpcEndpoint:VpcEndpoint", "kms", {
        vpcEndpointType: "Interface",
        subnetIds: Array.from({ length: zones }, (_, index) => `subnet-${index}`),
    });
const pipeline = (period: string) =>
    known("aws:datapipeline/pipelineDefinition:PipelineDefinition", "books", {
        pipelineObjects: [
            {
                id: "s",
                fields: [
                    { key: "type", stringValue: "Schedule" },
                    { key: "period", stringValue: period },
                ],
            },
            { id: "a", fields: [{ key: "type", stringValue: "ShellCommandActivity" }] },
        ],
    });

describe("the monthly cost", () => {
    for (const { title, before, after, monthly, difference } of [
        {
            title: "of an endpoint goes by zones",
            before: [endpoint(2)],
            after: [endpoint(3)],
            monthly: 24.09,
            difference: 8.03,
        },
        {
            title: "of machines goes by their number",
            before: [configuration("ml.c5.xlarge", 2)],
            after: [configuration("ml.c5.xlarge", 1)],
            monthly: 167.9,
            difference: -167.9,
        },
        {
            title: "of a workflow goes by how often it runs",
            before: [pipeline("1440 Minutes")],
            after: [pipeline("60 Minutes")],
            monthly: 1,
            difference: 0.4,
        },
        {
            title: "of what is gone is saved",
            before: [known("aws:kms/key:Key", "data")],
            after: [],
            monthly: 0,
            difference: -1,
        },
    ]) {
        it(title, () => {
            const { monthly: now, difference: more } = cost(before, after);
            assert.deepEqual([now, more], [monthly, difference]);
        });
    }

    it("says which machine has no price in the table, rather than count it as free", () => {
        assert.deepEqual(cost([], [configuration("ml.p9.huge", 1)]).unpriced, ["EndpointConfiguration::fraud"]);
    });

    it("says of which day its prices are, and what is assumed", () => {
        const { pricesOf, assumptions } = cost([], []);
        assert.match(pricesOf, /^\d{4}-\d\d-\d\d$/);
        assert.ok(assumptions.some((text) => text.includes(pricesOf)));
    });
});
