import {
    CreateIngestionCommand,
    type DashboardVersionDefinition,
    DescribeDashboardDefinitionCommand,
    DescribeThemeCommand,
    ListDashboardsCommand,
    QuickSightClient,
} from "@aws-sdk/client-quicksight";
import type { DashboardState } from "../../../console/dashboard-state.ts";
import type { Clients } from "../../../local/services/clients.ts";
import type { QuickSight } from "../../../local/services/quicksight/quicksight.ts";
import { drawSheet, type RowsByDataSet } from "./draw-sheet.ts";
import { choicesIn, selectionIn } from "./selection.ts";

/** Copies are made anew for who looks after so long; in an account QuickSight's schedules do it, hourly at most. */
const FRESH_MS = 10_000;

interface Provisioned {
    title: string;
    definition: DashboardVersionDefinition;
    colours: string[];
}

export interface DashboardArgs {
    clients: Pick<Clients, "of" | "accountId">;
    quickSight: Pick<QuickSight, "figures">;
}

/** Draws the provisioned dashboard: what it is comes from QuickSight, each number from the rows of its data sets. */
export class DashboardReader {
    readonly #args: DashboardArgs;
    #provisioned: Promise<Provisioned> | undefined;

    constructor(args: DashboardArgs) {
        this.#args = args;
    }

    async read(asked: URLSearchParams): Promise<DashboardState> {
        this.#provisioned ??= this.#ask().catch((error: unknown) => {
            this.#provisioned = undefined;
            throw error;
        });
        const { title, definition, colours } = await this.#provisioned;
        const { rows, copiedAt } = await this.#rowsOf(definition.DataSetIdentifierDeclarations ?? []);
        const selection = selectionIn(asked, rows);
        return {
            title,
            colours,
            selection,
            choices: choicesIn(rows),
            ...(copiedAt && { copiedAt: copiedAt.toISOString() }),
            sheets: (definition.Sheets ?? []).map((sheet) => drawSheet(definition, sheet, rows, selection)),
        };
    }

    async #ask(): Promise<Provisioned> {
        const { clients } = this.#args;
        const client = clients.of(QuickSightClient);
        const AwsAccountId = clients.accountId;
        const { DashboardSummaryList: [first] = [] } = await client.send(new ListDashboardsCommand({ AwsAccountId }));
        const DashboardId = first?.DashboardId;
        if (DashboardId === undefined) throw new Error("The stack has no dashboard.");
        const [{ Definition, Name }, { Theme }] = await Promise.all([
            client.send(new DescribeDashboardDefinitionCommand({ AwsAccountId, DashboardId })),
            client.send(new DescribeThemeCommand({ AwsAccountId, ThemeId: DashboardId })),
        ]);
        if (Definition === undefined) throw new Error(`QuickSight told nothing of the dashboard ${DashboardId}.`);
        return {
            title: Name ?? DashboardId,
            definition: Definition,
            colours: Theme?.Version?.Configuration?.DataColorPalette?.Colors ?? [],
        };
    }

    async #rowsOf(dataSets: readonly { Identifier?: string | undefined; DataSetArn?: string | undefined }[]) {
        const { quickSight } = this.#args;
        const found = await Promise.all(
            dataSets.map(async ({ Identifier = "", DataSetArn = "" }) => {
                const figures = await quickSight.figures(DataSetArn);
                if (figures.at !== undefined && Date.now() - figures.at.getTime() < FRESH_MS) {
                    return { name: Identifier, figures };
                }
                await this.#copy(DataSetArn);
                return { name: Identifier, figures: await quickSight.figures(DataSetArn) };
            }),
        );
        const rows: RowsByDataSet = new Map(found.map(({ name, figures }) => [name, figures.rows]));
        const times = found.flatMap(({ figures: { at } }) => (at === undefined ? [] : [at.getTime()]));
        return { rows, copiedAt: times.length === 0 ? undefined : new Date(Math.min(...times)) };
    }

    /** As the function `publish` does; one that runs already serves as well. */
    async #copy(dataSetArn: string): Promise<void> {
        const { clients } = this.#args;
        const command = new CreateIngestionCommand({
            AwsAccountId: clients.accountId,
            DataSetId: dataSetArn.split("/").at(-1),
            IngestionId: `console-${Date.now()}`,
            IngestionType: "FULL_REFRESH",
        });
        await clients
            .of(QuickSightClient)
            .send(command)
            .catch((error: Error) => {
                if (error.name !== "ConflictException") throw error;
            });
    }
}
