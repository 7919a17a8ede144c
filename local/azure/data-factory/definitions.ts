/** What a Data Factory is told, as the program provisions it: names and properties of Azure's API. */
export interface Definitions {
    readonly pipelines: ReadonlyMap<string, PipelineDefinition>;
    readonly datasets: ReadonlyMap<string, Properties>;
    readonly linkedServices: ReadonlyMap<string, Properties>;
    readonly credentials: ReadonlyMap<string, Properties>;
}

export type Properties = Readonly<Record<string, unknown>>;
export type Condition = "Succeeded" | "Failed" | "Skipped" | "Completed";

export interface Activity extends Properties {
    readonly name: string;
    readonly type: string;
    readonly dependsOn?: readonly { activity: string; dependencyConditions: readonly Condition[] }[];
    readonly policy?: { timeout?: string; retry?: number; retryIntervalInSeconds?: number };
}

export interface PipelineDefinition {
    readonly activities: readonly Activity[];
    readonly concurrency?: number;
}

/** A resource of the program, by its type and inputs. */
interface Provisioned {
    readonly type: string;
    readonly inputs: Properties;
}

/** Finds what belongs to a factory among the resources of the program. */
export function definitionsIn(resources: readonly Provisioned[]): Definitions {
    const named = <Found>(type: string, nameIn: string, read: (inputs: Properties) => Found) =>
        new Map(
            resources
                .filter((one) => one.type === `azure-native:datafactory:${type}`)
                .map(({ inputs }): [string, Found] => [String(inputs[nameIn]), read(inputs)]),
        );
    const properties = (inputs: Properties) => inputs.properties as Properties;
    return {
        pipelines: named("Pipeline", "pipelineName", (inputs) => inputs as unknown as PipelineDefinition),
        datasets: named("Dataset", "datasetName", properties),
        linkedServices: named("LinkedService", "linkedServiceName", properties),
        credentials: named("CredentialOperation", "credentialName", properties),
    };
}

/** The definition that is referred to, or a fault that names it. */
export function referred<Found>(among: ReadonlyMap<string, Found>, reference: unknown): Found {
    const { referenceName } = reference as { referenceName?: string };
    const found = among.get(String(referenceName));
    if (found === undefined) throw new Error(`the factory has nothing called ${referenceName}`);
    return found;
}
