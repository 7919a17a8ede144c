import { setImmediate as soon } from "node:timers/promises";
import type { Cloud, Service } from "../cloud/cloud.ts";
import type { Chance } from "./chance.ts";
import { errorOf } from "./errors.ts";
import type { Host } from "./host.ts";
import type { Storm } from "./storm.ts";
import type { Timeline } from "./timeline.ts";

/** A call of a function to a service, before it is done. */
export interface Call {
    host: Host;
    service: Service;
    operation: string;
    input: object;
}

interface Waiting extends Call {
    resolve(answer: object): void;
    reject(error: unknown): void;
    wasSlow: boolean;
}

/** Lies between function and service: for tests that break a step and want that to be seen. */
export type Meddle = (call: Call, proceed: () => Promise<object>) => Promise<object>;

/** Hears what happened to what: everything that stands in a text was seen then. */
export type Witness = (text: () => string, happened: string) => void;

export interface StageParts {
    cloud: Cloud;
    timeline: Timeline;
    storm: Storm;
    chance: Chance;
    meddle?: Meddle | undefined;
    witness?: Witness | undefined;
}

/** Functions do nothing but call services, so the order of all calls, chosen by the seed, is the whole run. */
export class Stage {
    readonly #parts: StageParts;
    readonly #waiting: Waiting[] = [];
    /** Starts one more invocation; says whether one was started. */
    start: (mayWait: boolean) => boolean = () => false;
    /** Hears that a host was killed. */
    killed: (host: Host) => void = () => undefined;
    /** Hears of each call. */
    progress: (calls: number) => void = () => undefined;
    calls = 0;

    constructor(parts: StageParts) {
        this.#parts = parts;
    }

    call(host: Host, service: Service, operation: string, input: object): Promise<object> {
        return new Promise((resolve, reject) => {
            // Whoever is dead waits for ever.
            if (!host.isDead) this.#waiting.push({ host, service, operation, input, resolve, reject, wasSlow: false });
        });
    }

    /** Pauses with a jitter come as fractions and last as long as the seed says; the others last what they say. */
    pause(ms: number): Promise<void> {
        const { timeline, chance } = this.#parts;
        const lasts = Number.isInteger(ms) ? ms : 1 + chance.below(500);
        return new Promise((resolve) => timeline.at(timeline.now + lasts, () => resolve()));
    }

    /** Goes on until nothing waits, nothing is due and nothing starts. */
    async untilQuiet(): Promise<void> {
        const { timeline, chance } = this.#parts;
        for (;;) {
            // Whatever the last step set going has come to its next call after this.
            await soon();
            if (this.start(this.#waiting.length > 0)) continue;
            if (this.#waiting.length > 0) await this.#carryOut(chance.takeFrom(this.#waiting));
            else if (!timeline.leap()) return;
            timeline.pass(chance.below(3));
        }
    }

    kill(host: Host): void {
        host.isDead = true;
        this.killed(host);
    }

    async #carryOut(call: Waiting): Promise<void> {
        const { host, service, operation } = call;
        const { timeline, storm } = this.#parts;
        if (host.isDead) return call.wasSlow ? this.#unheard(call) : undefined;
        const { invocation } = host;
        if (invocation !== undefined && timeline.now > invocation.deadline)
            return this.#end(call, "timed out before it");
        const strike = call.wasSlow ? "none" : storm.strikeAt(service, operation);
        if (strike === "slow" || strike === "late") {
            timeline.at(timeline.now + storm.delayMs(), () => this.#waiting.push({ ...call, wasSlow: true }));
            if (strike === "late") call.reject(errorOf("unheard"));
            return;
        }
        this.progress(++this.calls);
        const isLast = invocation !== undefined && invocation.doom?.atCall === invocation.calls++;
        if (isLast && invocation.doom?.after === false) return this.#end(call, "killed before it");
        if (strike === "refused") return this.#fail(call, errorOf(service), "refused");
        let answer: object;
        try {
            answer = await this.#answer(call, strike === "short");
        } catch (error) {
            return isLast ? this.#end(call, "killed after it failed") : this.#fail(call, error, "failed");
        }
        if (isLast) return this.#end(call, "killed after it");
        if (strike === "unheard") return this.#fail(call, errorOf("unheard"), "done, but the answer was lost");
        this.#see(call, strike === "short" ? "done in part" : "done");
        call.resolve(answer);
    }

    #answer(call: Call, short: boolean): Promise<object> {
        const { cloud, meddle } = this.#parts;
        const proceed = () => cloud.answer(call.service, call.operation, call.input, short);
        return meddle === undefined ? proceed() : meddle(call, proceed);
    }

    /** What a function asked for before it died arrives all the same. */
    async #unheard(call: Call): Promise<void> {
        this.#see(call, "done after its caller was dead");
        await this.#answer(call, false).catch(() => undefined);
    }

    #end(call: Waiting, how: string): void {
        this.#parts.storm.count(`killed ${call.host.verb}`);
        this.#see(call, how);
        this.kill(call.host);
    }

    #see({ host, service, operation, input }: Call, how: string): void {
        this.#parts.witness?.(() => JSON.stringify(input), `${host.verb}, ${service} ${operation}: ${how}`);
    }

    #fail(call: Waiting, error: unknown, how: string): void {
        this.#see(call, how);
        call.reject(error);
    }
}
