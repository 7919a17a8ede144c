import { s3Client } from "../adapters/objects.ts";
import { surroundingsOf } from "../adapters/surroundings.ts";
import { snsClient } from "../adapters/topic.ts";
import { parking } from "./parking.ts";

export const handler = parking({ s3: s3Client(), sns: snsClient() }, surroundingsOf("park"));
