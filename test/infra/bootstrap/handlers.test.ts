import assert from "node:assert/strict";
import { stackNames } from "../../../stacks/settings-of.ts";
import { thePlatform } from "../../support/infra-parts.ts";
import { everything } from "../../support/mocks.ts";
import {
    allowedToPipelines,
    HANDLERS,
    handlerTypeOf,
    missingOf,
    NOT_HERE,
    WITHOUT_HANDLER,
} from "./support/handlers.ts";

describe("what the pipelines may do, against what CloudFormation's handlers ask for", () => {
    const types = new Set<string>();
    before(async () => {
        for (const stack of stackNames) {
            await thePlatform(stack);
            for (const { type } of everything()) if (type.startsWith("aws:")) types.add(type);
        }
    });

    it("knows the handlers of every type of the program, or that there are none", () => {
        const unknown = [...types].filter((type) => {
            const name = type.slice("aws:".length);
            return handlerTypeOf(type) === undefined && !WITHOUT_HANDLER.some((pattern) => pattern.test(name));
        });
        assert.deepEqual(unknown, []);
    });

    it("covers them, but for what the program does not have", async () => {
        const may = await allowedToPipelines();
        // The dashboard and its theme are made by a template.
        const asked = [...types].flatMap((type) => handlerTypeOf(type) ?? []);
        for (const name of new Set([...asked, "AWS::QuickSight::Dashboard", "AWS::QuickSight::Theme"])) {
            assert.deepEqual(missingOf(name, may), [], name);
        }
    });

    it("leaves out nothing that is given all the same", async () => {
        const may = await allowedToPipelines();
        const asked = Object.values(HANDLERS).flatMap(({ read, write }) => [...read, ...write]);
        const idle = NOT_HERE.filter(([pattern]) => !asked.some((one) => pattern.test(one) && !may.has(one)));
        assert.deepEqual(
            idle.map(([, reason]) => reason),
            [],
        );
    });
});
