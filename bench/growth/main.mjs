import { program } from "../../tools/pulumi-sdk/program.cjs";

export default program("bench/growth/program.ts");
