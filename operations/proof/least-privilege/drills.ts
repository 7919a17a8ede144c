import { setTimeout as pause } from "node:timers/promises";
import { GetRolePolicyCommand, IAMClient, PutRolePolicyCommand } from "@aws-sdk/client-iam";
import { paginateListQueues, SetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { permissionsUsed } from "../../../local/services/permissions-used.ts";
import { isBalanced, isLoaded } from "../../start/counts.ts";
import { functionErrors } from "../../start/function-errors.ts";
import type { Samples } from "../../start/sample-files.ts";
import { type PlatformUp, storedProgram } from "./platform-up.ts";
import { statementsOf } from "./program/granted.ts";
import { type Program, text } from "./program/program.ts";

/** A permission that is taken from a running function, and what it then gets to do. */
export interface Drill {
    role: string;
    action: string;
    /** In plain names. */
    resource: string;
    fed: (samples: Samples) => Samples;
}

/** What became of one drill. */
export interface Drilled extends Drill {
    /** Calls that the services refused with AccessDenied. */
    refused: number;
    /** What the function logged of it. */
    error: string;
    /** Whether the run was in balance while the permission was missing, and after it was given back. */
    balanced: { without: boolean; after: boolean };
}

const live = (from: number) => (samples: Samples) => ({ files: [], live: samples.live.slice(from, from + 3) });
/** Of it rows go on, which of a small file that is odd as a whole may not be so. */
const largest = ({ files }: Samples) => ({
    files: [...files].sort((a, b) => b.bytes - a.bytes).slice(0, 1),
    live: [],
});

export const DRILLS: readonly Drill[] = [
    { role: "unpack", action: "sqs:SendMessage", resource: "{Queue bulk}", fed: largest },
    { role: "screen", action: "dynamodb:PutItem", resource: "{Table ledger}", fed: live(0) },
    { role: "score", action: "s3:PutObject", resource: "{Bucket records}/*", fed: live(3) },
    { role: "load", action: "redshift-data:BatchExecuteStatement", resource: "{Workgroup warehouse}", fed: live(6) },
];

/** What a function could not do comes again after so many seconds, not after hours. */
const AGAIN_AFTER_SECONDS = 20;
const EVERY_MS = 500;

/** Takes one permission after the other away from functions that run, and gives each back. */
export async function drill(up: PlatformUp, samples: Samples): Promise<Drilled[]> {
    await comeAgainSoon(up);
    const program = await storedProgram(up);
    const drilled: Drilled[] = [];
    for (const one of DRILLS) drilled.push(await drillOne(up, program, one, samples));
    return drilled;
}

async function drillOne(up: PlatformUp, program: Program, drill: Drill, samples: Samples): Promise<Drilled> {
    const { intake, story, signal } = up;
    return story.step(
        `Without ${drill.action} of ${drill.role}`,
        async () => {
            const giveBack = await takeAway(up, program, drill);
            await intake.feed(drill.fed(samples));
            const refusal = await refusalOf(up, drill);
            const without = await isWhole(up);
            await giveBack();
            const counts = await intake.settle((said) => story.progress(said), signal);
            return { ...drill, ...refusal, balanced: { without, after: isBalanced(counts) && isLoaded(counts) } };
        },
        ({ error }) => error,
        ({ balanced }) => !balanced.without && balanced.after,
    );
}

/** Takes a permission out of the policy of a role; gives back what puts it in again. */
async function takeAway({ clients }: PlatformUp, program: Program, { role, action, resource }: Drill) {
    const policy = program
        .ofType("aws:iam/rolePolicy:RolePolicy")
        .find(({ props }) => program.role(props.role) === role);
    const named = { RoleName: text(policy?.props, "role"), PolicyName: text(policy?.outputs, "name") };
    const iam = clients.of(IAMClient);
    const { PolicyDocument = "" } = await iam.send(new GetRolePolicyCommand(named));
    const whole = decodeURIComponent(PolicyDocument);
    const Statement = statementsOf(whole).map((one) => {
        const isMeant = [one.Resource].flat().some((arn) => program.names.plain(arn) === resource);
        return isMeant ? { ...one, Action: [one.Action].flat().filter((each) => each !== action) } : one;
    });
    const put = (document: string) => iam.send(new PutRolePolicyCommand({ ...named, PolicyDocument: document }));
    await put(
        JSON.stringify({ Version: "2012-10-17", Statement: Statement.filter(({ Action }) => Action.length > 0) }),
    );
    return () => put(whole);
}

/** Waits until the services refused the function that call, and it said so in its log. */
async function refusalOf({ clients, signal }: PlatformUp, { role, action }: Drill) {
    for (;;) {
        signal.throwIfAborted();
        const used = await permissionsUsed(clients);
        const refusals = used.filter((one) => !one.allowed && one.action === action && one.role.startsWith(`${role}-`));
        const refused = refusals.reduce((sum, { calls }) => sum + calls, 0);
        if (refused > 0) {
            const [error] = (await functionErrors(clients)).filter((line) => line.startsWith(`${role}: `));
            if (error !== undefined) return { refused, error: error.replace(/\(\d+ times\)$/, "").trim() };
        }
        await pause(EVERY_MS, undefined, { signal });
    }
}

async function isWhole({ intake }: PlatformUp): Promise<boolean> {
    const counts = await intake.observer.look();
    return isBalanced(counts) && isLoaded(counts) && intake.observer.manifests.size >= intake.files;
}

async function comeAgainSoon({ clients }: PlatformUp): Promise<void> {
    const sqs = clients.of(SQSClient);
    for await (const { QueueUrls = [] } of paginateListQueues({ client: sqs }, {})) {
        for (const QueueUrl of QueueUrls) {
            const Attributes = { VisibilityTimeout: String(AGAIN_AFTER_SECONDS) };
            await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }));
        }
    }
}

/** Whether the function was refused, the run was out of balance meanwhile, and came back into it. */
export function isShown({ refused, error, balanced }: Drilled): boolean {
    return refused > 0 && error !== "" && !balanced.without && balanced.after;
}
