import assert from "node:assert/strict";
import { askDataPipeline } from "../../../operations/eligibility/data-pipeline.ts";
import { mendFor } from "../../../operations/eligibility/setting.ts";
import { refusedWorkflows } from "../../../operations/eligibility/workflows.ts";
import { adviceFor } from "../../../operations/preview/advice.ts";
import { FakeAccount } from "../../support/fake-account.ts";

const NEW_CUSTOMER = {
    type: "AccessDeniedException",
    message: "AWS Data Pipeline is no longer available to new customers.",
};

describe("whether AWS Data Pipeline lets an account in", () => {
    let account: FakeAccount;
    beforeEach(async () => {
        account = await new FakeAccount("222222222222").open();
    });
    afterEach(() => account.close());
    const asked = (mayMake = true) => askDataPipeline(account.cloud(), mayMake);

    it("is shown by a pipeline that is there, and nothing is made", async () => {
        account.pipelines.push("df-1");
        assert.deepEqual(await asked(), { state: "open", because: "1 pipelines are there" });
        assert.deepEqual(account.requests, ["DataPipeline.ListPipelines"]);
    });

    it("is told by no preview of an account without pipelines, which makes none", async () => {
        assert.equal((await asked(false)).state, "unknown");
        assert.deepEqual(account.requests, ["DataPipeline.ListPipelines"]);
    });

    it("is tried by an update, which takes away what it made", async () => {
        assert.equal((await asked()).state, "open");
        assert.deepEqual(account.requests.slice(1), ["DataPipeline.CreatePipeline", "DataPipeline.DeletePipeline"]);
        assert.deepEqual(account.pipelines, []);
    });

    for (const action of ["ListPipelines", "CreatePipeline"]) {
        it(`is refused by ${action} to new customers`, async () => {
            account.refusals.set(action, NEW_CUSTOMER);
            assert.deepEqual(await asked(), {
                state: "closed",
                says: `${NEW_CUSTOMER.type}: ${NEW_CUSTOMER.message}`,
            });
        });
    }

    it("is refused where AWS says that the account has no subscription", async () => {
        account.refusals.set("ListPipelines", {
            type: "SubscriptionRequiredException",
            message: "The AWS Access Key Id needs a subscription for the service",
        });
        assert.equal((await asked()).state, "closed");
    });

    it("is not told by a refusal of the caller's own rights, or by a fault of the service", async () => {
        const rights =
            "User: arn:aws:iam::222222222222:user/x is not authorized to perform: datapipeline:ListPipelines";
        for (const [type, message] of [
            ["AccessDeniedException", rights],
            ["InternalServiceError", "try again"],
        ] as const) {
            account.refusals.set("ListPipelines", { type, message });
            assert.deepEqual(await asked(), { state: "unknown", why: `${type}: ${message}` });
        }
    });
});

describe("a stack whose workflows are of AWS Data Pipeline", () => {
    const closed = async () => ({ state: "closed", says: "AccessDeniedException: no new customers" }) as const;
    const never = () => assert.fail("was asked");

    it("is refused before anything is created, with the setting to change", async () => {
        const refused = await refusedWorkflows("prod", true, closed);
        assert.match(refused ?? "", /takes no new customers, and refuses the account of prod \(AccessDenied/);
        const advice = adviceFor({ errors: [refused ?? ""], stack: "prod", offline: false });
        assert.deepEqual(advice, [mendFor("prod")]);
        assert.match(advice.join(), /workflow\.orchestrator to "step-functions" in stacks\/prod\.ts/);
    });

    it("goes on where the service lets it in, and where nobody can tell", async () => {
        for (const state of ["open", "unknown"] as const) {
            assert.equal(
                await refusedWorkflows("prod", true, async () => ({ state, because: "", why: "" }) as never),
                undefined,
            );
        }
    });

    it("is the only one for which the service is asked", async () => {
        assert.equal(await refusedWorkflows("dev", true, never), undefined);
        assert.equal(await refusedWorkflows("local", true, never), undefined);
    });
});
