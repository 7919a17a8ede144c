import { list, type Program, text } from "../../program/program.ts";
import { type Need, needs } from "../need.ts";

const COPY = "https://docs.aws.amazon.com/redshift/latest/dg/copy-usage_notes-access-permissions.html";
const DATA_API = "https://docs.aws.amazon.com/redshift/latest/mgmt/data-api-access.html";

/** COPY names the list of what it loads, and the list names records, refusals or runs of reports: below which prefix. */
const LOADED: readonly (readonly [bucket: string, below: string])[] = [
    ["{Bucket manifests}", ""],
    ["{Bucket records}", ""],
    ["{Bucket quarantine}", "rows/"],
    ["{Bucket reports}", "runs/"],
];

/** What the warehouse does in the name of the role that it is given, and its Data API of who asks. */
export function byRedshift({ ofType, role, names, find }: Program): Need[] {
    const loading = ofType("aws:redshiftserverless/namespace:Namespace").flatMap(({ props }) =>
        list(props, "iamRoles").flatMap((arn) => {
            return LOADED.flatMap(([bucket, below]) => [
                ...needs(role(arn), ["s3:GetObject"], `${bucket}/${below}*`, {
                    why: "COPY reads what it loads",
                    source: COPY,
                }),
                ...needs(role(arn), ["s3:ListBucket"], bucket, { why: "COPY finds what it loads", source: COPY }),
            ]);
        }),
    );
    const asking = ofType("aws:lambda/function:Function").flatMap(({ props }) => {
        const variables = (name: string) => text(props, "environment", "variables", name);
        const workgroup = find("aws:redshiftserverless/workgroup:Workgroup", variables("WORKGROUP_NAME"));
        if (workgroup === undefined) return [];
        const secret = variables("ADMIN_SECRET_ARN");
        return secret === ""
            ? needs(
                  role(props.role),
                  ["redshift-serverless:GetCredentials"],
                  names.plain(text(workgroup.outputs, "arn")),
                  {
                      why: "the Data API asks for a password in its name",
                      source: DATA_API,
                  },
              )
            : needs(role(props.role), ["secretsmanager:GetSecretValue"], names.plain(secret), {
                  why: "the Data API reads the secret in its name",
                  source: DATA_API,
              });
    });
    return [...loading, ...asking];
}
