import { env } from "node:process";
import { historiesSuite } from "./histories/histories.suite.ts";

historiesSuite({
  sets: Number(env["SETS"] ?? 1000),
  least: 50,
  most: 500,
  seed: Number(env["SEED"] ?? Math.floor(Math.random() * 1e6)),
});
