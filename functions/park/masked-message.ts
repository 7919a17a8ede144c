import { jsonHoldsCardNumber, maskJson } from "../../contract/cards/json-text.ts";
import { isNotification } from "../../contract/files/object-event.ts";
import { containsCardNumber, maskCardNumbers } from "../../contract/values/card-number.ts";
import type { ParkedMessage } from "./parked.ts";

const NAMES_OF_S3 = /("(?:eTag|sequencer)":")(?=\d*[A-Fa-f])[0-9A-Fa-f]{16,32}(?=["-])/g;

type Attributes = ParkedMessage["attributes"];

/** The message with its card numbers masked, or undefined where it holds none. */
export function maskedMessage({ body, attributes }: Pick<ParkedMessage, "body" | "attributes">) {
    const holds = holdsCardNumber(body) || Object.entries(attributes).some(([name, one]) => attributeHolds(name, one));
    return holds ? { body: masked(body), attributes: maskedAttributes(attributes) } : undefined;
}

function holdsCardNumber(text: string): boolean {
    return isJson(text) ? jsonHoldsCardNumber(withoutNamesOfS3(text)) : containsCardNumber(text);
}

/** In its notifications S3 names versions by hashes and orders them by counters, whose digits may be any. */
function withoutNamesOfS3(json: string): string {
    return isNotification(JSON.parse(json)) ? json.replace(NAMES_OF_S3, "$1") : json;
}

function attributeHolds(name: string, { stringValue = "", binaryValue = "" }: Attributes[string]): boolean {
    return [name, stringValue, readable(binaryValue)].some(holdsCardNumber);
}

function maskedAttributes(attributes: Attributes): Attributes {
    return Object.fromEntries(
        Object.entries(attributes).map(([name, { dataType, stringValue, binaryValue }]) => [
            maskCardNumbers(name),
            {
                dataType: maskCardNumbers(dataType),
                ...(stringValue !== undefined && { stringValue: masked(stringValue) }),
                ...(binaryValue !== undefined && { binaryValue: maskedBinary(binaryValue) }),
            },
        ]),
    );
}

/** Values of JSON one by one; a text that is none as it stands. */
function masked(text: string): string {
    return isJson(text) ? maskJson(text) : maskCardNumbers(text);
}

function maskedBinary(binary: string): string {
    const text = readable(binary);
    return holdsCardNumber(text) ? Buffer.from(masked(text)).toString("base64") : binary;
}

function readable(binary: string): string {
    return Buffer.from(binary, "base64").toString("utf8");
}

function isJson(text: string): boolean {
    try {
        JSON.parse(text);
        return true;
    } catch {
        return false;
    }
}
