import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** As much of S3, SQS, SNS and KMS as `unpack` calls, on loopback: shows that the real clients say what is meant. */
export class LoopbackAws {
    readonly objects = new Map<string, Buffer>();
    readonly messages: { queue: string; body: string }[] = [];
    readonly published: string[] = [];
    keyRequests = 0;
    /** How many of the next requests for the token key fail. */
    keyFailures = 0;
    endpoint = "";
    private readonly server = createServer((request, response) => this.answer(request, response));

    async start(): Promise<void> {
        await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
        this.endpoint = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    }

    async stop(): Promise<void> {
        this.server.closeAllConnections();
        await new Promise((resolve) => this.server.close(resolve));
    }

    private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk);
        const body = Buffer.concat(chunks);
        const target = String(request.headers["x-amz-target"] ?? "");
        if (target.startsWith("TrentService")) this.generateMac(response);
        else if (target.startsWith("AmazonSQS")) this.sendMessages(JSON.parse(body.toString()), response);
        else if (body.includes("Action=Publish")) this.publish(new URLSearchParams(body.toString()), response);
        else this.object(request, body, response);
    }

    private generateMac(response: ServerResponse): void {
        this.keyRequests++;
        response.setHeader("content-type", "application/x-amz-json-1.1");
        if (this.keyFailures-- > 0) {
            response.statusCode = 400;
            response.end('{"__type":"AccessDeniedException","message":"no"}');
            return;
        }
        response.end(JSON.stringify({ Mac: Buffer.from("derived").toString("base64") }));
    }

    private sendMessages(
        { QueueUrl, Entries }: { QueueUrl: string; Entries: { Id: string; MessageBody: string }[] },
        response: ServerResponse,
    ): void {
        for (const { MessageBody } of Entries) this.messages.push({ queue: QueueUrl, body: MessageBody });
        const Successful = Entries.map(({ Id, MessageBody }) => ({
            Id,
            MessageId: Id,
            MD5OfMessageBody: createHash("md5").update(MessageBody).digest("hex"),
        }));
        response.setHeader("content-type", "application/x-amz-json-1.0");
        response.end(JSON.stringify({ Successful, Failed: [] }));
    }

    private publish(form: URLSearchParams, response: ServerResponse): void {
        this.published.push(form.get("Message") ?? "");
        response.setHeader("content-type", "text/xml");
        response.end("<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>");
    }

    private object(request: IncomingMessage, body: Buffer, response: ServerResponse): void {
        const name = decodeURIComponent(new URL(request.url ?? "/", "http://s3").pathname.slice(1));
        if (request.method === "PUT") {
            this.objects.set(name, body);
            response.end();
            return;
        }
        const found = this.objects.get(name);
        response.statusCode = found === undefined ? 404 : 200;
        response.setHeader("content-type", found === undefined ? "application/xml" : "application/octet-stream");
        response.end(found ?? "<Error><Code>NoSuchKey</Code></Error>");
    }
}
