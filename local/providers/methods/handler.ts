import { type handleUnaryCall, status } from "@grpc/grpc-js";
import type { Session } from "../session.ts";

export type Method<Request, Response> = (session: Session, request: Request) => Response | Promise<Response>;

/** A method as gRPC wants it. What a method throws reaches the person as the engine's error message. */
export function handler<Request, Response>(
    session: Session,
    method: Method<Request, Response>,
): handleUnaryCall<Request, Response> {
    return (call, callback) => {
        Promise.resolve()
            .then(() => method(session, call.request))
            .then(
                (response) => callback(null, response),
                (error: unknown) => {
                    const message = error instanceof Error ? error.message : String(error);
                    callback({ code: status.UNKNOWN, message, details: message });
                },
            );
    };
}
