import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Ensemble } from "../explain/ensemble.ts";
import { FEATURES } from "../features.ts";
import { readArchive } from "./archive.ts";

/** The model that the repository brings, as its training packed it. */
export const STARTER_ARCHIVE = fileURLToPath(new URL("../starter/model.tar.gz", import.meta.url));

export interface StarterModel {
    ensemble: Ensemble;
    /** Changes with the model. */
    version: string;
}

/** Reads the model that the repository brings; its trees are those that its endpoint answers with. */
export function starterModel(): StarterModel {
    const packed = readFileSync(STARTER_ARCHIVE);
    const names = FEATURES.map(({ name }) => name);
    return {
        ensemble: readArchive(packed, names),
        version: createHash("sha256").update(packed).digest("hex").slice(0, 16),
    };
}
