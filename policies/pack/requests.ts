import type {
    AnalyzeRequest,
    AnalyzerProviderResource,
    AnalyzerResource,
    AnalyzerResourceOptions,
} from "@pulumi/pulumi/proto/analyzer_pb.js";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import type { ResourceRecord } from "../core/resource.ts";

/** Key that marks a special value in the engine's wire format, and the mark of a secret. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

interface Described {
    getUrn(): string;
    getType(): string;
    getName(): string;
    getProperties(): Struct | undefined;
    getOptions(): AnalyzerResourceOptions | undefined;
    getProvider(): AnalyzerProviderResource | undefined;
}

/** The resource that the engine asks about, alone. */
export function recordOf(message: AnalyzeRequest | Described): ResourceRecord {
    const provider = message.getProvider();
    return {
        urn: message.getUrn(),
        type: message.getType(),
        name: message.getName(),
        props: propertiesOf(message),
        opts: { protect: message.getOptions()?.getProtect() ?? false },
        ...(provider && { provider: { type: provider.getType(), props: propertiesOf(provider) } }),
    };
}

/** All resources of the stack that the engine asks about, each with what its properties were made from. */
export function recordsOf(messages: readonly AnalyzerResource[]): ResourceRecord[] {
    // A resource that is only read, or that was deleted, may be named without being there: the policy SDK drops it too.
    const there = new Set(messages.map((message) => message.getUrn()));
    return messages.map((message) => {
        const propertyDependencies: Record<string, readonly string[]> = {};
        message.getPropertydependenciesMap().forEach((on, property) => {
            propertyDependencies[property] = on.getUrnsList().filter((urn) => there.has(urn));
        });
        return { ...recordOf(message), propertyDependencies };
    });
}

function propertiesOf(message: { getProperties(): Struct | undefined }): Record<string, unknown> {
    return withoutSecretMarks(message.getProperties()?.toJavaScript() ?? {}) as Record<string, unknown>;
}

/** Rules judge secrets as they judge other values; unknown values keep the mark by which `Value` knows them. */
function withoutSecretMarks(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(withoutSecretMarks);
    if (!(value instanceof Object)) return value;
    const properties = value as Record<string, unknown>;
    if (properties[SIGNATURE] === SECRET) return withoutSecretMarks(properties.value);
    for (const [name, inner] of Object.entries(properties)) {
        if (inner instanceof Object) properties[name] = withoutSecretMarks(inner);
    }
    return properties;
}
