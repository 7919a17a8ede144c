import type { Properties } from "../../store/value.ts";
import { plainProperties } from "../values/plain.ts";
import type { Answering } from "./answering.ts";

/** What the cloud answers to a question of the program. */
export function answerInvoke({ provider, cloud }: Answering, token: string, args: Properties): Properties {
    const answer = provider.invokes[token];
    if (answer === undefined) {
        throw new Error(
            `the local cloud cannot answer ${token}: add it to local/providers/packages/${provider.name}.ts`,
        );
    }
    return answer(plainProperties(args), cloud);
}
