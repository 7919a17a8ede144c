import { type Input, interpolate } from "@pulumi/pulumi";

/**
 * Lets Athena work out the folders of the days instead of looking them up, so that a new day needs no registration.
 * A day outside the range would be left out without a word, so it spans every time that a transaction may have: from
 * the earliest that is accepted, to tomorrow for producers whose clock is ahead.
 */
export function projectionByDate(location: Input<string>): Record<string, Input<string>> {
    return {
        "projection.enabled": "true",
        "projection.date.type": "date",
        "projection.date.format": "yyyy-MM-dd",
        "projection.date.range": "1970-01-01,NOW+1DAYS",
        "projection.date.interval": "1",
        "projection.date.interval.unit": "DAYS",
        // biome-ignore lint/suspicious/noTemplateCurlyInString: Athena fills in the day.
        "storage.location.template": interpolate`${location}date=${"${date}"}/`,
    };
}
