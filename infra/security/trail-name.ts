/** Name of an environment's audit trail. Fixed, because the bucket and the key must name the trail before it exists. */
export function trailName(environment: string): string {
    return `compliance-platform-${environment}`;
}

export function trailArn(region: string, accountId: string, name: string): string {
    return `arn:aws:cloudtrail:${region}:${accountId}:trail/${name}`;
}
