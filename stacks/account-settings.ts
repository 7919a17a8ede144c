import * as z from "zod/mini";
import { GROUP, yesOrNo } from "./fields.ts";

/**
 * What exists once in an AWS account or its Azure tenant. The one stack that owns it creates it, always protected,
 * because a second stack in the account depends on it too; every other stack expects it to be there.
 */
export const account = z.strictObject(
    {
        /** The trust of the account in tokens of the Azure tenant. */
        ownsEntraProvider: yesOrNo(),
        /** The application in Entra for which Azure makes out its tokens to AWS; else administrators make it. */
        ownsEntraApplication: yesOrNo(),
        /** The account's own issuer of tokens for other clouds. */
        ownsOutboundFederation: yesOrNo(),
        /** The subscription to QuickSight. */
        ownsQuickSight: yesOrNo(),
    },
    { error: GROUP },
);
