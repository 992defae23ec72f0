// Permission in a browser: an owner enters a purpose, is told what its words lack, publishes them, takes in a register and
// a file of permissions, reads how many are recognised, and decides who says why they look.
import { readFile } from "node:fs/promises";
import pg from "pg";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { becomeOwner, openStudio, type Studio } from "./studio-desk.ts";

let studio: Studio;
let page: Page;
beforeAll(async () => {
  studio = await openStudio();
  page = studio.desk.page;
  await becomeOwner(studio);
  await studio.server.ask("/api/recognition?from=2026-11-01&to=2026-11-01"); // it is counted from the first question on
  const entity = { code: "se", name: "Almvik Sverige AB", organisationNumber: null, country: "SE" };
  const made = await studio.server.ask("/api/entities", {
    ...{ ...entity, currency: "SEK", languages: ["sv"], timeZone: "Europe/Stockholm" },
  });
  expect(made.status).toBe(200);
  await studio.server.send(
    [
      { type: "track", userId: "astrid", event: "Product Viewed", context: { channel: "web" } },
      { type: "track", anonymousId: "nobody", event: "Product Viewed", context: { channel: "web" } },
      { type: "track", userId: "astrid", event: "Order Shipped", context: { channel: "server" } },
      ...[400, 30].map((days) => ({
        ...{ type: "track", userId: "astrid", event: "Order Completed", context: { channel: "till" } },
        timestamp: new Date(Date.now() - days * 86_400_000).toISOString(),
      })),
    ],
    "server",
  );
});
afterAll(() => studio?.free());

const words = "Almvik Sverige AB får skriva till mig om nyheter. Jag kan ta tillbaka det när jag vill.";

describe("what counsel decides", () => {
  it("LAW-37 stands undecided, is decided for a country with its reason, and is kept beside what holds", async () => {
    await page.goto(`${studio.base}/permissions/policies`);
    await page.getByText("Undecided: the law").waitFor();
    await page.getByRole("button", { name: "Decide for Sweden" }).click();
    const dialog = page.getByRole("dialog", { name: "Decide for Sweden" });
    await dialog.getByRole("checkbox", { name: "Sales calls without a yes" }).uncheck();
    await dialog.getByLabel("Days without use until a permission sleeps").fill("12");
    await dialog.getByLabel("Why").fill("The board wants no cold calls.");
    expect(await dialog.getByRole("button", { name: "Decide" }).isDisabled()).toBe(true);
    await dialog.getByLabel("Days without use until a permission sleeps").fill("180");
    await dialog.getByRole("button", { name: "Decide" }).click();
    await page.getByText("The board wants no cold calls.").waitFor();
    await page.getByText("180 days").first().waitFor();
    expect(await page.getByText("Never", { exact: true }).count()).toBe(2);
  });
});

describe("purposes and their words", () => {
  it("begins with what a purpose is for, and enters the first", async () => {
    await page.goto(`${studio.base}/permissions`);
    await page.getByText("Without a purpose nothing about a person may be used.").waitFor();
    await page.getByRole("button", { name: "Enter a purpose" }).click();
    const dialog = page.getByRole("dialog", { name: "Enter a purpose" });
    await dialog.getByLabel("Code").fill("9news");
    await dialog.getByText("a to z, digits and _, beginning with a letter").waitFor();
    expect(await dialog.getByRole("button", { name: "Enter the purpose" }).isDisabled()).toBe(true);
    await dialog.getByLabel("Code").fill("news");
    await dialog.getByRole("button", { name: "Enter the purpose" }).click();
    await page.getByRole("heading", { level: 1, name: "news" }).waitFor();
  });

  it("says at the field of each language what its words lack, and publishes those that lack nothing (LAW-08)", async () => {
    await page.getByRole("button", { name: "Write the first words" }).click();
    await page.getByLabel("Svenska").fill(words);
    await page.getByLabel("English").fill("You get our news whatever you do.");
    await page.getByLabel("Dansk").fill("I må skrive til mig. Det kan trækkes tilbage.");
    await page.getByRole("checkbox", { name: "Almvik Sverige AB" }).check();
    await page.getByLabel("Kinds of message that the words cover").fill("news, offers");
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByText("The text does not say that the permission can be taken back.").waitFor();
    await page.getByText("The text does not name every legal entity that it is for.").waitFor();
    const silent = await page.getByLabel("English").getAttribute("aria-describedby");
    expect(await page.locator(`#${silent?.split(" ").at(-1)}`).textContent()).toContain("taken back");
    expect(await page.getByLabel("Svenska").getAttribute("aria-invalid")).toBe("false");
    await page.getByLabel("English").fill("");
    await page.getByLabel("Dansk").fill("");
    await page.getByText("Nothing differs from what is published.").waitFor();
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("region", { name: "Svenska" }).getByText(words).waitFor();
    await page
      .getByRole("region", { name: "Dansk" })
      .getByText("Nobody can be asked in this language")
      .waitFor();
  });

  it("keeps the version before beside the new one, each with its hash", async () => {
    await page.getByRole("button", { name: "Publish new words" }).click();
    await page.getByLabel("Svenska").fill(`${words} Länken står i varje mejl.`);
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    const swedish = page.getByRole("region", { name: "Svenska" });
    await swedish.getByText("Version 2").waitFor();
    await swedish.getByText("1 earlier version").click();
    await swedish.getByText(words, { exact: true }).waitFor();
  });

  it("refuses to call a notice at a sale a consent", async () => {
    await page.getByRole("button", { name: "Publish new words" }).click();
    await page.getByRole("radio", { name: /Is a notice at a sale/ }).check();
    await page.getByLabel("Svenska").fill(`${words} Det är ditt samtycke.`);
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByText("A notice at a sale is no consent and must not be called one.").waitFor();
    await page.getByLabel("Svenska").fill(words);
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByRole("button", { name: "Notice at a sale" }).click();
    await page.getByRole("region", { name: "Svenska" }).getByText("Version 1").waitFor();
  });
});

describe("registers and imports", () => {
  it("warns of a register that is missing, and takes it in with the day it is of", async () => {
    await page.goto(`${studio.base}/permissions/registers`);
    await page.getByText(/^Nobody may be called or written to on NIX-Telefon/).waitFor();
    await page.getByRole("button", { name: "Take in NIX-Telefon" }).click();
    await page.locator("input[type=file]").setInputFiles({
      ...{ name: "nix.txt", mimeType: "text/plain", buffer: Buffer.from("+46701740605\n+46701740606\n") },
    });
    await page.getByRole("button", { name: "Take it in" }).click();
    await page.getByText("Taken in: 2 lines.").waitFor();
    await page.getByRole("button", { name: "Done" }).click();
    const row = page.getByRole("row", { name: /NIX-Telefon/ });
    await row.getByText("0 days").waitFor();
    expect(await row.getByText("Missing").count()).toBe(0);
  });

  it("says of a file without the columns what it lacks, and gives the refused rows of another as a report", async () => {
    await page.goto(`${studio.base}/permissions/import`);
    const take = (name: string, text: string): Promise<void> =>
      page
        .locator("input[type=file]")
        .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
    await take("wrong.csv", "mail,said\na@b.se,yes\n");
    await page.getByText("The file lacks columns that every permission needs.").first().waitFor();
    const columns = "purpose,channel,entity,identifier_kind,identifier,state,at";
    await take(
      "old.csv",
      `${columns}\nnews,mail,se,email,a@posten.example,withdrawn,2025-01-01T10:00:00Z\nnews,mail,se,email,b@posten.example,granted,2025-01-01T10:00:00Z\n`,
    );
    const row = page.getByRole("row", { name: /old\.csv/ });
    await row.getByText("done").waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      row.getByRole("link", { name: "Report of old.csv as CSV" }).click(),
    ]);
    const report = await readFile(await download.path(), "utf8");
    expect(report).toMatch(/consent\.incomplete/);
    expect(report).not.toContain("posten.example");
  });
});

describe("recognition and who looks", () => {
  it("tells in how much of what happened we knew who it was, and keeps the unknown as unknown (REC-01)", async () => {
    await page.goto(`${studio.base}/permissions/recognition`);
    await page
      .getByRole("heading", { name: "We knew who it was in 50 % of the meetings of 30 days." })
      .waitFor();
    await page
      .getByRole("img", { name: "Web: 50 % recognised, 50 % unknown, 0 % chose to be unknown" })
      .waitFor();
    await page.getByText(/^3 events more were told of by files, systems or as history/).waitFor();
    await page.getByText("As a table").click();
    await page.getByRole("row", { name: "Web 2 1 1 0 50 %" }).waitFor();
    await page.getByRole("button", { name: "364 days" }).click();
    await page.getByText(/nothing in 51 of 52 columns/).waitFor();
  });

  it("changes who says why, and it holds after a reload", async () => {
    await page.goto(`${studio.base}/permissions/looks`);
    await page.getByRole("checkbox", { name: "Marketing" }).check();
    await page.getByRole("checkbox", { name: /The name of the colleague too/ }).check();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved").waitFor();
    await page.reload();
    expect(await page.getByRole("checkbox", { name: "Marketing" }).isChecked()).toBe(true);
    expect(await page.getByRole("checkbox", { name: "Sales" }).isChecked()).toBe(false);
  });
});

describe("reach and withdrawals", () => {
  it("counts a yes against all whom we know, beside the mark of half of them (REC-12)", async () => {
    const { server } = studio;
    const traits = (email: string) => ({ type: "identify", userId: email, traits: { email } });
    await server.send([traits("a@shop.example"), traits("b@shop.example")], "server");
    const [entity] = (
      await server.ask<{ items: { id: string; name: string }[] }>("/api/entities")
    ).body.items.filter(({ name }) => name === "Almvik Sverige AB");
    const { items } = (
      await server.ask<{ items: { id: string; hash: string; basis: string }[] }>(
        "/api/permissions/purposes/news/texts",
      )
    ).body;
    const text = items.find(({ basis }) => basis === "consent");
    const granted = await server.ask("/api/permissions/grant", {
      ...{
        actId: crypto.randomUUID(),
        identifiers: [{ kind: "email", value: "a@shop.example" }],
        purpose: "news",
      },
      ...{ channels: ["mail"], entityId: entity?.id, textId: text?.id, textHash: text?.hash },
      evidence: { place: "shop", how: "box ticked", active: true, concluded: true },
    });
    expect(granted.status).toBe(200);
    await page.goto(`${studio.base}/permissions/reach`);
    await page
      .getByRole("heading", { name: "We may reach 33 % of all customers. The mark is more than 50 %." })
      .waitFor();
    await page.getByText(/^1 of 3 customers/).waitFor();
    const figures = page.getByRole("region", { name: "Two figures of the day" });
    await figures.getByText("1", { exact: true }).first().waitFor();
    await figures.getByText("counted each day from now on").first().waitFor();
    const any = page.getByRole("region", { name: "Any purpose" });
    await any.getByRole("img", { name: "Mail: 1 people, 33 % of all customers" }).waitFor();
  });

  it("names the message that a withdrawal answered", async () => {
    const no = await studio.server.ask("/api/permissions/withdraw", {
      ...{ actId: crypto.randomUUID(), identifiers: [{ kind: "email", value: "a@shop.example" }] },
      ...{ purpose: "news", channel: "mail", entityId: null, cause: "autumn-lamps" },
    });
    expect(no.status).toBe(200);
    await page.goto(`${studio.base}/permissions/withdrawals`);
    await page.getByRole("heading", { name: /answered a message\.$/ }).waitFor();
    await page.getByRole("region", { name: "Messages that caused most" }).getByText("autumn-lamps").waitFor();
    await page.goto(`${studio.base}/permissions/reach`);
    await page
      .getByRole("heading", { name: "We may reach 0 % of all customers. The mark is more than 50 %." })
      .waitFor();
  });

  it("never hangs while reach is counted: it says so, and shows the figures once they are there", async () => {
    const client = new pg.Client(await studio.server.databaseUrl());
    await client.connect();
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock(7305031, 0)"); // another process counts
    const other = new pg.Client(await studio.server.databaseUrl());
    await other.connect();
    await other.query("delete from consent.reach_counts");
    await page.goto(`${studio.base}/permissions/reach`);
    await page.getByRole("heading", { name: "Reach is being counted" }).waitFor();
    await client.query("rollback");
    await page.getByText(/^As of .*just now/).waitFor();
    await page.getByRole("heading", { name: /^We may reach 0 % of all customers/ }).waitFor();
    await Promise.all([client.end(), other.end()]);
  });
});
