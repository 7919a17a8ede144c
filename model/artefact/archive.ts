import { gunzipSync } from "node:zlib";
import { parseTar } from "nanotar";
import type { Ensemble } from "../explain/ensemble.ts";
import { ModelError, readBooster } from "./booster.ts";

/** Largest unpacked archive; 400 trees of depth 5 are under one megabyte. */
export const LARGEST_ARCHIVE = 128 * 2 ** 20;

/** Name that SageMaker's container gives the model. */
const MODEL = "xgboost-model";

/** The model in a `model.tar.gz`, as SageMaker's built-in XGBoost leaves it, for a row of these features. */
export function readArchive(packed: Uint8Array, features: readonly string[]): Ensemble {
    return readBooster(fileIn(packed, MODEL), features);
}

function fileIn(packed: Uint8Array, name: string): Uint8Array {
    // A copy: the reader of archives looks at the whole memory behind what it is given.
    const files = attempt("no whole tar.gz", () => {
        const { buffer } = new Uint8Array(gunzipSync(packed, { maxOutputLength: LARGEST_ARCHIVE }));
        return parseTar(buffer, { filter: (file) => file.name.replace(/^\.\//, "") === name });
    });
    const data = files[0]?.data;
    if (data === undefined) throw new ModelError(`the archive holds no ${name}`);
    return data;
}

function attempt<Result>(what: string, act: () => Result): Result {
    try {
        return act();
    } catch (cause) {
        throw new ModelError(`the archive is ${what}, or larger than ${LARGEST_ARCHIVE / 2 ** 20} MB`, { cause });
    }
}
