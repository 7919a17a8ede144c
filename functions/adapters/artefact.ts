import { readArchive } from "../../model/artefact/archive.ts";
import { ModelError } from "../../model/artefact/booster.ts";
import type { Ensemble } from "../../model/explain/ensemble.ts";
import { FEATURES } from "../../model/features.ts";
import type { ObjectReader } from "./object-reader.ts";

/** The model at `s3://bucket/key`, which must be in our bucket. @throws ModelError when it cannot be read as ours. */
export async function readArtefact(address: string, bucket: string, objects: ObjectReader): Promise<Ensemble> {
    const own = `s3://${bucket}/`;
    if (!address.startsWith(own)) throw new ModelError(`${address} is not in the bucket of models ${bucket}`);
    const packed = await objects.read(address.slice(own.length));
    if (packed === undefined) throw new ModelError(`there is no object ${address}`);
    return readArchive(
        packed,
        FEATURES.map(({ name }) => name),
    );
}
