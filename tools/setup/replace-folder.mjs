import fs from "node:fs";
import path from "node:path";

/**
 * Fills a folder beside the wanted one and puts it in place in one step, so that an interruption leaves the old one.
 * @template T
 * @param {string} folder
 * @param {(partial: string) => Promise<{ keep: boolean, value: T }>} fill
 * @returns {Promise<T>}
 */
export async function replaceFolder(folder, fill) {
    const partial = `${folder}.partial`;
    fs.rmSync(partial, { recursive: true, force: true });
    fs.mkdirSync(partial, { recursive: true });
    try {
        const { keep, value } = await fill(partial);
        if (keep) {
            fs.rmSync(folder, { recursive: true, force: true });
            fs.mkdirSync(path.dirname(folder), { recursive: true });
            fs.renameSync(partial, folder);
        }
        return value;
    } finally {
        fs.rmSync(partial, { recursive: true, force: true });
    }
}
