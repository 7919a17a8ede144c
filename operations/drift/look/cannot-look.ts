/** The state or the clouds could not be looked at, so nothing can be told. */
export class CannotLook extends Error {
    override readonly name = "CannotLook";
}
