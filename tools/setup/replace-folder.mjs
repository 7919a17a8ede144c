import fs from "node:fs";

/**
 * Fills a folder beside the wanted one and puts it in place in one step, so that an interruption leaves the old one.
 * @param {string} folder
 * @param {(partial: string) => Promise<string | undefined>} fill says why it could not; nothing when it could
 * @returns {Promise<string | undefined>} what `fill` said
 */
export async function replaceFolder(folder, fill) {
    const partial = `${folder}.partial`;
    fs.rmSync(partial, { recursive: true, force: true });
    fs.mkdirSync(partial, { recursive: true });
    try {
        const reason = await fill(partial);
        if (reason === undefined) {
            fs.rmSync(folder, { recursive: true, force: true });
            fs.renameSync(partial, folder);
        }
        return reason;
    } finally {
        fs.rmSync(partial, { recursive: true, force: true });
    }
}
