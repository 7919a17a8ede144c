import { readdir } from "node:fs/promises";

/** The stacks that a store has a folder for. */
export async function storedStacks(root: string): Promise<string[]> {
    try {
        const entries = await readdir(root, { withFileTypes: true });
        return entries
            .filter((entry) => entry.isDirectory())
            .map(({ name }) => name)
            .sort();
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
        throw error;
    }
}
