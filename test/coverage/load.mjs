import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { asWritten } from "./as-written.mjs";
import { MEASURED } from "./measured.mjs";

const folders = MEASURED.map((folder) => new URL(`../../${folder}/`, import.meta.url).href);

/**
 * What is measured keeps its lines and names. tsx puts a module on one line, between helpers, and no figure about that is true.
 * @param {string} url
 * @param {object} context
 * @param {(url: string, context: object) => any} next
 */
export function load(url, context, next) {
    const [file = url] = url.split("?");
    if (!file.endsWith(".ts") || !folders.some((folder) => file.startsWith(folder))) return next(url, context);
    const path = fileURLToPath(file);
    const { code, map } = asWritten(path, readFileSync(path, "utf8"));
    const inline = Buffer.from(map).toString("base64");
    const source = `${code}\n//# sourceMappingURL=data:application/json;base64,${inline}\n`;
    return { format: "module", source, shortCircuit: true };
}
