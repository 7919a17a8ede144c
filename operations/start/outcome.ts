import { relative } from "node:path";
import { paths } from "../../tools/paths.mjs";
import type { Story } from "../cli/story.ts";
import { wrapped } from "../cli/wrapped.ts";
import { isBalanced, isLoaded } from "./counts.ts";
import { fateLines } from "./file-fates.ts";
import type { Intake } from "./intake.ts";
import { type Qualities, qualityLines } from "./quality.ts";
import type { Settled } from "./settle.ts";
import { alertLines, countLines } from "./summary.ts";
import { systemLines } from "./systems/text.ts";
import { waitingText } from "./waiting.ts";
import type { WorkDay } from "./work-day.ts";

/** What only the committed samples can say: how the outcome differs from the expected one, and how good it is. */
export interface Judged {
    differences?: string[] | undefined;
    quality?: Qualities | undefined;
}

/** Tells what was found, whether all of it is accounted for, and where to look. */
export function tellOutcome(
    story: Story,
    counts: Settled,
    intake: Intake,
    { differences, quality }: Judged = {},
): void {
    const { inbox, observer } = intake;
    story.line();
    for (const line of countLines(counts, observer.ledger.delays)) story.line(line);
    story.line();
    if (inbox.alerts.size > 0) story.line("The gravest alerts:");
    for (const line of alertLines([...inbox.alerts.values()])) story.line(line);
    story.line();
    if (quality) for (const line of [...qualityLines(quality, counts), ""]) story.line(line);
    for (const line of verdictLines(counts, differences)) story.line(line);
}

/** Tells what each of the ten systems did, and what the alarms say. */
export function tellSystems(story: Story, { systems, alarms }: Pick<WorkDay, "systems" | "alarms">): void {
    story.line();
    story.line("What each system did:");
    for (const line of systemLines(systems)) story.line(line);
    const { evaluated, raised } = alarms;
    const names = raised.length > 0 ? `: ${raised.join(", ")}` : "";
    story.line();
    story.line(wrapped(`Alarms: ${raised.length} of ${evaluated} are raised${names}.`));
}

/** Tells what became of one file, its gravest alerts, and whether all that ever came in is accounted for. */
export function tellFile(story: Story, key: string, counts: Settled, { inbox, observer }: Intake): void {
    const fate = observer.fateOf(key);
    const alerted = new Set(fate?.alerted);
    const alerts = [...inbox.alerts.values()].filter(({ transactionId }) => alerted.has(transactionId));
    story.line();
    for (const line of fate ? fateLines(key, fate) : [`What became of ${key} is not known yet.`]) story.line(line);
    for (const line of alertLines(alerts)) story.line(line);
    story.line();
    for (const line of verdictLines(counts)) story.line(line);
}

/** Whether all that came in is accounted for; what queues still hold is not lost, and not yet to be judged. */
export function verdictLines(counts: Settled, differences?: readonly string[]): string[] {
    const { underWay } = counts;
    const balanced = isBalanced(counts)
        ? "Balanced: in = scored + quarantined + duplicates + dead letters."
        : "NOT BALANCED: something that came in is not accounted for, and no queue holds it; see the counts above.";
    const loaded = isLoaded(counts)
        ? "Loaded: the warehouse has every transaction that was scored, and every refusal."
        : "NOT LOADED: the warehouse lacks some of what was scored or refused, and no queue holds it; see the counts above.";
    if (underWay) {
        return [
            ...(isBalanced(counts) ? [balanced] : []),
            ...(isLoaded(counts) ? [loaded] : []),
            `STILL UNDER WAY: ${waitingText(underWay.waiting, underWay.since)}. Until that is done nothing is known to be lost.`,
        ];
    }
    if (differences?.length === 0) {
        return [balanced, loaded, "As expected: every count is that of samples/expected/outcomes.json."];
    }
    return [balanced, loaded, ...(differences ?? []).map((difference) => `NOT AS EXPECTED: ${difference}`)];
}

/** Why something is missing: the first place to look is what the functions themselves said. */
export function tellErrors(story: Story, errors: readonly string[]): void {
    story.line(errors.length > 0 ? "The functions reported:" : "The functions reported no error.");
    for (const error of errors.slice(0, 5)) story.line(`  ${error}`);
}

/** Where a person finds more while the platform is up. */
export function tellWhereToLook(story: Story, at: { console: string; services: string }): void {
    const inbox = relative(process.cwd(), paths.inbox) || ".";
    for (const line of [
        "",
        "The platform is up. Ctrl-C takes it down.",
        `  console       ${at.console}`,
        `  more files    drop them into ${inbox}/card-network, core-banking or iso20022`,
        `  AWS services  ${at.services} (credentials: ${relative(process.cwd(), paths.servicesFile)})`,
        "  resources     npm run local",
        "  the program   npm run pulumi -- preview --stack local",
        "",
    ]) {
        story.line(line);
    }
}
