import { env } from "node:process";
import { historiesSuite } from "./histories/histories.suite.ts";

historiesSuite({ sets: Number(env["SETS"] ?? 60), least: 20, most: 70, seed: Number(env["SEED"] ?? 1) });
