import { env } from "node:process";
import { fuzzSuite } from "./fuzz/fuzz.suite.ts";

fuzzSuite(Number(env["FUZZ"] ?? 100_000), Number(env["SEED"] ?? Math.floor(Math.random() * 1e6)));
