import { env } from "node:process";
import { historiesSuite } from "./histories/histories.suite.ts";

historiesSuite({ sets: Number(env["SETS"] ?? 60), least: 30, most: 90, seed: Number(env["SEED"] ?? 1) });
