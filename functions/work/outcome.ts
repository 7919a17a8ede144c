/** How an attempt ended. */
export type Outcome = { finished: true } | { finished: false; errorId: string; message: string; stack?: string };

/** What Data Pipeline takes of an error's id and of its stack trace; we hold the message to the same. */
const LONGEST = 1024;

// Data Pipeline refuses the other control characters.
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is what it is for
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g;

/** An outcome that Data Pipeline accepts, whatever a step threw. */
export function failed(errorId: string, message: string, stack?: string): Outcome {
    // The prefix is the service's own.
    const id = fitting(errorId).replace(/^Service_/, "Step_");
    return {
        finished: false,
        errorId: id === "" ? "StepFailed" : id,
        message: fitting(message),
        ...(stack !== undefined && { stack: fitting(stack) }),
    };
}

export const FINISHED: Outcome = { finished: true };

function fitting(text: string): string {
    // Half a pair, such as the cut leaves, is no valid text.
    return text
        .replace(UNPRINTABLE, " ")
        .slice(0, LONGEST)
        .replace(/\p{Surrogate}/gu, " ");
}
