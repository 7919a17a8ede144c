import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import type { Step } from "../step.ts";
import { ofType } from "../things.ts";
import { failed, held, unknown } from "../verdict.ts";

/** The function is given a quarter of an hour, and the client waits longer than that. */
const WAIT_MS = 16 * 60_000;
const FIX =
    "Data Factory's monitor has the run, by the id above; docs/runbooks/exchange-failing.md says what to look at.";

export const exchange: Step = {
    name: "exchange",
    proves: "A run of each pipeline of Data Factory, asked for by AWS, brings its set whole, as its own identity.",
    answers: "Two clouds, an identity in each, and what each documents of the other only meet in accounts.",
    lacking: "Data Factory",
    async run({ cloud, things }) {
        const request = ofType(things, "aws:lambda/function:Function").find(({ name }) => name === "request");
        if (request === undefined) return unknown("The stack asks Azure for nothing: it has no function request.");
        // What the workflow does each day; a set that comes twice is there once.
        const { FunctionError, Payload } = await cloud
            .of(LambdaClient)
            .send(new InvokeCommand({ FunctionName: request.id }), { requestTimeout: WAIT_MS });
        const answer: unknown = JSON.parse(Buffer.from(Payload ?? []).toString("utf8") || "null");
        if (FunctionError !== undefined) {
            const { errorType = "Error", errorMessage = "no reason given" } = Object(answer) as Record<string, string>;
            return failed(`${request.id} failed, ${errorType}: ${errorMessage}`, FIX);
        }
        const runs = [answer].flat().map((one) => Object(one) as Record<string, unknown>);
        const brought = runs.flatMap(({ pipeline, run }) => (run === undefined ? [] : [`${pipeline} ${run}`]));
        if (brought.length === 0) return unknown(`${request.id} names no run: look at its log.`);
        return held({ function: request.id, brought });
    },
};
