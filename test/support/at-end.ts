type End = () => Promise<unknown>;

/** One list a process: the loader may make this module twice, once for `import` and once for `require`. */
const everywhere = globalThis as { [key: symbol]: End[] | undefined };
const ENDS = Symbol.for("ends of the tests");

/** Has something taken down that several test files share, once this process has run all of its files. */
export function atEnd(end: End): void {
    if (everywhere[ENDS] === undefined) throw new Error("nobody here says when all files have run");
    everywhere[ENDS].push(end);
}

export async function endAll(): Promise<void> {
    for (const end of everywhere[ENDS]?.splice(0).reverse() ?? []) await end();
}

// A lane loads this before it has a mocha, and says itself when it has run its last file. There each file has a mocha of
// its own, so that a hook of the root would come too early.
if (everywhere[ENDS] === undefined) {
    everywhere[ENDS] = [];
    if (typeof after === "function") after(endAll);
}
