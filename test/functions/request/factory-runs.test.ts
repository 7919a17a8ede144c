import assert from "node:assert/strict";
import { FactoryRuns } from "../../../functions/request/factory-runs.ts";
import { azure } from "./azure.ts";

const FACTORY = "/subscriptions/one/resourceGroups/it/providers/Microsoft.DataFactory/factories/it";
const RUN = "2f7fdb90-5df1-4b8e-ac2f-064cfa58202b";

describe("FactoryRuns", () => {
    let close = async (): Promise<unknown> => undefined;
    afterEach(() => close());

    async function factory(...answers: Parameters<typeof azure>[0]) {
        const arm = await azure(answers);
        close = arm.close;
        const runs = new FactoryRuns({ url: arm.url, factoryId: FACTORY }, "eyJ.of.azure", arm.patience);
        return { ...arm, runs };
    }

    it("starts a run of a pipeline, watches it and calls it off, as whom the token says", async () => {
        const watched = { runId: RUN, status: "InProgress", message: "", runEnd: null };
        const { asked, runs } = await factory([200, { runId: RUN }], [200, watched], [200, ""]);
        assert.equal(await runs.start("sanctions-list"), RUN);
        assert.equal(await runs.status(RUN), "InProgress");
        await runs.cancel(RUN);
        const VERSION = "api-version=2018-06-01";
        assert.deepEqual(
            asked.map(({ method, path }) => `${method} ${path}`),
            [
                `POST ${FACTORY}/pipelines/sanctions-list/createRun?${VERSION}`,
                `GET ${FACTORY}/pipelineruns/${RUN}?${VERSION}`,
                `POST ${FACTORY}/pipelineruns/${RUN}/cancel?${VERSION}`,
            ],
        );
        for (const { authorization } of asked) assert.equal(authorization, "Bearer eyJ.of.azure");
    });

    const refused = (status: number) => Array.from({ length: 5 }, (): [number, object] => [status, {}]);

    for (const [status, times] of [
        [401, 1],
        [403, 5],
    ] as const) {
        it(`names the role assignment when it is refused with ${status} for good`, async () => {
            const { asked, runs } = await factory(...refused(status));
            await assert.rejects(runs.start("sanctions-list"), {
                message: `a new run was refused with status ${status}: check the role assignment of the identity on the factory`,
            });
            assert.equal(asked.length, times);
        });
    }

    it("names the pipeline that is not there", async () => {
        const { runs } = await factory(...refused(404));
        await assert.rejects(runs.start("sanctions"), { message: /has a pipeline named sanctions$/ });
    });

    it("waits for a role, and for a pipeline, that is not known everywhere yet", async () => {
        const { pauses, runs } = await factory([403, {}], [403, {}], [404, {}], [200, { runId: RUN }]);
        assert.equal(await runs.start("sanctions-list"), RUN);
        assert.deepEqual(pauses, [2_000, 10_000, 30_000]);
    });

    it("tries again when Azure is busy or silent, a little later each time", async () => {
        const { pauses, runs } = await factory([429, {}], "hang up", [500, {}], [200, { runId: RUN }]);
        assert.equal(await runs.start("sanctions-list"), RUN);
        assert.deepEqual(pauses, [2_000, 10_000, 30_000]);
    });

    it("takes it that a run which has ended cannot be called off", async () => {
        const { runs } = await factory([400, {}]);
        await runs.cancel(RUN);
    });

    it("tells when a run cannot be called off", async () => {
        const { runs } = await factory(...refused(403));
        await assert.rejects(runs.cancel(RUN), { name: "Refused" });
    });

    for (const answer of [{}, { runId: "none" }, { status: "Dreaming" }, "text"]) {
        it(`refuses ${JSON.stringify(answer)} as an answer`, async () => {
            const { runs } = await factory([200, answer], [200, answer]);
            await assert.rejects(runs.start("sanctions-list"), { message: "Data Factory answered something unknown" });
            await assert.rejects(runs.status(RUN), { message: "Data Factory answered something unknown" });
        });
    }
});
