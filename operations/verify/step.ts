import type { Cloud } from "./cloud.ts";
import type { Outputs } from "./outputs.ts";
import type { Synthetic } from "./synthetic.ts";
import type { Thing } from "./things.ts";
import type { Verdict } from "./verdict.ts";

/** What a step works with. */
export interface Context {
    cloud: Cloud;
    outputs: Outputs;
    /** What the state says is there. */
    things: readonly Thing[];
    /** Letters that only this run has; part of the name of everything it makes. */
    run: string;
    /** The run's own transactions. */
    synthetic: Synthetic;
    /** Asks until there is an answer, or undefined once the patience is over. */
    until<T>(ask: () => Promise<T | undefined>): Promise<T | undefined>;
    /** Runs when the step is over, however it ended; the last one first. `what` names what would stay behind. */
    afterwards(what: string, work: () => Promise<unknown>): void;
}

/** One thing that only a running platform can prove. */
export interface Step {
    /** Lower-case words joined by dashes, as `--only` takes it. */
    name: string;
    /** One sentence. */
    proves: string;
    /** The doubt it answers: why no preview and no laptop can say it. */
    answers: string;
    /** What the local cloud lacks for it: there the step is skipped. Default: nothing. */
    lacking?: string;
    run(context: Context): Promise<Verdict>;
}
