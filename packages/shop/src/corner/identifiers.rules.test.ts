import { expect, it } from "vitest";
import { inOrder, written } from "./identifiers.rules.ts";

it("what people know by heart comes first, and of one kind the one known longest", () => {
  const one = (kind: string, day: number) => ({ kind, firstSeenAt: `2026-11-0${day}` });
  const list = [one("visitor", 1), one("email", 3), one("address", 1), one("email", 2), one("login", 4)];
  expect(inOrder(list).map(({ kind, firstSeenAt }) => `${kind} ${firstSeenAt.at(-1)}`)).toEqual([
    "login 4",
    "email 2",
    "email 3",
    "address 1",
    "visitor 1",
  ]);
});

it("an id of a machine shows both ends only; what is one's own is whole", () => {
  expect(written("card_token", "tok_4f19ab77c0de")).toBe("tok_…c0de");
  expect(written("email", "anna.andersson@exempel.se")).toBe("anna.andersson@exempel.se");
});

it("an address is written as on a letter", () => {
  expect(written("address", "stora nygatan 1 b|21137|se")).toBe("Stora Nygatan 1 B, 21137, SE");
  expect(written("address", "storgatan 1 malmö")).toBe("storgatan 1 malmö");
});
