import { type Program, text } from "../../program/program.ts";
import { type Need, needs } from "../need.ts";

const ATHENA = "https://docs.aws.amazon.com/athena/latest/ug/s3-permissions.html";
const CATALOG = "https://docs.aws.amazon.com/athena/latest/ug/fine-grained-access-to-glue-resources.html";

/** Athena reads catalog and data in the name of who asks; who asks is told the saved queries. */
export function byAthena({ ofType, role, names, find }: Program): Need[] {
    const asking = ofType("aws:lambda/function:Function").filter(
        ({ props }) => text(props, "environment", "variables", "QUERIES") !== "",
    );
    const bucketAt = (address: string) => {
        const bucket = find("aws:s3/bucket:Bucket", /^s3:\/\/([^/]+)/.exec(address)?.[1]);
        return names.plain(text(bucket?.outputs, "arn"));
    };
    return asking.flatMap(({ props }) => {
        const holder = role(props.role);
        const catalog = "arn:aws:glue:{region}:{account}:catalog";
        const databases = ofType("aws:glue/catalogDatabase:CatalogDatabase").map(({ outputs }) =>
            names.plain(text(outputs, "arn")),
        );
        const tables = ofType("aws:glue/catalogTable:CatalogTable");
        const known = { why: "Athena looks tables up in its name", source: CATALOG };
        const read = { why: "Athena reads the tables' objects in its name", source: ATHENA };
        const kept = { why: "Athena keeps the result in its name, which it then reads", source: ATHENA };
        return [
            ...[catalog, ...databases].flatMap((one) =>
                needs(holder, ["glue:GetDatabase", "glue:GetTable"], one, known),
            ),
            ...tables.flatMap(({ outputs }) =>
                needs(holder, ["glue:GetTable"], names.plain(text(outputs, "arn")), known),
            ),
            ...tables
                .map((table) => bucketAt(text(table.props, "storageDescriptor", "location")))
                .flatMap((bucket) => [
                    ...needs(holder, ["s3:GetObject"], `${bucket}/*`, read),
                    ...needs(holder, ["s3:GetBucketLocation", "s3:ListBucket"], bucket, read),
                ]),
            ...ofType("aws:athena/workgroup:Workgroup")
                .map((group) => bucketAt(text(group.props, "configuration", "resultConfiguration", "outputLocation")))
                .flatMap((bucket) => [
                    ...needs(holder, ["s3:GetObject", "s3:PutObject"], `${bucket}/*`, kept),
                    ...needs(holder, ["s3:GetBucketLocation"], bucket, kept),
                ]),
        ];
    });
}
