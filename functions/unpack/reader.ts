import type { FileSource } from "../../contract/files/landing.ts";
import { CardNetworkReader } from "./card-network/card-network.ts";
import { type Conventions, NO_CONVENTIONS } from "./conventions.ts";
import { CoreBankingReader } from "./core-banking/core-banking.ts";
import { Iso20022Reader } from "./iso20022/iso20022.ts";
import type { Limits } from "./limits.ts";
import type { Reader } from "./rows/row.ts";
import type { Bytes } from "./text/byte-stream.ts";

const READERS: Readonly<Record<FileSource, new (bytes: Bytes, limits: Limits, conventions: Conventions) => Reader>> = {
    "card-network": CardNetworkReader,
    "core-banking": CoreBankingReader,
    iso20022: Iso20022Reader,
};

export function readerOf(
    source: FileSource,
    bytes: Bytes,
    limits: Limits,
    conventions: Conventions = NO_CONVENTIONS,
): Reader {
    return new READERS[source](bytes, limits, conventions);
}
