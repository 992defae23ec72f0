import { afterAll, beforeAll, expect, test } from "vitest";
import { findPerson } from "../../identity/index.ts";
import { openRecognise } from "../../identity/recognise.actions.ts";
import { identifier } from "../../identity/test/histories.ts";
import { tell } from "../../identity/test/house.ts";
import { type Bearer, usePermission, withdraw } from "../index.ts";
import { act, bearer, type ConsentTest, naming, nobodyYoung, openConsent } from "../test/house.ts";

const MANY = 10_000;
const EMAIL = "many@example.se";
let house: ConsentTest;
let personId: string;
const named = (kind: "email" | "login", value: string) => ({
  ...identifier(kind, value),
  ...bearer(value, kind),
});
const heads = async () =>
  (await house.query<{ n: number }>("select count(*)::int as n from consent.heads"))[0]?.n;

/** She has signed in on ten thousand devices: a cookie that is thrown away each evening, for years. */
beforeAll(async () => {
  house = await openConsent();
  const recognise = openRecognise();
  const login = named("login", "many");
  for (let from = 0; from < MANY; from += 500) {
    const told = Array.from({ length: 500 }, (_, i) => ({
      ...tell({ device: `device-${from + i}`, login: "many" }),
      ...{ login, ids: from + i === 0 ? [named("email", EMAIL)] : [] },
    }));
    const { committed } = await house.work((w) => recognise.learn(w, told));
    committed();
  }
  personId = (await house.work((w) => findPerson(w.tx, named("email", EMAIL)))) ?? "";
}, 120_000);
afterAll(() => house.drop());

const use = () =>
  house.work((w) =>
    usePermission(
      w,
      { naming, ages: nobodyYoung },
      { personId },
      {
        ...{ ...house.scope, recipientKind: "person", scope: "offers", categories: ["shoes"] },
      },
    ),
  );

test("a person with ten thousand identifiers is asked about without a row for each of them, and a no of any of them holds", async () => {
  await house.grant(bearer(EMAIL));
  const before = await heads();
  const took: number[] = [];
  for (let i = 0; i < 9; i++) {
    const began = performance.now();
    expect(await use()).toMatchObject({ allowed: true, basis: "consent" });
    took.push(performance.now() - began);
  }
  expect(await heads()).toBe(before);
  const median = took.sort((a, b) => a - b)[4] ?? 0;
  process.stdout.write(
    `a person with ${MANY} identifiers: median ${median.toFixed(0)} ms a use, no row made\n`,
  );
  expect(await house.query("select times from consent.uses")).toEqual([{ times: 9 }]);
  const device: Bearer = bearer("device-7777", "visitor");
  await house.work((w) =>
    withdraw(w, house.book, { ...house.scope, actId: act(), identifiers: [device], collectedBy: null }),
  );
  expect(await use()).toMatchObject({ allowed: false, reason: "consent.withdrawn" });
});

test("a no of a device that never said anything waits for the use that asked first", async () => {
  await house.grant(bearer(EMAIL));
  const device: Bearer = bearer("device-42", "visitor");
  let said = false;
  const [asked, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const using = house.work(async (w) => {
    await usePermission(
      w,
      { naming, ages: nobodyYoung },
      { personId },
      {
        ...{ ...house.scope, recipientKind: "person", scope: "offers", categories: ["shoes"] },
      },
    );
    asked.resolve();
    await go.promise;
    expect(said).toBe(false);
  });
  await asked.promise;
  const withdrawing = house
    .work((w) =>
      withdraw(w, house.book, { ...house.scope, actId: act(), identifiers: [device], collectedBy: null }),
    )
    .then(() => {
      said = true;
    });
  await new Promise((on) => setTimeout(on, 200));
  go.resolve();
  await using;
  await withdrawing;
  expect(await use()).toMatchObject({ allowed: false });
});
