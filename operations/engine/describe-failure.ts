/**
 * The lines of the engine's output that say what went wrong: its own `error:` lines with what is indented below
 * them, or the last lines when there are none.
 */
export function describeFailure(output: string): string {
    const lines = output.split("\n").filter((line) => line.trim() !== "");
    const errors = lines.filter((line) => /\berror:/i.test(line));
    return (errors.length > 0 ? errors : lines.slice(-8)).map((line) => line.trim()).join("\n");
}
