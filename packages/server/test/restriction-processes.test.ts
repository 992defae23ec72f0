// Two processes on one database: what was restricted in one is refused in the other at once, also to a send that comes in the
// same moment. Each prints its pid.
import { afterAll, beforeAll, expect, test } from "vitest";
import { askDatabase } from "../src/testing/customer.ts";
import { print } from "./harness.ts";
import { openTwoProcesses, type TwoProcesses } from "./two-processes.ts";

const ROUNDS = 30;
let two: TwoProcesses;
beforeAll(async () => {
  two = await openTwoProcesses();
}, 120_000);
afterAll(() => two.free());

test("restricted in one process, refused in the other at once; a send of the same moment was allowed before it or not at all", async () => {
  const { a, b, post, tell, use, yesOf } = two;
  let before = 0;
  for (let i = 0; i < ROUNDS; i++) {
    const email = `quiet-${i}@exempel.se`;
    const batch = [{ type: "identify", userId: email, messageId: email, traits: { email } }];
    await post(a, "/v1/batch", { batch });
    await tell(a, yesOf(email));
    const { body: found } = await a.ask<{ id: string }>(`/api/people/lookup?kind=email&value=${email}`);
    const [from, to] = i % 2 === 0 ? [a, b] : [b, a];
    const asked = from.ask(`/api/people/${found.id}/restrictions`, {
      ground: "claim",
      reason: "in a letter",
    });
    const sends = await Promise.all([use(to, email), use(to, email), asked.then(() => use(to, email))]);
    expect(sends[2]).toBe("consent.restricted");
    expect(["yes", "consent.restricted"]).toContain(sends[0]);
    before += sends.filter((one) => one === "yes").length;
  }
  const [row] = await askDatabase<{ counted: number }>(
    await a.databaseUrl(),
    "select coalesce(sum(times), 0)::int as counted from consent.uses",
  );
  expect(row?.counted).toBe(before);
  expect(a.pid).not.toBe(b.pid);
  print(
    `restricted and refused across pid ${a.pid} and pid ${b.pid}, ${ROUNDS} times; ${before} sends came before`,
  );
}, 120_000);
