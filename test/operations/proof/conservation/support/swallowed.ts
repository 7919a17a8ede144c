import type { Call, Meddle } from "../../../../../operations/proof/conservation/stage/stage.ts";

export interface Swallowing {
    meddle: Meddle;
    /** What was said to be done and was not, as text. */
    swallowed: string[];
}

/** Has a function believe that some of its calls were carried out: of those that match, one in so many. */
export function swallowing(isMeant: (call: Call) => boolean, oneIn = 1): Swallowing {
    const swallowed: string[] = [];
    let seen = 0;
    const meddle: Meddle = async (call, proceed) => {
        if (!isMeant(call) || seen++ % oneIn !== 0) return proceed();
        swallowed.push(JSON.stringify(call.input));
        return {};
    };
    return { meddle, swallowed };
}

export function isCall(verb: string, operation: string, where = ""): (call: Call) => boolean {
    return (call) =>
        call.host.verb === verb &&
        call.operation === operation &&
        Object.values(call.input).some((one) => String(one).includes(where));
}

/** Changes what a function asks for, or what it is answered. */
export function changing(
    isMeant: (call: Call) => boolean,
    change: { input?: (input: never) => object; answer?: (answer: never) => object },
): Meddle {
    return async (call, proceed) => {
        if (!isMeant(call)) return proceed();
        if (change.input !== undefined) Object.assign(call.input, change.input(call.input as never));
        const answer = await proceed();
        return change.answer?.(answer as never) ?? answer;
    };
}
