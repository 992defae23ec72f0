import { env } from "node:process";
import { killSuite } from "./kill.suite.ts";

killSuite(Number(env["KILL_ROUNDS"] ?? 3));
