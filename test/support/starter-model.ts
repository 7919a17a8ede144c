import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Ensemble } from "../../model/explain/ensemble.ts";
import { paths } from "../../tools/paths.mjs";

/** A file of the starter model's artefact. */
export function starterFile(name: string): Buffer {
    return fileOf(gunzipSync(readFileSync(join(paths.root, "model", "starter", "model.tar.gz"))), name);
}

/** The trees of the starter model. */
export function starterEnsemble(): Ensemble {
    return JSON.parse(starterFile("explain/explainer.json").toString());
}

/** A file of the artefact, which is a plain tar: a header of 512 bytes, then the content, padded. */
function fileOf(artefact: Buffer, name: string): Buffer {
    for (let at = 0; at < artefact.length; ) {
        const text = (from: number, to: number) => artefact.toString("latin1", at + from, at + to).replace(/\0.*$/, "");
        const size = Number.parseInt(text(124, 136), 8);
        if (text(0, 100) === name) return artefact.subarray(at + 512, at + 512 + size);
        at += 512 + Math.ceil(size / 512) * 512;
    }
    throw new Error(`the artefact has no ${name}`);
}
