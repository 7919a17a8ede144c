import assert from "node:assert/strict";
import { SUPPLEMENTARY_SETS } from "../../../infra/exchange/supplementary-sets.ts";
import { lifecycleRules } from "../../../infra/storage/lifecycle-rules.ts";
import { settingsOf } from "../../../stacks/settings-of.ts";
import { theProgram } from "../../local/azure/support/program.ts";

describe("the set in use", () => {
    it("never expires: score uses none for longer than a day less than its objects are kept", async () => {
        const known = await theProgram();
        const named = (type: string, name: string) =>
            known.find((one) => one.type === type && one.name === name)?.inputs;
        const score = named("aws:lambda/function:Function", "score") as { environment: { variables: object } };
        const lifecycle = named("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "supplementary");
        const days = settingsOf("local").retention.supplementaryDays;
        assert.deepEqual(lifecycle?.rules, JSON.parse(JSON.stringify(lifecycleRules(days))));
        const { SUPPLEMENTARY_KEPT_DAYS } = score.environment.variables as Record<string, string>;
        assert.equal(SUPPLEMENTARY_KEPT_DAYS, String(days));
        assert.equal(SUPPLEMENTARY_SETS.length, 4);
    });
});
