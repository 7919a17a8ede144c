import {
    DescribeSecretCommand,
    PutSecretValueCommand,
    SecretsManagerClient,
    UpdateSecretVersionStageCommand,
} from "@aws-sdk/client-secrets-manager";
import { clientOptions } from "../adapters/client-options.ts";

const CURRENT = "AWSCURRENT";
const PENDING = "AWSPENDING";

/** A secret whose value is replaced in two steps. */
export interface SecretVersions {
    /** The version that readers get; none in a new secret. */
    current(): Promise<string | undefined>;
    /** Stores a value that readers do not get yet. */
    propose(value: object): Promise<string>;
    /** Gives it to readers from now on, unless somebody else replaced `before` in the meantime. */
    promote(version: string, before: string | undefined): Promise<void>;
}

/** Another run has replaced the value in the meantime. */
export class OvertakenError extends Error {
    override readonly name = "OvertakenError";
}

export function secretsClient(): SecretsManagerClient {
    return new SecretsManagerClient(clientOptions);
}

export class SecretsManagerVersions implements SecretVersions {
    readonly #client: Pick<SecretsManagerClient, "send">;
    readonly #arn: string;

    constructor(client: Pick<SecretsManagerClient, "send">, arn: string) {
        this.#client = client;
        this.#arn = arn;
    }

    async current(): Promise<string | undefined> {
        const { VersionIdsToStages = {} } = await this.#client.send(new DescribeSecretCommand({ SecretId: this.#arn }));
        return Object.entries(VersionIdsToStages).find(([, stages]) => stages?.includes(CURRENT))?.[0];
    }

    async propose(value: object): Promise<string> {
        const { VersionId } = await this.#client.send(
            new PutSecretValueCommand({
                SecretId: this.#arn,
                SecretString: JSON.stringify(value),
                VersionStages: [PENDING],
            }),
        );
        if (VersionId === undefined) throw new Error("Secrets Manager gave the new version no id");
        return VersionId;
    }

    async promote(version: string, before: string | undefined): Promise<void> {
        try {
            await this.#client.send(
                new UpdateSecretVersionStageCommand({
                    SecretId: this.#arn,
                    VersionStage: CURRENT,
                    MoveToVersionId: version,
                    RemoveFromVersionId: before,
                }),
            );
        } catch (error) {
            if (!(error instanceof Error) || error.name !== "InvalidParameterException") throw error;
            throw new OvertakenError("another run has replaced the dashboards' password", { cause: error });
        }
    }
}
