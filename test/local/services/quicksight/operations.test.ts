import assert from "node:assert/strict";
import type { PassedCall } from "../../../../local/services/answering.ts";
import { type Ask, Copies } from "../../../../local/services/quicksight/copies.ts";
import { operate } from "../../../../local/services/quicksight/operations.ts";
import type { Dashboard, DataSet } from "../../../../local/services/quicksight/provisioned.ts";

const ACCOUNT = "111122223333";
const dashboard: Dashboard = {
    id: "compliance-local",
    name: "Compliance (local)",
    definition: { DataSetIdentifierDeclarations: [], Sheets: [] },
    theme: { DataColorPalette: { Colors: ["#0072B2"] } },
};
const dataSet = (id: string, importMode: DataSet["importMode"]): DataSet => ({
    id,
    arn: `arn:aws:quicksight:eu-west-1:${ACCOUNT}:dataset/${id}`,
    name: id,
    importMode,
    columns: ["day", "alerts"],
    sql: "SELECT day, alerts FROM dashboard.alerts_by_rule",
});
const [alerts, live] = [dataSet("alerts", "SPICE"), dataSet("live", "DIRECT_QUERY")];

describe("the local QuickSight", () => {
    let asked: string[];
    let copies: Copies;
    let answer: Ask;

    beforeEach(() => {
        asked = [];
        answer = async () => [["2026-10-01 00:00:00", 3]];
        copies = new Copies((sql) => {
            asked.push(sql);
            return answer(sql);
        });
    });

    async function ask(method: string, path: string, accountId = ACCOUNT) {
        const call: PassedCall = {
            method,
            path: `/accounts/${accountId}${path}`,
            operation: "",
            headers: {},
            body: Buffer.alloc(0),
            caller: { arn: "", id: "" },
        };
        const provisioned = async () => ({ dashboards: [dashboard], dataSets: [alerts, live] });
        const { body } = await operate(call, { accountId: ACCOUNT, region: "eu-west-1", copies, provisioned });
        return body as Record<string, unknown>;
    }
    const copied = async (id: string) => {
        await ask("PUT", `/data-sets/alerts/ingestions/${id}`);
        return copies.rows(alerts);
    };

    it("tells the dashboards that were provisioned, with their definition and colours", async () => {
        const { DashboardSummaryList } = await ask("GET", "/dashboards");
        assert.deepEqual(
            (DashboardSummaryList as { DashboardId: string }[]).map(({ DashboardId }) => DashboardId),
            ["compliance-local"],
        );
        const { Definition } = await ask("GET", "/dashboards/compliance-local/definition");
        assert.deepEqual(Definition, dashboard.definition);
        const { Theme } = await ask("GET", "/themes/compliance-local");
        assert.deepEqual((Theme as { Version: object }).Version, { VersionNumber: 1, Configuration: dashboard.theme });
    });

    it("copies a data set by its own SQL, and shows the rows of the last copy until the next", async () => {
        const first = await copied("one");
        assert.deepEqual(first.rows, [{ day: "2026-10-01 00:00:00", alerts: 3 }]);
        answer = async () => [["2026-10-01 00:00:00", 4]];
        assert.deepEqual((await copies.rows(alerts)).rows, first.rows);
        assert.deepEqual((await copied("two")).rows, [{ day: "2026-10-01 00:00:00", alerts: 4 }]);
        assert.deepEqual(asked, [alerts.sql, alerts.sql]);
    });

    it("asks for each look at a data set that is not copied", async () => {
        await copies.rows(live);
        await copies.rows(live);
        assert.equal(asked.length, 2);
        await assert.rejects(ask("PUT", "/data-sets/live/ingestions/one"), { name: "InvalidParameterValueException" });
    });

    it("keeps the rows of before when a copy fails, and says by which type of error", async () => {
        await copied("one");
        answer = () => Promise.reject(new Error("the view is gone"));
        assert.deepEqual((await copied("two")).rows.length, 1);
        const { Ingestion } = await ask("GET", "/data-sets/alerts/ingestions/two");
        const { IngestionStatus, ErrorInfo } = Ingestion as { IngestionStatus: string; ErrorInfo: { Type: string } };
        assert.deepEqual([IngestionStatus, ErrorInfo.Type], ["FAILED", "SQL_EXCEPTION"]);
    });

    it("finds the copy of an id again, and begins no second one beside it", async () => {
        let end = () => {};
        answer = () =>
            new Promise((resolve) => {
                end = () => resolve([]);
            });
        await ask("PUT", "/data-sets/alerts/ingestions/one");
        await ask("PUT", "/data-sets/alerts/ingestions/one");
        await assert.rejects(ask("PUT", "/data-sets/alerts/ingestions/two"), {
            name: "ConflictException",
            status: 409,
        });
        end();
        await copies.rows(alerts);
        await ask("PUT", "/data-sets/alerts/ingestions/two");
        end();
        await copies.rows(alerts);
        const { Ingestions } = await ask("GET", "/data-sets/alerts/ingestions");
        assert.deepEqual(
            (Ingestions as { IngestionId: string; IngestionStatus: string }[]).map((one) => [
                one.IngestionId,
                one.IngestionStatus,
            ]),
            [
                ["two", "COMPLETED"],
                ["one", "COMPLETED"],
            ],
        );
    });

    for (const [what, path] of [
        ["data set", "/data-sets/other/ingestions"],
        ["dashboard", "/dashboards/other/definition"],
        ["theme", "/themes/other"],
        ["ingestion", "/data-sets/alerts/ingestions/other"],
    ] as const) {
        it(`says by name which ${what} there is not`, async () => {
            await assert.rejects(ask("GET", path), {
                name: "ResourceNotFoundException",
                status: 404,
                message: `There is no ${what} other.`,
            });
        });
    }

    it("answers for its own account alone, and names a request that it does not know", async () => {
        await assert.rejects(ask("GET", "/dashboards", "999999999999"), { name: "AccessDeniedException" });
        await assert.rejects(ask("DELETE", "/dashboards/compliance-local"), { name: "UnknownOperationException" });
    });
});
