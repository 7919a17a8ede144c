import type { MessageStyle } from "../formats/pacs008-file.ts";

const tidy: MessageStyle = {
    version: 8,
    acceptanceTime: true,
    prefix: "",
    namespace: true,
    document: true,
    envelope: "none",
};

/** The senders of the samples, each with its own idea of the standard. */
export const styles = {
    settlement: tidy,
    resent: { ...tidy, version: 12, prefix: "ns2:", envelope: "header" },
    crossBorder: { ...tidy, version: 10, prefix: "pacs:", envelope: "business-message", headerVersion: 9 },
    instant: { ...tidy, version: 2 },
    realTime: { ...tidy, version: 13, namespace: false, document: false },
    salaries: { ...tidy, version: 1, acceptanceTime: false },
    interrupted: { ...tidy, version: 9, envelope: "header" },
} as const satisfies Record<string, MessageStyle>;
