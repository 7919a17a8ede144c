// What Pulumi runs: the program of index.ts and all that it imports, read out of one bundle.
import { program } from "../../tools/pulumi-sdk/program.cjs";

export default program("infra/bootstrap/index.ts");
