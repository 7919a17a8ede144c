/** Whether a pattern of IAM, with `*` and `?`, fits a text. Actions are compared without regard to case, ARNs with it. */
export function fits(pattern: string, text: string): boolean {
    if (!/[*?]/.test(pattern)) return pattern === text;
    let [at, from] = [0, 0];
    let [star, resume] = [-1, 0];
    while (from < text.length) {
        const one = pattern[at];
        if (one === "*") {
            [star, resume] = [at++, from];
        } else if (one === "?" || one === text[from]) {
            at++;
            from++;
        } else if (star >= 0) {
            at = star + 1;
            from = ++resume;
        } else {
            return false;
        }
    }
    while (pattern[at] === "*") at++;
    return at === pattern.length;
}

/** Whether an action as a policy writes it covers this one. */
export function coversAction(given: string, action: string): boolean {
    return fits(given.toLowerCase(), action.toLowerCase());
}

/** Whether an ARN as a policy writes it stands for all resources of a kind, in whichever words. */
export function isWideArn(arn: string): boolean {
    if (/^[*?]+$/.test(arn)) return true;
    const [, , service = "", , account = "", ...rest] = arn.split(":");
    const resource = rest.join(":");
    if (/[*?]/.test(service) || (service !== "s3" && /[*?]/.test(account))) return true;
    // What kind it is may stand before the first slash or colon.
    const name = KINDLESS.includes(service) ? resource : resource.replace(/^[\w-]+[/:]/, "");
    return /^[*?]+([/:].*)?$/.test(name) || (resource !== "" && /^[*?]/.test(resource));
}

/** Services whose ARNs end in the name itself, without a kind before it. */
const KINDLESS = ["s3", "sns", "sqs"];
