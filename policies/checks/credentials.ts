/** What in a text would let its reader in somewhere, by how it looks. */
export const CREDENTIAL =
    /\b(AKIA|ASIA)[A-Z0-9]{16}\b|-----BEGIN |AccountKey=|SharedAccess(Key|Signature)|[?&]sig=|\bgh[pousr]_\w{20,}|\bxox[abprs]-[\w-]{10,}|\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.|:\/\/[^/\s:@]+:[^/\s@]+@|\b(Basic|Bearer) [\w+/=.-]{16,}/;

/** What somebody calls a variable that holds one. */
export const CREDENTIAL_NAME =
    /(PASSWORD|PASSPHRASE|PASSWD|(^|_)(PASS|PWD|PIN|TOKEN|CREDENTIALS?|JWT|BEARER|SALT)$|SECRET|PRIVATE_?KEY|ACCESS_?KEY|API_?KEY|AUTH_?KEY|(SIGNING|ENCRYPTION|HMAC|MASTER)_?KEY|CONNECTION_?STRING|(^|_)DSN$)(?!.*(_|^)?(ARN|ID|NAME|URL|URI|VERSION|PREFIX)$)/i;
