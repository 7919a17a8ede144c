import { allow, of, type Statement } from "./statement.ts";

/** The state of one stack, in the bucket that Pulumi keeps it in. */
export interface State {
    /** Name of the bucket. */
    bucket: string;
    /** Name of the Pulumi project. */
    project: string;
    /** Name of the stack. */
    stack: string;
    /** ARN of the key of the bucket. */
    key: string;
    /** ARN of the key of the secrets in the state. */
    secretsKey: string;
}

/** To read the state of one stack, open the secrets in it, and hold its lock for as long as the reading takes. */
export function readState({ bucket, project, stack, key, secretsKey }: State): Statement[] {
    const objects = `arn:aws:s3:::${bucket}/.pulumi`;
    const locks = `${objects}/locks/organization/${project}/${stack}/*`;
    return [
        allow(of("s3", "ListBucket"), `arn:aws:s3:::${bucket}`),
        allow(of("s3", "GetObject"), [
            `${objects}/meta.yaml`,
            `${objects}/stacks/${project}/${stack}.json*`,
            `${objects}/history/${project}/${stack}/*`,
            locks,
        ]),
        allow(of("s3", "DeleteObject", "PutObject"), locks),
        allow(of("kms", "Decrypt", "GenerateDataKey"), key),
        allow(of("kms", "Decrypt"), secretsKey),
    ];
}

/** To write it as well. The state of the bootstrap, which has another name, is out of reach. */
export function writeState(state: State): Statement[] {
    const { bucket, project, stack } = state;
    const objects = `arn:aws:s3:::${bucket}/.pulumi`;
    return [
        ...readState(state),
        allow(of("s3", "DeleteObject", "PutObject"), [
            `${objects}/stacks/${project}/${stack}.json*`,
            `${objects}/history/${project}/${stack}/*`,
            `${objects}/backups/${project}/${stack}/*`,
        ]),
    ];
}
