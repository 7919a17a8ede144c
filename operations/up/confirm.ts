import { createInterface } from "node:readline/promises";

interface Terminal {
    readonly input: NodeJS.ReadableStream;
    readonly output: NodeJS.WritableStream;
}

/** Only the name of the stack is a yes: whoever means dev does not change prod. */
export async function isConfirmed(stack: string, { input, output }: Terminal, signal?: AbortSignal): Promise<boolean> {
    const asking = createInterface({ input, output });
    // A terminal that is closed has answered, too.
    const closed = new Promise<string>((resolve) => asking.once("close", () => resolve("")));
    try {
        const question = `Type ${stack} to change it, anything else to leave it: `;
        const answer = asking.question(question, signal === undefined ? {} : { signal });
        return (await Promise.race([answer, closed])).trim() === stack;
    } finally {
        asking.close();
    }
}
