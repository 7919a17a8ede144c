import { z } from "zod";
import type { ActionAnswer } from "../../console/state.ts";
import { UserError } from "../cli/user-error.ts";
import { decide } from "../decide/decide.ts";
import { type Given, givenFaults, nameFaults } from "../decide/given.ts";
import { DynamoDecisionLedger } from "../decide/ledger.ts";
import { replayParked } from "../replay/replay-parked.ts";
import type { PlatformOutputs } from "../start/platform-outputs.ts";
import type { Cloud } from "../verify/cloud.ts";
import { CHECKS, type Check } from "./checks.ts";
import type { Approval, ModelRegistry } from "./registry.ts";

export interface ActionArgs {
    clients: Pick<Cloud, "of">;
    outputs: Pick<PlatformOutputs, "ledgerTable" | "parkedBucket">;
    registry: Pick<ModelRegistry, "decide">;
    /** Looks at the stack by a command of the platform team. */
    checks: (check: Check) => Promise<ActionAnswer>;
    /** Called after something was changed. */
    onChange: () => void;
}

const Asked = z.object({ id: z.string(), decision: z.string(), by: z.string(), note: z.string().default("") });
/** A dead-letter queue's name begins the keys of what was parked of it. */
const ReplayAsked = z.object({ queue: z.string().regex(/^[A-Za-z0-9_-]{1,80}$/) });

const CheckAsked = z.object({ check: z.enum(CHECKS) });
const ApprovalAsked = z.object({
    version: z.int().min(1),
    decision: z.enum(["approve", "refuse"]),
    by: z.string(),
});

/**
 * What the page can have done: by the same ways as `npm run decide` and `npm run replay`, and in the registry as a person
 * does in SageMaker.
 */
export function consoleActions({ clients, outputs, registry, checks, onChange }: ActionArgs) {
    const ledger = new DynamoDecisionLedger(clients, outputs.ledgerTable);
    const now = () => new Date().toISOString();
    return new Map<string, (given: unknown) => Promise<ActionAnswer>>([
        [
            "decisions",
            async (asked) => {
                const given = givenIn(asked);
                const { text, exitCode } = await decide([given], ledger, { json: false, now: now() });
                onChange();
                return { done: exitCode === 0, text };
            },
        ],
        [
            "approvals",
            async (asked) => {
                const text = await registry.decide(approvalIn(asked));
                onChange();
                return { done: true, text };
            },
        ],
        ["checks", async (asked) => checks(read(CheckAsked, asked, `a check is one of ${CHECKS.join(" and ")}`).check)],
        [
            "replays",
            async (asked) => {
                const { queue } = read(ReplayAsked, asked, "a replay names its queue");
                const chosen = { under: [`${queue}/`], send: true, json: false };
                const { text, exitCode } = await replayParked(clients, outputs.parkedBucket, chosen, now());
                onChange();
                return { done: exitCode === 0, text };
            },
        ],
    ]);
}

function givenIn(asked: unknown): Given {
    const { note, ...one } = read(Asked, asked, "a decision has id, decision, by and, if need be, a note");
    const given = { ...one, ...(note === "" ? {} : { note }) };
    const faults = givenFaults(given);
    if (faults.length > 0) throw new UserError(`${faults.join("\n")}\nNothing was written.`);
    return given as Given;
}

function approvalIn(asked: unknown): Approval {
    const { success, data } = ApprovalAsked.safeParse(asked);
    if (!success) throw new UserError("Not understood: an approval has version, decision (approve or refuse) and by.");
    const faults = nameFaults(data.by);
    if (faults.length > 0) throw new UserError(`${faults.join("\n")}\nNothing was changed.`);
    return data;
}

function read<T>(schema: z.ZodType<T>, asked: unknown, wanted: string): T {
    const { data, success } = schema.safeParse(asked);
    if (!success) throw new UserError(`Not understood: ${wanted}, each as a text.`);
    return data;
}
