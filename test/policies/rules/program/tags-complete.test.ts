import { tagsComplete } from "../../../../policies/rules/program/tags-complete.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const TAGS = {
    platform: "compliance-platform",
    environment: "prod",
    owner: "team",
    "data-classification": "restricted",
    "cost-centre": "1",
    retention: "none",
};

describeRule(tagsComplete, [
    { title: "accepts all tags", props: { tags: TAGS }, found: [] },
    { title: "accepts tags that the provider gives", props: {}, provider: { defaultTags: { tags: TAGS } }, found: [] },
    {
        title: "accepts tags that the provider gives as text",
        props: { tags: { owner: "team" } },
        provider: { defaultTags: JSON.stringify({ tags: TAGS }) },
        found: [],
    },
    {
        title: "rejects a resource without tags",
        props: {},
        found: Object.keys(TAGS).map((tag) => `tags.${tag}: is missing or empty`),
    },
    ...Object.keys(TAGS).map((tag) => ({
        title: `rejects an empty ${tag}`,
        props: { tags: { ...TAGS, [tag]: " " } },
        found: [`tags.${tag}: is missing or empty`],
    })),
    {
        title: "judges Azure too",
        type: "azure-native:storage:StorageAccount",
        props: { tags: { ...TAGS, owner: "" } },
        found: ["tags.owner: is missing or empty"],
    },
    {
        title: "judges the other tags while one is unknown",
        props: { tags: { ...TAGS, owner: unknown, platform: "" } },
        found: ["tags.platform: is missing or empty", "tags.owner is unknown"],
    },
]);
