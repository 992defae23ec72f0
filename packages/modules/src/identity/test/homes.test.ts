// Where people live: a value that two who are not one have in common.
import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, openHouse, tell } from "./house.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.drop());

test("a home does not make one person of two who each have something of their own, in any order", async () => {
  const home = { address: "storgatan 1|21100|se" };
  const register = [
    tell({ login: "ines", ids: { email: "ines@shop.se", ...home } }),
    tell({ ids: { club_card: "9101", email: "jon@shop.se", ...home } }),
    tell({ ids: { receipt: "r-9101", ...home } }),
    tell({ device: "visiting-phone", trust: "stated", ids: home }),
  ];
  for (const order of [register, register.toReversed()]) {
    const other = await openHouse();
    for (const told of order) await other.hear(told);
    const people = await Promise.all([
      other.who("login", "ines"),
      other.who("club_card", "9101"),
      other.who("receipt", "r-9101"),
      other.who("visitor", "visiting-phone"),
      other.who("address", home.address),
    ]);
    expect(new Set(people).size).toBe(5);
    expect(await other.who("email", "jon@shop.se")).toBe(people[1]);
    await other.drop();
  }
});

test("who lives alone is found by the address, until somebody else is found there too", async () => {
  const home = { address: "lillgatan 2|21100|se" };
  await house.hear(tell({ ids: { club_card: "9102", ...home } }));
  expect(await house.who("address", home.address)).toBe(await house.who("club_card", "9102"));
  await house.hear(tell({ trust: "stated", ids: { email: "guest@shop.se", ...home } })); // anyone can say so
  expect(await house.who("address", home.address)).toBe(await house.who("club_card", "9102"));
  await house.hear(tell({ ids: { phone: "+46703334466", ...home } }));
  expect(await house.who("address", home.address)).not.toBe(await house.who("club_card", "9102"));
  expect(await house.who("phone", "+46703334466")).not.toBe(await house.who("address", home.address));
});
