import { canonicalTime } from "../values/time.ts";

/** What travels beside a transaction on the queues: which delivery this is, and when the platform first had it. */
export interface Envelope {
    origin: string;
    receivedAt: string;
}

export interface StringAttribute {
    DataType: "String";
    StringValue: string;
}

/** The message attributes to send. */
export function envelopeAttributes({ origin, receivedAt }: Envelope): Record<keyof Envelope, StringAttribute> {
    return {
        origin: { DataType: "String", StringValue: origin },
        receivedAt: { DataType: "String", StringValue: receivedAt },
    };
}

/** The envelope of a received message; live producers may leave out either part, and then `fallback` stands. */
export function readEnvelope(
    attributes: Readonly<Record<string, { stringValue?: string | undefined } | undefined>>,
    fallback: Envelope,
): Envelope {
    const receivedAt = canonicalTime(attributes.receivedAt?.stringValue ?? "");
    return { origin: attributes.origin?.stringValue ?? fallback.origin, receivedAt: receivedAt ?? fallback.receivedAt };
}
