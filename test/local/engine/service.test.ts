import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { paths } from "../../../tools/paths.mjs";
import { grpc, LanguageClient, methods } from "./support/language-client.ts";

const load = createRequire(import.meta.url);
const messages: typeof import("@pulumi/pulumi/proto/language_pb.js") = load("@pulumi/pulumi/proto/language_pb.js");

// Nothing of these is needed to run a program; whoever calls one learns its name.
const notServed = ["template", "generateProgram", "generateProject", "generatePackage", "pack", "link"];
// These start a program: programs.test.ts and policy-packs.test.ts call them through the engine.
const startPrograms = ["run", "runPlugin"];

describe("the language host", () => {
    let host: LanguageClient;

    before(async () => {
        host = await LanguageClient.start();
    });

    after(async () => await host.stop());

    /** The version of a library that package.json asks for. */
    function wanted(name: string): string {
        const { dependencies, devDependencies } = load("../../../package.json");
        return { ...dependencies, ...devDependencies }[name];
    }

    function programIn(folder: string) {
        return new messages.ProgramInfo()
            .setRootDirectory(folder)
            .setProgramDirectory(folder)
            .setEntryPoint("index.ts");
    }

    it("knows each method of the protocol: it answers, or says which one it does not serve", async () => {
        const known = Object.keys(methods).filter((name) => !startPrograms.includes(name));
        for (const name of known) {
            const { error } = await host.call(name);
            if (!notServed.includes(name)) assert.equal(error, undefined, name);
            else {
                assert.equal(error?.code, grpc.status.UNIMPLEMENTED, name);
                const method = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
                assert.match(
                    error.details,
                    new RegExp(`does not serve /pulumirpc.LanguageRuntime/${method};.*official`),
                );
            }
        }
    });

    it("tells its version and its Node", async () => {
        const [info] = (await host.call("getPluginInfo")).answers;
        assert.deepEqual(info?.toObject(), { version: wanted("@pulumi/pulumi") });
        const [about] = (await host.call("about")).answers as [InstanceType<typeof messages.AboutResponse>];
        assert.deepEqual(
            [about.getExecutable(), about.getVersion()],
            [fs.realpathSync(process.execPath), process.versions.node],
        );
    });

    it("lists what a program depends on from its lock file, with all that this brings along when asked", async () => {
        const request = () => new messages.GetProgramDependenciesRequest().setInfo(programIn(paths.root));
        const names = async (transitive: boolean) => {
            const { answers } = await host.call(
                "getProgramDependencies",
                request().setTransitivedependencies(transitive),
            );
            const [answer] = answers as [InstanceType<typeof messages.GetProgramDependenciesResponse>];
            return answer.getDependenciesList().map((item) => `${item.getName()}@${item.getVersion()}`);
        };
        const direct = await names(false);
        const everything = await names(true);
        assert.ok(direct.includes(`@pulumi/aws@${wanted("@pulumi/aws")}`));
        assert.ok(direct.includes(`typescript@${wanted("typescript")}`));
        assert.ok(!direct.some((name) => name.startsWith("@pulumi/docker@")));
        assert.ok(everything.some((name) => name.startsWith("@pulumi/docker@")) && everything.length > direct.length);
    });

    it("names the providers whose SDKs a program depends on itself", async () => {
        const request = new messages.GetRequiredPackagesRequest().setInfo(programIn(path.join(paths.root, "infra")));
        const [answer] = (await host.call("getRequiredPackages", request)).answers as [
            InstanceType<typeof messages.GetRequiredPackagesResponse>,
        ];
        const providers = answer
            .getPackagesList()
            .map((item) => `${item.getKind()} ${item.getName()} ${item.getVersion()}`);
        const expected = ["aws", "awsx", "azure-native", "azuread"].map(
            (name) => `resource ${name} ${wanted(`@pulumi/${name}`)}`,
        );
        assert.deepEqual(providers, expected);
    });

    it("asks for nothing on behalf of a program without a lock file, and says so when asked what it depends on", async () => {
        const folder = fs.mkdtempSync(path.join(os.tmpdir(), "compliance-engine-"));
        const info = programIn(folder);
        const packages = await host.call(
            "getRequiredPackages",
            new messages.GetRequiredPackagesRequest().setInfo(info),
        );
        assert.deepEqual(packages.answers[0]?.toObject(), { packagesList: [], specsList: [] });
        const { error } = await host.call(
            "getProgramDependencies",
            new messages.GetProgramDependenciesRequest().setInfo(info),
        );
        assert.ok(error?.details.includes(`there is no package-lock.json at or above ${folder}`));
        fs.rmdirSync(folder);
    });

    it("says that the libraries are installed by npm ci, and not by the engine", async () => {
        const [answer] = (await host.call("installDependencies")).answers as [
            InstanceType<typeof messages.InstallDependenciesResponse>,
        ];
        assert.match(Buffer.from(answer.getStdout_asU8()).toString(), /installed by `npm ci`/);
    });
});
