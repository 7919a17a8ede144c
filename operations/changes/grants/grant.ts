/** One thing that one principal may do on one kind of resource, or may not. */
export interface Grant {
    readonly effect: "Allow" | "Deny";
    /** `Role::screen`, `Service lambda.amazonaws.com`, `AWS *`, `account 123456789012`. */
    readonly principal: string;
    /** Such as `s3:GetObject`; `all but …` where the policy says it so. */
    readonly action: string;
    /** As a review reads it: `${Bucket::records.arn}/*`. */
    readonly resource: string;
    /** What must hold besides: operator and key in small letters, with the accepted values. */
    readonly conditions: ReadonlyMap<string, readonly string[]>;
    /** The resource that says so. */
    readonly urn: string;
    /** A limit grants nothing; it says what may be granted at most. */
    readonly isLimit?: boolean;
}
