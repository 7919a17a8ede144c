/** Names in Redshift Serverless: small letters, digits and dashes, 64 at most. */
const LONGEST = 64;

/** Name of an environment's warehouse. Fixed, because its log groups must be there, under a key, before it is. */
export function warehouseName(environment: string): string {
    const plain = environment.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
    return `compliance-platform-${plain}`.slice(0, LONGEST).replace(/-+$/, "");
}
