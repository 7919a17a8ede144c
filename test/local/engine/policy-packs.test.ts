import assert from "node:assert/strict";
import { Project } from "./support/project.ts";

const pack = `
import { PolicyPack } from "@pulumi/policy";
const banned: string = process.env.BANNED ?? "nothing";
new PolicyPack("tiny-pack", {
    policies: [{
        name: "no-banned-output", description: "An output must not be banned.", enforcementLevel: "mandatory",
        validateStack: ({ resources }, report) => {
            process.stdout.write("the pack looks at " + resources.length + " resources\\n");
            for (const name of Object.keys(resources[0]?.props ?? {})) if (name === banned) report(name + " is banned");
        },
    }],
});
`;

describe("a policy pack under the real engine with our language host", () => {
    let project: Project;

    before(async () => {
        project = new Project("export const answer: number = 42;");
        project.write("policies/PulumiPolicy.yaml", "runtime: nodejs\nmain: load.cjs\n");
        project.write("policies/package.json", '{ "name": "tiny-pack", "version": "1.0.0", "main": "load.cjs" }');
        const load = ['require("@pulumi/policy")', 'require("tsx/cjs/api").register()', 'require("./pack.ts")'];
        project.write("policies/load.cjs", load.join(";\n"));
        project.write("policies/pack.ts", pack);
        await project.run(["stack", "init", "local"]);
    });

    after(async () => await project.remove());

    it("loads without a build, looks at the stack and lets a good preview pass", async () => {
        const { code, output } = await project.run(["preview", "--policy-pack", "policies"]);
        assert.equal(code, 0, output);
        assert.match(output, /tiny-pack@v1\.0\.0/);
        assert.match(output, /the pack looks at 1 resources/);
    });

    it("fails the preview at a violation, and gets the variables of the engine", async () => {
        const { code, output } = await project.run(["preview", "--policy-pack", "policies"], { BANNED: "answer" });
        assert.notEqual(code, 0);
        assert.match(output, /no-banned-output[\s\S]*answer is banned/);
    });

    it("shows why a pack cannot be loaded, and fails the preview", async () => {
        project.write("broken/PulumiPolicy.yaml", "runtime: nodejs\n");
        project.write("broken/package.json", '{ "name": "broken", "version": "1.0.0", "main": "load.cjs" }');
        project.write("broken/load.cjs", 'throw new Error("the rules are unreadable");');
        const { code, output } = await project.run(["preview", "--policy-pack", "broken"]);
        assert.notEqual(code, 0);
        assert.match(output, /the rules are unreadable/);
    });
});
