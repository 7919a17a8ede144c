import { GetObjectCommand, NoSuchKey, S3Client } from "@aws-sdk/client-s3";
import { Store } from "../../store/store.ts";
import { type Clients, localClients } from "../clients.ts";
import { mayRole } from "../may-role.ts";
import { CopyError, type ReadAs } from "./copy.ts";
import type { Workgroup } from "./data-api.ts";

const WORKGROUP = "aws:redshiftserverless/workgroup:Workgroup";
const NAMESPACE = "aws:redshiftserverless/namespace:Namespace";

/** The rest of the local cloud, as this Redshift needs it. */
export class Cloud {
    readonly #store: Store;
    readonly #runFile: string;
    readonly #workgroups = new Map<string, Workgroup & { copyRoles: string[] }>();
    readonly #allowed = new Set<string>();
    #clients: Clients | undefined;

    /** Of the stack whose resources lie in `store`, with the services of `runFile`, which come up later than this. */
    constructor({ store, stack, runFile }: { store: string; stack: string; runFile: string }) {
        this.#store = new Store(store, stack);
        this.#runFile = runFile;
    }

    readonly workgroup = async (name: string): Promise<Workgroup | undefined> => {
        const known = this.#workgroups.get(name);
        if (known !== undefined) return known;
        const group = await this.#store.find(WORKGROUP, name);
        const space = group && (await this.#store.find(NAMESPACE, String(group.inputs.namespaceName)));
        if (group === undefined || space === undefined) return undefined;
        const copyRoles = Array.isArray(space.inputs.iamRoles) ? space.inputs.iamRoles.map(String) : [];
        const adminSecretArn = String(space.outputs.adminPasswordSecretArn);
        const found = { arn: String(group.outputs.arn), adminSecretArn, copyRoles };
        this.#workgroups.set(name, found);
        return found;
    };

    readonly mayRole = async (role: string, action: string, resource: string): Promise<boolean> => {
        const question = `${role} ${action} ${resource}`;
        if (this.#allowed.has(question)) return true;
        this.#clients ??= localClients(this.#runFile);
        const allowed = await mayRole(this.#clients, role, action, resource);
        if (allowed) this.#allowed.add(question);
        return allowed;
    };

    readonly read: ReadAs = async (role, address) => {
        const [, Bucket = "", Key = ""] = /^s3:\/\/([^/]+)\/(.+)$/.exec(address) ?? [];
        if (![...this.#workgroups.values()].some(({ copyRoles }) => copyRoles.includes(role))) {
            throw new CopyError(`Role ${role} is not attached to the namespace.`);
        }
        const name = role.split("/").at(-1) ?? "";
        if (!(await this.mayRole(name, "s3:GetObject", `arn:aws:s3:::${Bucket}/${Key}`))) {
            throw new CopyError("S3ServiceException:Access Denied,Status 403,Error AccessDenied");
        }
        this.#clients ??= localClients(this.#runFile);
        try {
            const { Body } = await this.#clients.of(S3Client).send(new GetObjectCommand({ Bucket, Key }));
            return (await Body?.transformToByteArray()) ?? new Uint8Array();
        } catch (error) {
            if (!(error instanceof NoSuchKey)) throw error;
            throw new CopyError(
                `S3ServiceException:The specified key does not exist.,Status 404,Error NoSuchKey,${Key}`,
            );
        }
    };
}
