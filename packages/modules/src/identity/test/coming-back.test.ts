// Our own systems say that the owner left; the owner comes back without signing in; then a browser says who it is.
import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, openHouse, tell, type Wish } from "./house.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.drop());

const T0 = 1_760_000_000_000;
/** What happens on one device, at minutes. */
const on =
  (device: string) =>
  (minute: number, wish: Wish = {}) =>
    tell({ device, at: T0 + minute * 60_000, ...wish });

/** Signs in by our own systems, and out again; both logins are known to them. */
const left = (name: string) => [
  tell({ login: `${name}-other`, ids: { email: `${name}-other@shop.se` } }),
  on(name)(0, { login: name, says: "in", ids: { email: `${name}@shop.se` } }),
  on(name)(5, { says: "out" }),
];
const browserSays = (name: string, minute: number) =>
  on(name)(minute, { login: `${name}-other`, says: "in", trust: "stated" });

test("a browser's sign-in takes the visit that nobody holds, and nothing that was done under the owner's login", async () => {
  const at = on("una");
  const [own, long, visit] = [at(10, { login: "una" }), at(12, { trust: "stated" }), at(90)];
  await house.hear(...left("una"), own, long, visit);
  const [una, other] = [await house.who("login", "una"), await house.who("login", "una-other")];
  const nobody = await house.homes(long);
  await house.hear(browserSays("una", 100));
  expect(await house.homes(own, visit)).toEqual([una, other]);
  expect(await house.homes(long)).toEqual(nobody);
  expect(nobody).not.toEqual([una]);
  expect(await house.who("email", "una@shop.se")).toBe(una);
  expect(await house.who("email", "una-other@shop.se")).toBe(other);
});

test("what our own systems saw before the visit of a browser's sign-in stays the owner's", async () => {
  const at = on("vera");
  const guest = at(10, { ids: { email: "vera@shop.se", order: "o-vera" } });
  await house.hear(...left("vera"), guest, browserSays("vera", 100));
  expect(await house.homes(guest)).toEqual([await house.who("login", "vera")]);
  expect(await house.who("order", "o-vera")).toBe(await house.who("login", "vera"));
});

test("the owner's proven sign-in takes back what a browser's took, however late it is heard", async () => {
  const at = on("wilma");
  const visit = at(90);
  await house.hear(...left("wilma"), visit, browserSays("wilma", 100));
  expect(await house.homes(visit)).toEqual([await house.who("login", "wilma-other")]);
  await house.hear(at(80, { login: "wilma", says: "in" }));
  expect(await house.homes(visit)).toEqual([await house.who("login", "wilma")]);
});
