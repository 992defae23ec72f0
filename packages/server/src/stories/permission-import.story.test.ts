// Permissions of the old system, taken over with their evidence from a file.
import { sayNoesAgain } from "@somlos/modules/consent";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, hashOf, openDesk } from "../testing/permission-desk.ts";
import { HEAD, openFiles, recent } from "../testing/permission-files.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
let desk: Desk;
let row: ReturnType<typeof openFiles>["row"];
let take: ReturnType<typeof openFiles>["take"];
let report: ReturnType<typeof openFiles>["report"];
let ask: ReturnType<typeof openFiles>["ask"];
beforeAll(async () => {
  at = await openTestApp();
  desk = await openDesk(at);
  ({ row, take, report, ask } = openFiles(at, desk));
});
afterAll(() => at.close());

describe("a file of JSON Lines", () => {
  const line = (email: string, more: object = {}) =>
    JSON.stringify({
      ...{
        purpose: "offers",
        channel: "mail",
        entity: "almvik",
        identifier_kind: "email",
        identifier: email,
      },
      ...{ state: "granted", at: recent(), text_hash: hashOf(desk.body), collected_by: "kassa 3" },
      ...{ place: "Malmö", how: "ruta", active: true, concluded: true, ...more },
    });

  it("odd as it may be, gives each good line its permission and each bad one its line of the report", async () => {
    const lines = [
      line("j1@exempel.se"),
      "",
      "   ",
      '{"purpose":"offers","channel":"mail",', // cut off
      line("j2@exempel.se", { place: { city: "Malmö", street: { name: "Storgatan" } } }),
      line("j3@exempel.se", { identifier: ["j3@exempel.se"] }),
      line("j4@exempel.se", { extra: { of: { the: ["old", "system"] } }, active: "ja", concluded: 1 }),
      '["j5@exempel.se"]',
      '"j6@exempel.se"',
      "null",
      line("j7@exempel.se", { "Collected By": "kassa 4", collected_by: undefined }),
      line("j8@exempel.se", { active: null }),
      '{"__proto__":{"state":"granted"},"purpose":"offers"}',
      line("j9@exempel.se", { at: 1_750_000_000 }),
      "",
      line("j10@exempel.se", {
        state: "withdrawn",
        purpose: null,
        channel: null,
        entity: null,
        place: ["web"],
      }),
    ];
    const view = await take(Buffer.from(`\uFEFF${lines.join("\r\n")}`), "gamla.jsonl&kind=jsonl");
    expect(view).toMatchObject({ state: "done", rows: 13, entries: 4, refused: 9, share: 1 });
    const { lines: told } = await report(view.id);
    expect(told.slice(1).map((one) => one.replace(/,"[^"]*",/, " ").replaceAll('"', ""))).toEqual([
      "4,consent.row_unreadable ",
      "5,consent.row_value_bad place",
      "6,consent.row_value_bad identifier",
      "8,consent.row_unreadable ",
      "9,consent.row_unreadable ",
      "10,consent.row_unreadable ",
      "12,consent.incomplete active",
      "13,consent.row_value_bad state",
      "14,consent.row_value_bad at",
    ]);
    for (const good of ["j1", "j4", "j7"]) expect(await ask(`${good}@exempel.se`)).toBe("yes");
    for (const bad of ["j2", "j3", "j8", "j9"])
      expect(await ask(`${bad}@exempel.se`)).toBe("consent.no_permission");
    expect(await ask("j10@exempel.se")).toBe("consent.withdrawn");
  });

  it("is known for what it is without being told, and one line without its end is read too", async () => {
    expect(await take(line("k1@exempel.se"), "en.jsonl")).toMatchObject({ rows: 1, entries: 1, refused: 0 });
    expect(await ask("k1@exempel.se")).toBe("yes");
  });
});

describe("a no in a file of permissions", () => {
  it("is taken whatever its time looks like, counts to the end of its day, and may be written with capitals", async () => {
    const today = new Date().toISOString().slice(0, 10);
    const wishes = [
      ["n1", { at: "" }],
      ["n2", { at: "28.11.2026" }],
      ["n3", { at: "2026-11-28 10:00" }],
      ["n4", { at: today }],
      ["n5", { state: "WITHDRAWN" }],
    ] as const;
    const named = wishes.map(([name]) => `${name}@exempel.se`);
    await take([HEAD, ...named.map((email) => row(email, { at: new Date().toISOString() }))].join("\n"));
    for (const email of named) expect(await ask(email)).toBe("yes");
    const noes = wishes.map(([name, more]) =>
      row(`${name}@exempel.se`, { state: "withdrawn", at: new Date().toISOString(), ...more }),
    );
    const file = [HEAD, ...noes].join("\n");
    expect(await take(file)).toMatchObject({ rows: 5, entries: 5, refused: 0 });
    for (const email of named) expect([email, await ask(email)]).toEqual([email, "consent.withdrawn"]);
    expect(await take(file)).toMatchObject({ rows: 5, entries: 0, refused: 0 });
  });

  it("with a channel, entity or purpose that nobody knows here is one to all of them, and the report says so", async () => {
    const no = (email: string, from: string, to: string) =>
      row(email, { state: "withdrawn", at: recent() }).replace(from, to);
    const noes = [
      no("w1@exempel.se", ";mail;", ";brevduva;"),
      no("w2@exempel.se", ";almvik;", ";Almvik Gamla AB;"),
      no("w3@exempel.se", "offers;", "erbjudanden_2019;"),
      no("w4@exempel.se", "offers;mail;almvik;email", "x;y;z;kanal"),
      no("w5@exempel.se", "offers;mail;almvik", "*;alla;alle"),
      no("", ";mail;", ";brevduva;"),
    ];
    const view = await take([HEAD, ...noes].join("\n"));
    expect(view).toMatchObject({ state: "done", rows: 6, entries: 5, refused: 1, noted: 4 });
    const { lines } = await report(view.id);
    expect(lines.slice(1).map((line) => line.replace(/,"[^"]*",/, " ").replaceAll('"', ""))).toEqual([
      "2,consent.no_widened channel",
      "3,consent.no_widened entity",
      "4,consent.no_widened purpose",
      "5,consent.no_widened purpose channel entity",
      "7,consent.row_value_bad identifier",
    ]);
    expect(lines[1]).toContain("Nejet togs emot");
    const named = [1, 2, 3, 4, 5].map((one) => `w${one}@exempel.se`);
    await take([HEAD, ...named.map((email) => row(email, { at: new Date().toISOString() }))].join("\n"));
    for (const email of named) expect([email, await ask(email)]).toEqual([email, "consent.withdrawn"]);
    expect(await take([HEAD, ...noes].join("\n"))).toMatchObject({ entries: 0, refused: 1, noted: 4 });
  });

  it("is understood in the usual words of other systems, and so is a yes", async () => {
    const noes = [
      ...[
        "Nej",
        "unsubscribed",
        "opted_out",
        "Opt-out",
        "återkallat",
        "Frameldt",
        "do not contact",
        "0",
        "FALSE",
        "N",
      ],
      ...[
        "avregistrerad",
        "A\u030aterkallad",
        "afmeldt",
        "Frabedt",
        "nei",
        "Avmeldt",
        "reservert",
        "Ei",
        "kielletty",
      ],
      ...["Nein", "abgemeldet", "Widerrufen", "spam_complaint"],
      ...["STOPP", "nej tack", "Reserverad", "bounced", "Hard-bounce", "complained", "falsk", "no thanks"],
      ...["tak nej", "nej tak", "afmeld", "nei takk", "ei kiitos", "nein danke"],
    ];
    const named = noes.map((_, index) => `v${index}@exempel.se`);
    const file = named.map((email, index) => row(email, { state: noes[index] ?? "", at: recent() }));
    expect(await take([HEAD, ...file].join("\n"))).toMatchObject({
      ...{ entries: noes.length, refused: 0, noted: 0 },
    });
    for (const email of named) expect(await ask(email)).toBe("consent.withdrawn");
    const yes = row("v-yes@exempel.se", { state: "Samtyckt", at: recent() }).replace(";mail;", ";E-post;");
    expect(await take([HEAD, yes.replace(";email;", ";E-mail;")].join("\n"))).toMatchObject({ entries: 1 });
    expect(await ask("v-yes@exempel.se")).toBe("yes");
    const odd = row("v-odd@exempel.se", { at: recent() }).replace(";mail;", ";brevduva;");
    const unread = ["cleaned", "non-subscribed", "2", "-"].map((state) =>
      row("v-odd@exempel.se", { state, at: recent() }),
    );
    const view = await take([HEAD, odd, ...unread].join("\n"));
    expect(view).toMatchObject({ entries: 0, refused: 5, noted: 0 });
    const { lines } = await report(view.id);
    expect(
      lines.slice(2).every((line) => line.includes("consent.row_value_bad") && line.includes("state")),
    ).toBe(true);
  });

  it("needs no column that says when: of a file of noes each counts now; a yes beside them is refused for it", async () => {
    const cut = (line: string) => line.split(";").toSpliced(6, 1).join(";");
    const now = new Date().toISOString();
    await take([HEAD, row("t1@exempel.se", { at: now }), row("t2@exempel.se", { at: now })].join("\n"));
    const noes = ["t1", "t2"].map((name) => cut(row(`${name}@exempel.se`, { state: "nej" })));
    const file = [cut(HEAD), ...noes, cut(row("t3@exempel.se"))].join("\n");
    const view = await take(file);
    expect(view).toMatchObject({ state: "done", entries: 2, refused: 1 });
    for (const name of ["t1", "t2"]) expect(await ask(`${name}@exempel.se`)).toBe("consent.withdrawn");
    const { lines } = await report(view.id);
    expect(lines[1]).toMatch(/^4,.*row_value_bad.*"at"/);
    expect(await take(file)).toMatchObject({ entries: 0, refused: 1 });
  });

  it("counts for the address that a list, a quote or a bracket was left around", async () => {
    const named = ["o1", "o2", "o3", "o4"].map((name) => `${name}@exempel.se`);
    const [o1, o2, o3, o4] = named;
    await take([HEAD, ...named.map((email) => row(email, { at: new Date().toISOString() }))].join("\n"));
    const said = [`"${o1};"`, `${o2},`, `'${o3}'`, `<${o4}>`];
    const noes = said.map((email) => row(email, { state: "nej", at: "" }));
    expect(await take([HEAD, ...noes].join("\n"))).toMatchObject({ entries: 4, refused: 0 });
    for (const email of named) expect([email, await ask(email)]).toEqual([email, "consent.withdrawn"]);
  });

  it("the report names the state that nobody can read, though the time is missing as well", async () => {
    const view = await take([HEAD, row("s1@exempel.se", { state: "kanske", at: "" })].join("\n"));
    expect((await report(view.id)).lines[1]).toMatch(/^2,.*row_value_bad.*"state"/);
  });

  it("a yes with capitals is taken too, and one without a readable time is still refused", async () => {
    const upper = row("n6@exempel.se", { state: "Granted", at: recent() }).replace(";mail;", ";Mail;");
    const view = await take([HEAD, upper, row("n7@exempel.se", { at: "28.11.2026" })].join("\n"));
    expect(view).toMatchObject({ entries: 1, refused: 1 });
    expect(await ask("n6@exempel.se")).toBe("yes");
    expect(await ask("n7@exempel.se")).toBe("consent.no_permission");
  });
});

describe("a file of permissions", () => {
  it("LAW-09 is taken row by row; what lacks its evidence is refused into a report that says the line and what is missing", async () => {
    const file = [
      HEAD,
      row("i1@exempel.se", { at: recent() }),
      row("i2@exempel.se", { place: "" }),
      row("i3@exempel.se", { hash: hashOf("other") }),
      row("not an address"),
      row("i4@exempel.se", { at: "01/05/2024" }),
      row("i5@exempel.se", { at: "2099-01-01T00:00:00Z" }),
      row("i6@exempel.se", { state: "perhaps" }),
      row("i7@exempel.se", { state: "withdrawn" }),
    ].join("\n");
    const view = await take(file);
    expect(view).toMatchObject({ state: "done", rows: 8, entries: 2, refused: 6, share: 1 });
    expect(await ask("i1@exempel.se")).toBe("yes");
    expect(await ask("i2@exempel.se")).toBe("consent.no_permission");
    expect(await ask("i7@exempel.se")).toBe("consent.withdrawn");
    const { type, lines } = await report(view.id);
    expect(type).toContain("attachment");
    expect(lines.slice(1).map((line) => line.split(",").slice(0, 2).join(" "))).toEqual([
      "3 consent.incomplete",
      "4 consent.text_unknown",
      "5 consent.identifier_bad",
      "6 consent.row_value_bad",
      "7 consent.in_future",
      "8 consent.row_value_bad",
    ]);
    expect(lines[1]).toContain('"place"');
    expect(lines.join()).not.toContain("exempel.se");
  });

  it("never stands where there was a no, whatever its date, and the same file again changes nothing", async () => {
    await desk.tell(desk.no("said-no@exempel.se"));
    const file = [
      HEAD,
      row("said-no@exempel.se", { at: recent() }),
      row("new@exempel.se", { at: recent() }),
    ].join("\n");
    expect(await take(file)).toMatchObject({ entries: 2, refused: 0 });
    expect(await ask("said-no@exempel.se")).toBe("consent.withdrawn");
    expect(await ask("new@exempel.se")).toBe("yes");
    expect(await take(file, "igen.csv")).toMatchObject({ rows: 2, entries: 0, refused: 0 });
  });

  it("without the columns that every permission needs is refused whole", async () => {
    expect(await take("email;samtycke\na@b.se;ja\n")).toMatchObject({
      code: "consent.columns_missing",
      details: { missing: expect.arrayContaining(["purpose", "state"]) },
    });
  });

  it("of twelve thousand rows is committed by five thousand, and each imported no lies in the book outside the database", async () => {
    const rows = Array.from({ length: 12_000 }, (_, i) =>
      row(`mass-${i}@exempel.se`, { at: recent(), state: i % 10 === 0 ? "withdrawn" : "granted" }),
    );
    const began = performance.now();
    expect(await take([HEAD, ...rows].join("\n"))).toMatchObject({
      rows: 12_000,
      entries: 12_000,
      refused: 0,
    });
    process.stdout.write(`12,000 permissions taken over in ${(performance.now() - began).toFixed(0)} ms\n`);
    expect(await ask("mass-11999@exempel.se")).toBe("yes");
    expect(await ask("mass-10@exempel.se")).toBe("consent.withdrawn");
    let noes = 0;
    for await (const _ of at.house.noes.read()) noes++;
    expect(noes).toBeGreaterThanOrEqual(1202);
    expect(await sayNoesAgain(at.house.db, at.house.noes)).toBe(0);
  });
});
