/** Days after which the parts of an upload that never ended are removed, at most. */
const UNFINISHED_UPLOAD_DAYS = 7;

/**
 * The rules of a bucket whose objects expire after so many days, or never. An expired object becomes an older version
 * and is gone for good one day later. Where nothing expires, older versions are kept for so many days, or for ever. With
 * prefixes, only objects below them expire; older versions do so everywhere.
 */
export function lifecycleRules(expireDays?: number, olderVersionDays?: number, prefixes: readonly string[] = []) {
    const unfinished = {
        id: "remove-unfinished-uploads",
        status: "Enabled",
        filter: {},
        abortIncompleteMultipartUpload: {
            daysAfterInitiation: Math.min(UNFINISHED_UPLOAD_DAYS, expireDays ?? UNFINISHED_UPLOAD_DAYS),
        },
    };
    if (expireDays === undefined && olderVersionDays !== undefined) {
        const noncurrentVersionExpiration = { noncurrentDays: olderVersionDays };
        const id = `remove-versions-after-${olderVersionDays}-days`;
        return [unfinished, { id, status: "Enabled", filter: {}, noncurrentVersionExpiration }];
    }
    if (expireDays === undefined) return [unfinished];
    const replaced = {
        id: "remove-replaced-versions",
        status: "Enabled",
        filter: {},
        noncurrentVersionExpiration: { noncurrentDays: 1 },
    };
    return [
        unfinished,
        ...(prefixes.length > 0 ? prefixes : [undefined]).map((prefix, index) => ({
            id:
                index === 0
                    ? `expire-after-${expireDays}-days`
                    : `expire-${prefix?.replace(/\/$/, "")}-after-${expireDays}-days`,
            status: "Enabled",
            filter: prefix === undefined ? {} : { prefix },
            expiration: { days: expireDays },
            noncurrentVersionExpiration: { noncurrentDays: 1 },
        })),
        ...(prefixes.length > 0 ? [replaced] : []),
        {
            id: "remove-empty-delete-markers",
            status: "Enabled",
            filter: {},
            expiration: { expiredObjectDeleteMarker: true },
        },
    ];
}
