import { redshiftDataClient } from "../adapters/data-api.ts";
import { s3Client } from "../adapters/objects.ts";
import { surroundingsOf } from "../adapters/surroundings.ts";
import { loading } from "./loading.ts";

export const handler = loading(
    { redshift: redshiftDataClient(), s3: s3Client() },
    surroundingsOf("load"),
    // The SQL lies beside the code.
    `${import.meta.dirname}/warehouse`,
);
