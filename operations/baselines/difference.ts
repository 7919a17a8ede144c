/** Lines that only one of two texts has, as `- …` and `+ …`; each with the heading it stands under. */
export function difference(before: string, after: string): string[] {
    const [old, now] = [headed(before), headed(after)];
    const gone = missing(old, now).map((line) => `- ${line}`);
    const come = missing(now, old).map((line) => `+ ${line}`);
    return [...gone, ...come];
}

/** Those of the first list that the second has fewer of. */
function missing(some: readonly string[], others: readonly string[]): string[] {
    const left = new Map<string, number>();
    for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
    return some.filter((line) => {
        const count = left.get(line) ?? 0;
        left.set(line, count - 1);
        return count <= 0;
    });
}

/** Each line of a baseline behind the resource it is about. */
function headed(text: string): string[] {
    let heading = "";
    return text
        .split("\n")
        .filter((line) => line.trim() !== "" && !line.startsWith("#"))
        .map((line) => {
            if (/^ {2}\S/.test(line)) heading = line.trim();
            return /^ {3}/.test(line) ? `${heading} ${line.trim()}` : line.trim();
        });
}
