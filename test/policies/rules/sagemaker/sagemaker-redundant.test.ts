import { sagemakerRedundant } from "../../../../policies/rules/sagemaker/sagemaker-redundant.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const TARGET = "aws:appautoscaling/target:Target";
const of = (variant: object) => ({ productionVariants: [variant] });
const COUNT = "productionVariants[0].initialInstanceCount";

describeRule(sagemakerRedundant, [
    { title: "accepts two instances", props: of({ initialInstanceCount: 2 }), found: [] },
    { title: "rejects one", props: of({ initialInstanceCount: 1 }), found: [`${COUNT}: is 1`] },
    { title: "rejects no number", props: of({}), found: [`${COUNT}: is not set`] },
    {
        title: "rejects a serverless variant",
        props: of({ serverlessConfig: { maxConcurrency: 1 } }),
        found: [`${COUNT}: is not possible, since the variant is serverless`],
    },
    { title: "accepts it in dev", props: of({ serverlessConfig: {} }), stack: "dev", found: [] },
    { title: "has nothing to say about empty variants", props: { productionVariants: [] }, found: [] },
    {
        title: "cannot decide while the number is unknown",
        props: of({ initialInstanceCount: unknown }),
        found: [`${COUNT} is unknown`],
    },
    {
        title: "accepts scaling down to two",
        type: TARGET,
        props: { serviceNamespace: "sagemaker", minCapacity: 2 },
        found: [],
    },
    {
        title: "rejects scaling down to one",
        type: TARGET,
        props: { serviceNamespace: "sagemaker", minCapacity: 1 },
        found: ["minCapacity: is 1"],
    },
    {
        title: "has nothing to say about the scaling of other services",
        type: TARGET,
        props: { serviceNamespace: "ecs", minCapacity: 1 },
        found: [],
    },
]);
