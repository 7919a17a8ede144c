import * as z from "zod/mini";
import { type Fault, faultsIn } from "../../stacks/fault.ts";
import { whole } from "../../stacks/fields.ts";
import type { RunnableNames } from "./runnables.ts";
import { type Workflow, type WorkflowTrack, type WorkKind, workOf } from "./workflow.ts";

/** Where AWS Data Pipeline exists. */
export const DATA_PIPELINE_REGIONS = [
    "us-east-1",
    "us-west-2",
    "eu-west-1",
    "ap-southeast-2",
    "ap-northeast-1",
] as const;

/** Data Pipeline takes 100 objects: three for the whole, and for each step an activity and its alarm. */
const STEPS = 48;

const NAME = "lower-case words joined by dashes, at most 40 characters";
const name = z
    .string({ error: NAME })
    .check(z.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, { error: NAME }), z.maxLength(40, { error: NAME }));

// Both orchestrators quote it: SNS refuses control characters in a subject, and #{ begins an expression of Data Pipeline.
const SENTENCE = "10 to 200 printable ASCII characters, without #{";
const description = z.string({ error: SENTENCE }).check(z.regex(/^(?!.*#\{)[ -~]{10,200}$/, { error: SENTENCE }));

/** No run of Lambda is longer than 15 minutes; the others last as long as their data asks. */
const LONGEST: Record<WorkKind, number> = { function: 15, sparkJob: 720, training: 720 };

function schemaOf(offered: RunnableNames) {
    const step = z.strictObject(
        {
            name,
            runs: runsOf(offered),
            description,
            timeoutMinutes: whole("minutes", 1, 720),
            retries: whole("further attempts", 0, 5),
            retryDelayMinutes: whole("minutes", 2, 60),
            onlyIf: z.optional(name),
        },
        { error: "a step" },
    );
    const few = (of: string) => ({ error: `a list of at least one ${of}` });
    const track = z.strictObject(
        { name, steps: z.array(step, few("step")).check(z.minLength(1, few("step"))) },
        { error: "a track" },
    );
    return z.strictObject(
        {
            name,
            periodMinutes: whole("minutes", 15, 3 * 24 * 60),
            tracks: z.array(track, few("track")).check(z.minLength(1, few("track"))),
        },
        { error: "a workflow" },
    );
}

/** Exactly one kind of work, by a name that something has. */
function runsOf(offered: RunnableNames) {
    const kinds = (Object.keys(offered) as WorkKind[]).filter((kind) => offered[kind].length > 0);
    const choices = kinds.map((kind) => `{ ${kind}: one of ${offered[kind].join(", ")} }`);
    const error = choices.join(" or ");
    return z.union(
        kinds.map((kind) => z.strictObject({ [kind]: z.enum([...offered[kind]], { error }) }, { error })),
        { error },
    );
}

/** Every fault of a workflow, so that what has none can be compiled for either orchestrator. */
export function workflowFaults(workflow: Workflow, offered: RunnableNames): Fault[] {
    const faults = faultsIn(schemaOf(offered), workflow);
    // What the shape is wrong of cannot be counted.
    const shapeless = faults.some(({ expected }) => /^a (list|track|step|workflow)\b/.test(expected));
    return shapeless
        ? faults
        : [
              ...faults,
              ...repeatedNames(workflow),
              ...tooManySteps(workflow),
              ...tooLong(workflow),
              ...overlaps(workflow),
              ...unanswered(workflow),
          ];
}

/** The one fault that depends on where the workflow runs. */
export function regionFaults(region: string): Fault[] {
    const regions: readonly string[] = DATA_PIPELINE_REGIONS;
    if (regions.includes(region)) return [];
    const expected = `one of ${regions.join(", ")}, where AWS Data Pipeline exists, or else the orchestrator step-functions`;
    return [{ path: "region", value: region, expected }];
}

function repeatedNames({ tracks }: Workflow): Fault[] {
    const ofTracks = tracks.map(({ name }, index) => ({ path: `tracks[${index}].name`, value: name }));
    const ofSteps = tracks.flatMap(({ steps }, track) =>
        steps.map(({ name }, step) => ({ path: `tracks[${track}].steps[${step}].name`, value: name })),
    );
    const repeated = (list: { path: string; value: string }[]) =>
        list.filter(({ value }, index) => list.findIndex((other) => other.value === value) !== index);
    return [...repeated(ofTracks), ...repeated(ofSteps)].map((one) => ({
        ...one,
        expected: "a name that no other has, because alerts and logs name it",
    }));
}

function tooManySteps({ tracks }: Workflow): Fault[] {
    const value = tracks.reduce((sum, { steps }) => sum + steps.length, 0);
    if (value <= STEPS) return [];
    return [
        { path: "tracks", value, expected: `at most ${STEPS} steps in all, or Data Pipeline has too many objects` },
    ];
}

function tooLong({ tracks }: Workflow): Fault[] {
    return tracks.flatMap(({ steps }, track) =>
        steps.flatMap(({ runs, timeoutMinutes: value }, step) => {
            const most = runs instanceof Object ? LONGEST[workOf(runs).kind] : 720;
            const path = `tracks[${track}].steps[${step}].timeoutMinutes`;
            // Beyond the longest of all, the shape has said so already.
            return value > most && value <= 720 ? [{ path, value, expected: `at most ${most} for what it runs` }] : [];
        }),
    );
}

/** Only a function answers, and only before a later step asks. */
function unanswered({ tracks }: Workflow): Fault[] {
    return tracks.flatMap(({ steps }, track) =>
        steps.flatMap(({ onlyIf: value }, index) => {
            const asked = steps.slice(0, index).find(({ name }) => name === value);
            if (value === undefined || (asked && "function" in asked.runs)) return [];
            const path = `tracks[${track}].steps[${index}].onlyIf`;
            return [{ path, value, expected: "the name of an earlier step of the track that runs a function" }];
        }),
    );
}

/** A run that outlasts its period would meet the next one, which no step is made for. */
function overlaps({ tracks, periodMinutes }: Workflow): Fault[] {
    return tracks.flatMap((track, index) => {
        const value = longestRunMinutes(track);
        if (!(value > periodMinutes)) return [];
        const expected = `done within the period of ${periodMinutes} minutes, all attempts and waits included`;
        return [{ path: `tracks[${index}].steps`, value: `${value} minutes`, expected }];
    });
}

function longestRunMinutes({ steps }: WorkflowTrack): number {
    const longest = steps.map(
        ({ timeoutMinutes, retries, retryDelayMinutes }) =>
            timeoutMinutes + retries * (retryDelayMinutes + timeoutMinutes),
    );
    return longest.reduce((sum, minutes) => sum + minutes, 0);
}
