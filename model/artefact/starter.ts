import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Ensemble } from "../explain/ensemble.ts";
import { FEATURES } from "../features.ts";
import { readArchive } from "./archive.ts";

/** The model that the repository brings, as its training packed it. */
export const STARTER_ARCHIVE = fileURLToPath(new URL("../starter/model.tar.gz", import.meta.url));

/** The trees of that model as `score` reads them; the training writes them beside it, since reading the archive takes long. */
export const STARTER_EXPLAINER = fileURLToPath(new URL("../starter/explainer.json", import.meta.url));

/** Reads the model that the repository brings; its trees are those that its endpoint answers with. */
export function starterModel(): Ensemble {
    return readArchive(
        readFileSync(STARTER_ARCHIVE),
        FEATURES.map(({ name }) => name),
    );
}

/** Changes with the model. */
export function starterVersion(): string {
    return createHash("sha256").update(readFileSync(STARTER_ARCHIVE)).digest("hex").slice(0, 16);
}
