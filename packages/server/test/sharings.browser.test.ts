// Who shares customers, in a real browser and by the keyboard: recorded, read in three languages, ended.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { becomeOwner, openStudio, type Studio } from "./studio-desk.ts";

let studio: Studio;
let page: Page;

type Entity = { readonly code: string; readonly number: number; readonly circle: number };
const circles = async (): Promise<number[]> => {
  const { body } = await studio.server.ask<{ items: Entity[] }>("/api/entities");
  return body.items.toSorted((a, b) => a.number - b.number).map(({ circle }) => circle);
};
const press = (name: string) => page.getByRole("button", { name, exact: true }).press("Enter");
const section = () => page.getByRole("region", { name: "Who shares customers" });

async function enter(code: string, name: string, country: string): Promise<void> {
  const zone = { SE: "Europe/Stockholm", DK: "Europe/Copenhagen" }[country] ?? "Europe/Oslo";
  const answer = await fetch(`${studio.server.url}/api/entities`, {
    method: "POST",
    headers: { authorization: `Bearer ${studio.server.adminToken}`, "content-type": "application/json" },
    body: JSON.stringify({ code, name, country, currency: "SEK", languages: ["sv"], timeZone: zone }),
  });
  expect(answer.status).toBe(200);
}

beforeAll(async () => {
  studio = await openStudio();
  page = studio.desk.page;
  await becomeOwner(studio);
});
afterAll(() => studio?.free());

describe("who shares customers", () => {
  it("is nobody while there is one legal entity, and the screen says what is missing", async () => {
    await enter("almvik-ab", "Almvik AB", "SE");
    await page.goto(`${studio.base}/settings/entities`);
    await section().getByText("There is one legal entity").waitFor();
    expect(await section().getByRole("button").count()).toBe(0);
  });

  it("with two it teaches what it means that each knows only its own, and gives the first act", async () => {
    await enter("almvik-as", "Almvik A/S", "DK");
    await page.reload();
    await section().getByRole("heading", { name: "Each knows only its own customers" }).waitFor();
    expect(await circles()).toEqual([0, 1]);
    await press("Record a basis");
  });

  it("proposes what customers read in three languages, and keeps what was written over it", async () => {
    const words = (language: string) => page.getByLabel(language, { exact: true });
    const swedish = "Almvik AB och Almvik A/S tar hand om";
    expect(await words("Svenska").inputValue()).toContain(swedish);
    await page.getByRole("radio", { name: /^Merger/ }).press("Space");
    expect(await words("Dansk").inputValue()).toContain("bliver til ét selskab");
    await words("English").fill("Both companies know you as one customer.");
    await page.getByRole("radio", { name: /^Interest of the group/ }).press("Space");
    expect(await words("English").inputValue()).toBe("Both companies know you as one customer.");
    expect(await words("Svenska").inputValue()).toContain("samma koncern");
    await page.getByRole("checkbox", { name: /^Almvik A\/S/ }).press("Space");
    expect(await page.getByRole("button", { name: "Share from now on" }).isDisabled()).toBe(true);
    await page.getByRole("checkbox", { name: /^Almvik A\/S/ }).press("Space");
  });

  it("asks before what is written is lost, and records it by the keyboard", async () => {
    await page.getByRole("link", { name: "Live", exact: true }).click();
    await page.getByRole("dialog").getByText("Leave without saving?").waitFor();
    await press("Stay");
    await page.getByLabel("Where the document is kept").fill("Balance test 2026-4");
    await press("Share from now on");
    const rail = page.locator(".rail");
    await rail.getByText("Both companies know you as one customer.").waitFor();
    await rail.getByText("Balance test 2026-4").waitFor();
    await rail.getByText("Nils Hedman").waitFor();
    await section()
      .getByRole("button", { name: /Interest of the group/ })
      .waitFor();
    expect(await circles()).toEqual([0, 0]);
  });

  it("says what an end means, wants to know why, and keeps the ended one to be read", async () => {
    await press("End it");
    const dialog = page.getByRole("dialog");
    await dialog.getByText("is two people again").waitFor();
    expect(await dialog.getByRole("button", { name: "End it now" }).isDisabled()).toBe(true);
    await dialog.getByLabel("Why").fill("Denmark was sold");
    await dialog.getByLabel("Why").press("Enter");
    await section().getByRole("heading", { name: "Ended" }).waitFor();
    await page.locator(".rail").getByText("Denmark was sold").waitFor();
    await section().getByRole("heading", { name: "Each knows only its own customers" }).waitFor();
    expect(await circles()).toEqual([0, 1]);
  });

  it("nothing broke on the way", () => {
    expect(studio.desk.broken).toEqual([]);
  });
});
