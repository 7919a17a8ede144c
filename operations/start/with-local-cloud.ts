import { paths } from "../../tools/paths.mjs";
import { Interrupted } from "../cli/interrupt.ts";
import { UserError } from "../cli/user-error.ts";
import type { Orchestrator } from "./batch/orchestrators.ts";
import { type BroughtUp, bringUp } from "./bring-up.ts";
import { type Claim, claimLocalCloud } from "./claim.ts";
import type { LocalCloud } from "./local-cloud.ts";
import { TimedStory } from "./timed-story.ts";

/** What is done in a platform that is up, until the signal says stop; its exit code. */
export type Work = (up: BroughtUp, story: TimedStory, signal: AbortSignal) => Promise<number>;

/**
 * Brings the platform up, lets the work be done in it, and takes it down, whatever becomes of it. The work also stops when a
 * process of the cloud ends although nobody asked for it, since it would wait for what never comes.
 */
export async function withLocalCloud(interrupt: AbortSignal, orchestrator: Orchestrator, work: Work): Promise<number> {
    const broken = new AbortController();
    const signal = AbortSignal.any([interrupt, broken.signal]);
    const story = new TimedStory(signal);
    const onWait = (pid: number) => story.line(`An earlier start (process ${pid}) is taking its cloud down: waiting.`);
    let claim: Claim | undefined;
    let cloud: LocalCloud | undefined;
    const onOpened = (opened: LocalCloud) => {
        cloud = opened;
        void opened.broken.then((why) => broken.abort(why));
    };
    try {
        claim = await claimLocalCloud(paths, { signal, onWait });
        process.env.TMPDIR = claim.temporary;
        const up = await bringUp(story, signal, onOpened, orchestrator);
        const code = await work(up, story, signal);
        // What stays up until it is interrupted does not know that it was not.
        broken.signal.throwIfAborted();
        return code;
    } catch (error) {
        if (broken.signal.aborted) {
            throw new UserError(
                `${broken.signal.reason.message}\nNothing of this start is left. Begin again: npm start`,
            );
        }
        if (!signal.aborted) throw error;
        story.line("Interrupted.");
        return Interrupted.exitCode;
    } finally {
        const opened = cloud;
        if (opened) await story.step("Taking the local cloud down", () => opened.remove());
        claim?.release();
    }
}
