import {
    CreateIngestionCommand,
    DescribeIngestionCommand,
    type Ingestion,
    ListIngestionsCommand,
    type QuickSightClient,
} from "@aws-sdk/client-quicksight";
import type { Copies, Copy } from "./ports.ts";

/** QuickSight answered without what its interface promises. */
export class CopiesError extends Error {
    override readonly name = "CopiesError";
}

/** What passes by itself, after the SDK's own attempts. */
const BUSY = ["InternalFailureException", "ResourceUnavailableException", "ThrottlingException"];
const PAUSES_MS = [1_000, 5_000, 20_000];
/** Pages of a list that are read: far more copies than QuickSight makes in a day. */
const MOST_PAGES = 10;

export class QuickSightCopies implements Copies {
    readonly #client: Pick<QuickSightClient, "send">;
    readonly #accountId: string;
    readonly #pause: (ms: number) => Promise<void>;

    constructor(client: Pick<QuickSightClient, "send">, accountId: string, pause: (ms: number) => Promise<void>) {
        this.#client = client;
        this.#accountId = accountId;
        this.#pause = pause;
    }

    async since(DataSetId: string, from: Date): Promise<Copy[]> {
        const copies: Copy[] = [];
        let NextToken: string | undefined;
        for (let page = 1; page <= MOST_PAGES; page++) {
            const command = new ListIngestionsCommand({ ...this.#of(DataSetId), MaxResults: 100, NextToken });
            const answer = await this.#patiently(() => this.#client.send(command));
            copies.push(...(answer.Ingestions ?? []).map(copyOf));
            NextToken = answer.NextToken;
            if (NextToken === undefined) break;
        }
        return copies.filter(({ createdAt }) => createdAt >= from);
    }

    async start(DataSetId: string, IngestionId: string): Promise<boolean> {
        const whole = { ...this.#of(DataSetId), IngestionId, IngestionType: "FULL_REFRESH" as const };
        try {
            await this.#patiently(() => this.#client.send(new CreateIngestionCommand(whole)));
            return true;
        } catch (error) {
            const name = error instanceof Error ? error.name : "";
            // An earlier attempt of this run, whose answer was lost.
            if (name === "ResourceExistsException") return true;
            if (name === "ConflictException") return false;
            throw error;
        }
    }

    async look(DataSetId: string, IngestionId: string): Promise<Copy> {
        const command = new DescribeIngestionCommand({ ...this.#of(DataSetId), IngestionId });
        const { Ingestion: found } = await this.#patiently(() => this.#client.send(command));
        if (found === undefined) throw new CopiesError(`QuickSight told nothing of copy ${IngestionId}`);
        return copyOf(found);
    }

    #of(DataSetId: string) {
        return { AwsAccountId: this.#accountId, DataSetId };
    }

    async #patiently<Result>(call: () => Promise<Result>): Promise<Result> {
        for (let attempt = 0; ; attempt++) {
            try {
                return await call();
            } catch (error) {
                const wait = PAUSES_MS[attempt];
                if (wait === undefined || !(error instanceof Error && BUSY.includes(error.name))) throw error;
                await this.#pause(wait);
            }
        }
    }
}

function copyOf({ IngestionId, IngestionStatus, CreatedTime, ErrorInfo }: Ingestion): Copy {
    if (IngestionId === undefined || IngestionStatus === undefined || CreatedTime === undefined) {
        throw new CopiesError("QuickSight told of a copy without its id, status or time");
    }
    const errorType = ErrorInfo?.Type;
    return { id: IngestionId, status: IngestionStatus, createdAt: CreatedTime, ...(errorType && { errorType }) };
}
