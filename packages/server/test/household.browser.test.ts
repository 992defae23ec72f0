// Two people, each in a browser of their own: invited, in, sizes shared, seen, taken back and gone at once; then one screen for both.
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { SignJWT } from "jose";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, openDesk, seriousFindings, sideways } from "./browser.ts";
import { becomeOwner, openStudio, type Studio } from "./studio-desk.ts";

let studio: Studio;
let mia: Desk;
let bo: Desk;
let invitation = "";

/** By the retailer's word, as from its app. */
async function enter(page: Page, userId: string, path = "/corner"): Promise<void> {
  const kept = await readFile(join(studio.server.home, "secrets.json"), "utf8");
  const { identityKey } = JSON.parse(kept) as { identityKey: string };
  const identityToken = await new SignJWT({ sub: userId, jti: randomUUID() })
    .setProtectedHeader({ alg: "HS256" })
    .setIssuedAt()
    .setExpirationTime("5m")
    .setAudience(studio.base)
    .sign(new TextEncoder().encode(identityKey));
  await page.goto(`${studio.base}/corner`);
  await page.evaluate(async (token) => {
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ identityToken: token });
    const answer = await fetch("/v1/me/sign-in/token", { method: "POST", headers, body });
    if (!answer.ok) throw new Error(await answer.text());
  }, identityToken);
  await page.goto("about:blank");
  await page.goto(`${studio.base}${path}`);
}

const knows = (userId: string, traits: object) =>
  studio.server.send([{ type: "identify", userId, traits, messageId: `household-${userId}` }], "server");
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const choose = (page: Page) => button(page, /sees: Choose$/).click();
const shares = (page: Page, what: string) => page.getByRole("switch", { name: new RegExp(`sees: ${what}$`) });

beforeAll(async () => {
  studio = await openStudio();
  mia = studio.desk;
  bo = await openDesk(studio.browser);
  await bo.page.setViewportSize({ width: 390, height: 844 });
  await knows("mia", { email: "mia.canary@exempel.se", firstName: "Kanariemia", shoeSize: 38 });
  await knows("bo", { email: "bo@exempel.se", firstName: "Bo", shoeSize: 44 });
});
afterAll(() => studio?.free());

describe("a household of two", () => {
  it("she makes one and hands over a code that he opens by its link, at first not signed in", async () => {
    const { page } = mia;
    await enter(page, "mia");
    await page.getByText("We never guess who lives together").waitFor();
    await button(page, "Make a household").click();
    await page.getByLabel("What is it called?").fill("Our home");
    await page.getByLabel("What may the others call you?").fill("Mia");
    await button(page, "Make it").click();
    await page.getByRole("heading", { name: "Our home" }).waitFor();
    await button(page, "Invite somebody").click();
    await button(page, "Make a code").click();
    const code = page.locator("output.household-code");
    await code.waitFor();
    invitation = `/corner/household#${(await code.textContent()) ?? ""}`;
    await bo.page.goto(`${studio.base}${invitation}`);
    await bo.page.getByText("You have an invitation to a household.").waitFor();
  });

  it("he sees who invites him before he is in, takes a name, and shares nothing by it", async () => {
    const { page } = bo;
    await enter(page, "bo", invitation);
    await button(page, "See the invitation").click();
    await page.getByText("Mia invites you to “Our home”.").waitFor();
    await page.getByLabel("What may the others call you?").fill("Bo");
    await button(page, "Accept").click();
    await page.getByRole("heading", { name: "Our home" }).waitFor();
    expect(new URL(page.url())).toMatchObject({ pathname: "/corner", hash: "" });
    await page.getByText("Nothing of yours but your name here.").waitFor();
    expect(await page.getByText("Mia lets you see").count()).toBe(0);
    expect(await page.content()).not.toMatch(/canary|Kanariemia/i);
  });

  it("she lets him see her sizes; he opens them, and she reads that he did", async () => {
    await mia.page.reload();
    await choose(mia.page);
    const turn = shares(mia.page, "My sizes");
    expect(await turn.getAttribute("aria-checked")).toBe("false");
    await turn.click();
    await expect.poll(() => turn.getAttribute("aria-checked")).toBe("true");
    await bo.page.reload();
    await bo.page.getByText("Mia lets you see").waitFor();
    await button(bo.page, "Open: Sizes").click();
    await bo.page.locator(".shown-lines").getByText("38").waitFor();
    await mia.page.reload();
    await mia.page.getByText("What was shown of yours").click();
    await mia.page.getByText("seen by Bo").waitFor();
  });

  it("on both widths and in three languages nothing scrolls sideways and nothing serious is found", async () => {
    for (const { page } of [mia, bo])
      for (const language of ["Svenska", "Dansk", "English"]) {
        await button(page, language).click();
        expect(await seriousFindings(page)).toEqual([]);
        expect(await sideways(page)).toBe(0);
      }
  });

  it("she takes it back, and it is gone at once", async () => {
    await choose(mia.page);
    await shares(mia.page, "My sizes").click();
    await expect.poll(() => shares(mia.page, "My sizes").getAttribute("aria-checked")).toBe("false");
    const [id] = await bo.page.evaluate(async () => {
      const { items } = await (await fetch("/v1/me/households")).json();
      return items[0].members.map((one: { id: string }) => one.id) as string[];
    });
    const status = await bo.page.evaluate(
      async (member) => (await fetch(`/v1/me/household-members/${member}/shares/sizes`)).status,
      id,
    );
    expect(status).toBe(404);
    await bo.page.reload();
    await bo.page.getByText("Nothing of yours but your name here.").waitFor();
    expect(await bo.page.getByText("Mia lets you see").count()).toBe(0);
  });
});

/** Everything that a browser keeps of a page and of what it was told. */
const keptIn = (page: Page) =>
  page.evaluate(async () => {
    const stored = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie];
    const databases = JSON.stringify(await indexedDB.databases());
    const cached = await Promise.all(
      ["/v1/me", "/v1/me/session", "/v1/me/households", "/v1/me/household-screen"].map((path) =>
        fetch(path, { cache: "only-if-cached", mode: "same-origin" }).then(
          (answer) => answer.text(),
          () => "",
        ),
      ),
    );
    const caches = "caches" in window ? JSON.stringify(await window.caches.keys()) : "";
    return [document.documentElement.outerHTML, ...stored, databases, caches, ...cached].join("\n");
  });

describe("REC-15: one screen for both", () => {
  it("it says whose corner it shows, and offers his name only once he let her see it there", async () => {
    await mia.page.getByText("On this screen: Kanariemia").waitFor();
    expect(await button(mia.page, /^Bo$/).count()).toBe(0);
    await choose(bo.page);
    await shares(bo.page, "My name on shared screens").click();
    await expect
      .poll(() => shares(bo.page, "My name on shared screens").getAttribute("aria-checked"))
      .toBe("true");
    await mia.page.reload();
    await button(mia.page, /^Bo$/).click();
    await mia.page.getByText("Bo signs in with a link, a code or a passkey of their own.").waitFor();
    await mia.page.getByRole("heading", { name: "Hello Kanariemia" }).waitFor();
  });

  it("a press alone opens nothing of his: she is signed out, and nothing of hers stays in the browser", async () => {
    const { page } = mia;
    const cookies = await mia.context.cookies();
    await button(page, "Sign out and hand over").click();
    await button(page, "Send me a link").waitFor();
    expect(await keptIn(page)).not.toMatch(/canary|Kanariemia|Our home|"called"/i);
    expect(page.url()).not.toMatch(/bo|mia/i);
    await page.goto("about:blank");
    await page.goBack();
    await button(page, "Send me a link").waitFor();
    expect(await keptIn(page)).not.toMatch(/canary|Kanariemia|Our home|"called"/i);
    // Her old cookie, kept by somebody, opens nothing either.
    await mia.context.addCookies(cookies);
    expect(await page.evaluate(async () => (await fetch("/v1/me/session")).status)).toBe(401);
  });

  it("he signs in there himself and sees his own corner, and nothing of hers but her name in the household", async () => {
    const { page } = mia;
    await enter(page, "bo");
    await page.getByRole("heading", { name: "Hello Bo" }).waitFor();
    await page.getByText("On this screen: Bo").waitFor();
    await page.getByRole("heading", { name: "Mia", exact: true }).waitFor();
    expect(await page.content()).not.toMatch(/canary|Kanariemia/i);
  });

  it("a colleague sees on her page that there is one, how many are in it, and what is shared", async () => {
    const desk = await openDesk(studio.browser);
    const { page } = desk;
    await becomeOwner({ ...studio, desk });
    const { body } = await studio.server.ask<{ id: string }>("/api/people/lookup", {
      ...{ kind: "login", value: "bo" },
    });
    await page.goto(`${studio.base}/people/${body.id}`);
    const home = page.getByRole("region", { name: "Household" });
    await home.getByText("2 in it").waitFor();
    expect(await home.textContent()).toMatch(/Our home.*Mia.*Name on shared screens \(1\)/);
    expect(desk.broken).toEqual([]);
  });

  it("he leaves in one act, and is in it no more", async () => {
    const { page } = bo;
    await button(page, "Leave the household").click();
    await button(page, "Yes, leave").click();
    await page.getByText("We never guess who lives together").waitFor();
    expect(mia.broken).toEqual([]);
    expect(bo.broken).toEqual([]);
  });
});
