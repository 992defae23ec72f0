// A file with faults through the screen, in a real browser: from the drop to the rows that were left out, and odd files.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lookUp } from "./asking.ts";
import { becomeOwner, openStudio, type Studio } from "./studio-desk.ts";

let studio: Studio;
let page: Page;

beforeAll(async () => {
  studio = await openStudio();
  page = studio.desk.page;
  await becomeOwner(studio);
});
afterAll(() => studio?.free());

const go = (path: string) => page.goto(`${studio.base}${path}`);
const click = (name: string | RegExp) => page.getByRole("button", { name }).click();
const means = (column: string) => page.getByRole("combobox", { name: `What ${column} means` });

async function choose(name: string, content: string | Buffer): Promise<void> {
  await go("/imports");
  await page.locator('input[type="file"]').setInputFiles({
    name,
    mimeType: "application/octet-stream",
    buffer: Buffer.isBuffer(content) ? content : Buffer.from(content),
  });
}

async function bring(name: string, content: string | Buffer): Promise<void> {
  await choose(name, content);
  await page.getByRole("heading", { name, level: 1 }).waitFor();
}

/** Semicolons, decimal commas, Latin-1, dates that fit both ways, and four faults. */
const ORDERS = Buffer.from(
  [
    "Ordernr;Datum;Kundnr;E-post;Belopp;Ort",
    "1001;03/04/2026;k-1;åsa@posten.example;1 249,50;Älmhult",
    "1002;05/06/2026;k-2;bo@posten.example;99,00;Malmö",
    "1003;07/08/2026;k-3;cia@posten.example;tolv;Malmö",
    "1004;07/08/2026;k-4;dag@posten.example;45,00",
    ";09/09/2026;k-5;eva@posten.example;10,00;Lund",
    "1006;inte än;k-6;fia@posten.example;10,00;Lund",
    ...Array.from(
      { length: 30 },
      (_, i) => `20${10 + i};0${(i % 9) + 1}/10/2026;k-9;gun@posten.example;5,00;Lund`,
    ),
    "",
  ].join("\r\n"),
  "latin1",
);

describe("an import through the screen", () => {
  it("teaches before there is anything", async () => {
    await go("/imports");
    await page.getByRole("heading", { name: "Nothing has been imported" }).waitFor();
    await page.getByRole("button", { name: "Customers (12 rows)" }).waitFor();
  });

  it("sees separator, letters and columns by itself, and asks what only a person knows", async () => {
    await bring("ordrar.csv", ORDERS);
    expect(await page.getByLabel("Separator").inputValue()).toBe(";");
    expect(await page.getByLabel("Letters").inputValue()).toBe("windows-1252");
    expect(await page.getByLabel("Decimals").inputValue()).toBe("comma");
    expect(await means("Ordernr").inputValue()).toBe("id order");
    expect(await means("E-post").inputValue()).toBe("id email");
    await page.getByText("Älmhult").first().waitFor();
    await page.getByText("2 questions first").waitFor();
    expect(await page.getByRole("button", { name: "Save and try" }).isDisabled()).toBe(true);
    await page.getByRole("radio", { name: /^4 Mar 2026/ }).check();
    await page.getByText("One question first").waitFor();
    await click("SEK");
    expect(await means("Belopp").inputValue()).toBe("money");
    await page
      .getByText(/1\s249\.50\skr/)
      .first()
      .waitFor();
  });

  it("says what is missing at the field it belongs to", async () => {
    await page.getByLabel("Name of the event").fill("");
    await page.getByText("Give the event a name.").waitFor();
    expect(await page.getByRole("button", { name: "Save and try" }).isDisabled()).toBe(true);
    await page.getByLabel("Name of the event").fill("Order Completed");
    await page.getByText("Give the event a name.").waitFor({ state: "detached" });
  });

  it("tries the whole file and writes nothing", async () => {
    await click("Save and try");
    await page.getByRole("heading", { name: "32 events would come in" }).waitFor();
    await page.getByText("4 rows would be left out. Nothing has been written yet.").waitFor();
    expect(await lookUp(studio.server, "email", "bo@posten.example")).toBeUndefined();
  });

  it("takes the good rows in, and shows the others with row, column and cause, to read and to download", async () => {
    await click("Import 32 events");
    await page.getByRole("heading", { name: "32 new events came in" }).waitFor();
    await page.getByRole("heading", { name: "Rows that were left out" }).waitFor();
    const rows = page.locator(".rr");
    expect(await rows.count()).toBe(4);
    expect(await rows.nth(0).textContent()).toMatch(/^Row 4Belopp: An amount cannot be read/);
    expect(await rows.nth(1).textContent()).toContain("The row has not as many fields as the header");
    expect(await rows.nth(3).textContent()).toContain("Datum: The time does not have the format");
    await page.locator("button.ca-one", { hasText: "The time does not have" }).click();
    await page.waitForFunction(() => document.querySelectorAll(".rr").length === 1);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download as CSV" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^import-.*\.csv$/);
    expect(await lookUp(studio.server, "email", "bo@posten.example")).toMatchObject({
      identifiers: expect.anything(),
    });
  });

  it("keeps its result over a reload, and offers what was said for the next file with these columns", async () => {
    await page.reload();
    await page.getByRole("heading", { name: "32 new events came in" }).waitFor();
    await bring("ordrar-maj.csv", ORDERS);
    await page.getByText(/^The columns are those of ordrar\.csv/).waitFor();
    await click("Take it over");
    await page.getByText("Taken over from the earlier file.").waitFor();
    expect(await page.getByRole("button", { name: "Save and try" }).isEnabled()).toBe(true);
  });

  it("deletes the file when asked, and what came in stays", async () => {
    await click("Delete the file");
    await page.getByRole("dialog").getByRole("button", { name: "Delete the file" }).click();
    await page.getByText("The file has been deleted").first().waitFor();
    expect(await lookUp(studio.server, "email", "bo@posten.example")).toBeDefined();
  });

  it("follows a long import, pauses it and goes on, and tells its rate", async () => {
    const rows = Array.from({ length: 30_000 }, (_, i) => `p-${i},p${i}@posten.example,${i}`);
    await bring("många.csv", `customerid,email,points\n${rows.join("\n")}\n`);
    await click("Save and try");
    await page.getByRole("heading", { name: /30\s000 events would come in/ }).waitFor({ timeout: 60_000 });
    await click(/^Import 30/);
    await page.getByText(/rows a second/).waitFor({ timeout: 30_000 });
    await click("Pause");
    await page.getByText(/^Paused\./).waitFor({ timeout: 30_000 });
    await page.reload();
    await page.getByText(/It stopped after row/).waitFor();
    await click("Go on");
    await page.getByRole("heading", { name: /30\s000 new events came in/ }).waitFor({ timeout: 60_000 });
  });
});

describe("an odd file", () => {
  const refused = [
    ["that is empty", "tom.csv", "", "The file is empty. Nothing was kept."],
    ["that is a spreadsheet", "bok.xlsx", "PK\u0003\u0004xx", "This is no CSV, JSON Lines or Parquet file."],
    ["that is one JSON list", "lista.json", '[{"a":1}]', "Write one object a line (JSON Lines)"],
    ["that is half a Parquet file", "halv.parquet", "PAR1 and no more", "Export it again."],
    ["in UTF-16", "utf16.csv", Buffer.from("\ufeffa,b\n1,2\n", "utf16le"), "Save it as CSV in UTF-8"],
  ] as const;
  it.each(refused)(
    "%s is refused with what to do, where it was dropped",
    async (_what, name, content, sentence) => {
      await choose(name, content);
      const alert = page.getByRole("alert");
      await alert.waitFor();
      expect(await alert.textContent()).toContain(sentence);
      expect(new URL(page.url()).pathname).toBe("/imports");
    },
  );

  it("with a header only says that it has no rows", async () => {
    await bring("rubrik.csv", "kundnr,epost\n");
    await page.getByText("The file has no rows").waitFor();
  });

  it("with three hundred columns can be searched", async () => {
    const names = Array.from({ length: 300 }, (_, i) => `fält ${i}`);
    await bring(
      "bred.csv",
      `email,${names.join(",")}\na@posten.example,${names.map((_, i) => i).join(",")}\n`,
    );
    await page.getByLabel("Find a column").fill("fält 29");
    await page.waitForFunction(() => document.querySelectorAll("li.cl").length === 11);
    await means("fält 299").selectOption("none");
    await page.getByText("300 of 301 are used").waitFor();
  });

  it("of ready events with a broken line shows the line and takes the rest", async () => {
    const event = (n: number) =>
      JSON.stringify({ type: "track", event: "Bought", userId: `j-${n}`, messageId: `m-${n}` });
    await bring("händelser.jsonl", `${event(1)}\n{"type":"track",\n${event(2)}\n`);
    await click("Save and try");
    await page.getByRole("heading", { name: "2 events would come in" }).waitFor();
    expect(await page.locator(".rr").first().textContent()).toContain(
      "Row 2The line is not one JSON object.",
    );
  });

  it("with a faulty row of somebody who wants to be left alone says so instead of its cells", async () => {
    const quiet = await fetch(`${studio.base}/v1/dial`, {
      method: "PUT",
      headers: {
        authorization: `Basic ${Buffer.from(`${studio.server.serverKey}:`).toString("base64")}`,
        "content-type": "application/json",
      },
      body: JSON.stringify({
        identifier: { kind: "email", value: "tyst@posten.example" },
        channels: { import: { level: "never" } },
      }),
    });
    expect(quiet.status).toBe(200);
    await bring(
      "tysta.csv",
      "kundnr,epost,namn\nt-1,hörs@posten.example,Hanna\nt-2,tyst@posten.example,Tyra,7\n",
    );
    await click("Save and try");
    await page.getByRole("heading", { name: "1 event would come in" }).waitFor();
    const row = page.locator(".rr").first();
    expect(await row.textContent()).toContain("Its cells are not kept");
    expect(await page.locator("main").textContent()).not.toContain("Tyra");
  });

  it("has broken nothing on the screen", () => {
    expect(studio.desk.broken).toEqual([]);
  });
});
