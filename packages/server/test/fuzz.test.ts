import { env } from "node:process";
import { fuzzSuite } from "./fuzz/fuzz.suite.ts";

fuzzSuite(Number(env["FUZZ"] ?? 3000), Number(env["SEED"] ?? 1));
