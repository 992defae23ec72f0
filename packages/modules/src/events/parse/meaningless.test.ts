import { isMeaningless } from "@somlos/rules/meaningless";
import { expect, test } from "vitest";
import type { IdentifierKind } from "../told.rules.ts";
import { identifierOf } from "./identifiers.rules.ts";

test("values that say nothing identify nobody", () => {
  const empty: readonly (readonly [IdentifierKind, string])[] = [
    ["visitor", "anonymousId"],
    ["visitor", "00000000-0000-0000-0000-000000000000"],
    ["visitor", "[object Object]"],
    ["login", "null"],
    ["login", " Undefined "],
    ["login", "0"],
    ["login", "guest"],
    ["login", "{}"],
    ["login", "ｎｕｌｌ"],
    ["email", "test@test.com"],
    ["email", "NoEmail@noemail.com"],
    ["email", "not-an-address"],
    ["phone", "+46000000000"],
    ["phone", "123"],
    ["club_card", "000000"],
    ["club_card", "1111111"],
    ["order", "-"],
    ["address", "   "],
    ["distinct_id", "NaN"],
    ["distinct_id", "distinct_id"],
    ["device", "deviceId"],
    ["visitor", "ffffffff-ffff-ffff-ffff-ffffffffffff"],
    ["login", "{{ user.id }}"],
    ["login", "%%USERID%%"],
    ["login", "999999999"],
    ["email", "no-email@shop.se"],
    ["email", "No_Reply@shop.dk"],
    ["email", "anna@ingen.invalid"],
    ["order", "undefined"],
    ["login", "(null)"],
    ["login", '"null"'],
    ["login", "null\u200b"],
    ["login", "null null"],
    ["login", "Anonymous User"],
    ["login", "anonymous-user"],
    ["login", "#N/A"],
    ["login", "0.0"],
    ["login", "kund"],
    ["login", "ikke-oplyst"],
    ["login", "Unbekannt"],
    ["device", "9774d56d682e549c"],
    ["device", "00:00:00:00:00:00"],
    ["email", "saknas@saknas.se"],
    ["email", "test123@test.com"],
    ["email", "user@domain.com"],
    ["email", "asd@asd.se"],
  ];
  expect(empty.filter(([kind, value]) => !isMeaningless(kind, value))).toEqual([]);
});

test("values of real people are kept, short and odd ones too", () => {
  const real: readonly (readonly [IdentifierKind, string])[] = [
    ["login", "7"],
    ["login", "1111"],
    ["login", "åsa"],
    ["login", "null-space"],
    ["login", "kund-17"],
    ["login", "(7)"],
    ["login", "ab-c"],
    ["email", "ek@ek.se"],
    ["email", "ingenmar@example.se"],
    ["email", "test.person@shop.se"],
    ["email", "guest@hotell-aurora.se"],
    ["email", "a@b.se"], // short, and of somebody: b.dk and x.com are firms
    ["email", "a@b.dk"],
    ["email", "x@x.com"],
    ["email", "aa@aa.com"],
    ["email", "a@mail.se"],
    ["phone", "+46701234567"],
    ["phone", "+4520304050"],
    ["club_card", "9752000123"],
    ["club_card", "123456"],
    ["order", "100001"],
    ["receipt", "0001"],
    ["receipt", "55555555"],
    ["login", "guest.house@hotell-aurora.se"],
    ["visitor", "2b7c1e0a-90f4-4f11-8d3b-5f1f6f2b9f00"],
    ["address", "storgatan 1 11122 stockholm"],
  ];
  expect(real.filter(([kind, value]) => isMeaningless(kind, value))).toEqual([]);
});

test("none of them is an identifier at the door, however it is written", () => {
  const naming = { print: (space: string, text: string) => `${space} ${text}`, country: "SE" };
  const written: readonly (readonly [IdentifierKind, unknown])[] = [
    ["login", " Undefined "],
    ["login", "{}"],
    ["login", "ｎｕｌｌ"],
    ["login", 0],
    ["visitor", "anonymousId"],
    ["visitor", "00000000-0000-0000-0000-000000000000"],
    ["email", "NoEmail@noemail.com"],
    ["phone", "123"],
    ["phone", "070-000 00 00"],
    ["club_card", "0000-0000"],
    ["address", "   "],
  ];
  expect(written.filter(([kind, raw]) => identifierOf(naming, kind, raw) !== undefined)).toEqual([]);
  expect(identifierOf(naming, "login", "åsa")?.value).toBe("åsa");
});
