// The studio in a real browser on the real server: from the first link to a second colleague.
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, givePasskeyDevice, openDesk } from "./browser.ts";
import { print, type Server } from "./harness.ts";
import { runPasted, runShell } from "./pasting.ts";
import { EMAIL, openStudio, PASSWORD, type Studio } from "./studio-desk.ts";

let studio: Studio;
let server: Server;
let desk: Desk;
let page: Page;
let base: string;

beforeAll(async () => {
  studio = await openStudio();
  ({ server, desk, base } = studio);
  page = desk.page;
});
afterAll(() => studio?.free());

const go = (path: string) => page.goto(`${base}${path}`);
const click = (name: string | RegExp, role: "button" | "link" | "menuitem" = "button") =>
  page.getByRole(role, { name, exact: true }).click();

async function signOut(): Promise<void> {
  await page.locator(".who").click();
  await click("Sign out", "menuitem");
  await page.waitForURL(/\/sign-in/);
}

async function signInByPassword(password: string): Promise<void> {
  await page.getByLabel("E-mail").fill(EMAIL);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await click("Sign in");
}

describe("coming in", () => {
  it("the link of the first start makes its reader the owner, and its secret leaves the address at once", async () => {
    await page.goto(await studio.setUpLink());
    await page.getByRole("heading", { name: "Become the owner" }).waitFor();
    expect(page.url()).toBe(`${base}/set-up`);
    await page.getByLabel("Your name").fill("Nils Hedman");
    await page.getByLabel("Your e-mail").fill(EMAIL);
    await page.getByRole("radio", { name: /^Password/ }).check();
    await page.getByLabel("Password", { exact: true }).last().fill("short");
    await click("Come in");
    await page.getByText("A password has at least 12 characters.").waitFor();
    await page.getByLabel("Password", { exact: true }).last().fill(PASSWORD);
    await click("Come in");
    await page.waitForURL(`${base}/today`);
    await page.getByRole("heading", { name: "Your first event" }).waitFor();
  });

  it("the same link a second time says that it is over and what to do", async () => {
    const second = await openDesk(studio.browser);
    await second.page.goto(await studio.setUpLink());
    await second.page.getByRole("heading", { name: "This link is over" }).waitFor();
    await second.page.getByText(/start Sömlös again/).waitFor();
    await second.context.close();
  });

  it("a wrong password and an unknown address are refused with the same words", async () => {
    await signOut();
    const words: string[] = [];
    for (const email of [EMAIL, "nobody@almvik.example"]) {
      await go("/sign-in");
      await page.getByLabel("E-mail").fill(email);
      await page.getByLabel("Password", { exact: true }).fill("not the password at all");
      await click("Sign in");
      words.push((await page.getByRole("alert").textContent()) ?? "");
    }
    expect(words[0]).toContain("That did not match.");
    expect(words[1]).toBe(words[0]);
  });

  it("the password opens, and leads to the screen one wanted", async () => {
    await go("/audit");
    await page.waitForURL(/\/sign-in\?to=%2Faudit$/);
    await signInByPassword(PASSWORD);
    await page.waitForURL(`${base}/audit`);
    await page.getByText("Came in by a link for the first time").waitFor();
  });

  it("a passkey is added under the account, and from then on opens without a password", async () => {
    await go("/account");
    await click("Add a passkey");
    await page.getByLabel("Name of the passkey").fill("Work laptop");
    await click("Go on to the device");
    await page.getByText("Work laptop", { exact: true }).waitFor();
    await signOut();
    await click("Sign in with a passkey");
    await page.waitForURL(`${base}/account`);
  });

  it("a forgotten password is renewed by the link in the mail, which every other browser feels", async () => {
    const other = await openDesk(studio.browser);
    await other.page.goto(`${base}/sign-in`);
    await other.page.getByRole("button", { name: "Forgot the password?" }).click();
    await other.page.getByLabel("E-mail").fill(EMAIL);
    await other.page.getByRole("button", { name: "Send the link" }).click();
    await other.page.getByRole("heading", { name: "Look in your mail" }).waitFor();
    const link = await mailedLink(/\/reset#/);
    await other.page.goto(link);
    await other.page.getByLabel("New password", { exact: true }).fill(`${PASSWORD} igen`);
    await other.page.getByRole("button", { name: "Set the password" }).click();
    await other.page.getByRole("heading", { name: "The password is new" }).waitFor();
    await other.context.close();
    await go("/account");
    await page.waitForURL(/\/sign-in/);
    await signInByPassword(`${PASSWORD} igen`);
    await page.waitForURL(`${base}/account`);
  });
});

/** The one-time link of the newest mail that carries one, as its receiver reads it. */
async function mailedLink(kind: RegExp): Promise<string> {
  for (let tries = 0; tries < 100; tries++, await sleep(100)) {
    const { items } = (await server.ask<{ items: { id: string }[] }>("/api/mails?limit=20")).body;
    for (const { id } of items) {
      const { text } = (await server.ask<{ text: string | null }>(`/api/mails/${id}`)).body;
      const link = text?.match(/https?:\/\/\S+#[\w-]+/g)?.find((one) => kind.test(one));
      if (link !== undefined) return link;
    }
  }
  throw new Error("no such mail came");
}

describe("the first event", () => {
  it("copied from the page as it stands, it is here with the person's name before one looks up", async () => {
    await go("/today");
    await page.getByText("Waiting. It stands here within a second of being sent.").waitFor();
    const lines = (await page.getByRole("region", { name: "What to paste" }).textContent()) ?? "";
    await runShell(lines);
    const sent = performance.now();
    await page.getByRole("heading", { name: "It came in" }).waitFor();
    print(`first event on the screen after ${Math.round(performance.now() - sent)} ms`);
    await page.getByRole("link", { name: "Astrid Lindqvist" }).waitFor();
  });

  it("leads to the person, with name and address and what they did", async () => {
    await click("Open the person", "link");
    await page.getByRole("heading", { level: 1, name: "Astrid Lindqvist" }).waitFor();
    await page.getByText("astrid@example.com").first().waitFor();
    expect(page.url()).toMatch(/\/people\/[\w-]+$/);
  });

  it("stands in Live too", async () => {
    await go("/live");
    await page.getByRole("link", { name: "Astrid Lindqvist" }).first().waitFor();
  });
});

const countEvents = async () =>
  (await server.ask<{ items: unknown[] }>("/api/events/live?limit=200")).body.items.length;

async function arrives(run: () => Promise<() => void>): Promise<number> {
  const before = await countEvents();
  const end = await run();
  try {
    for (let tries = 0; tries < 150; tries++, await sleep(100)) {
      const now = await countEvents();
      if (now > before) return now - before;
    }
    return 0;
  } finally {
    end();
  }
}

describe("what a source's page gives to paste", () => {
  it.each([
    ["the website", "/sources/1", ["HTML page", "Jitsu", "curl"]],
    [
      "the shop's own systems",
      "/sources/2",
      ["analytics-node", "RudderStack", "PostHog", "Snowplow", "curl"],
    ],
  ])("for %s every client's lines bring events in, run as they stand", async (_who, path, clients) => {
    await go(path);
    for (const client of clients) {
      await click(client);
      const shown = (await page.getByRole("region", { name: "What to paste" }).textContent()) ?? "";
      const code = shown.replaceAll("YOUR_SERVER_KEY", server.serverKey);
      const count = await arrives(() => runPasted(studio.browser, client, code));
      print(`${client}: ${count} events`);
      expect(count, client).toBeGreaterThan(0);
    }
  });

  it("a server key is shown once, opens at once, and is closed for good within a second", async () => {
    await go("/sources/2");
    await click("New key");
    await click("Make the key");
    await page.getByRole("dialog", { name: "Copy the key now" }).waitFor();
    const key = (await page.locator(".ky-made").textContent()) ?? "";
    await click("I have kept it");
    expect(await page.content()).not.toContain(key);
    const send = () =>
      fetch(`${base}/v1/track`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Basic ${btoa(`${key}:`)}` },
        body: JSON.stringify({ type: "track", event: "Key Tried", userId: "customer-1" }),
      });
    expect((await send()).status).toBe(200);
    await page
      .getByRole("button", { name: /^Close: / })
      .first()
      .click();
    await page.getByText(/It cannot be opened again/).waitFor();
    await click("Close for good");
    await page.getByText("Closed or ended: 1").waitFor();
    await sleep(1000);
    expect((await send()).status).toBe(401);
  });
});

describe("a second colleague", () => {
  it("is invited with a role, comes in by the mailed link with a passkey alone, and finds the rest closed", async () => {
    await go("/staff");
    await click("Invite a colleague");
    await page.getByLabel("Name").fill("Freja Holm");
    await page.getByLabel("E-mail").fill("freja@almvik.example");
    await page.getByRole("checkbox", { name: /^Service/ }).check();
    await click("Send the invitation");
    await page.getByText("An invitation to freja@almvik.example is on its way.").waitFor();
    const freja = await openDesk(studio.browser);
    await givePasskeyDevice(freja);
    await freja.page.goto(await mailedLink(/\/set-up#/));
    await freja.page.getByRole("heading", { name: "Welcome, Freja Holm" }).waitFor();
    await freja.page.bringToFront();
    await freja.page.getByRole("button", { name: "Make a passkey and come in" }).click();
    await freja.page.waitForURL(`${base}/people`);
    await freja.page.goto(`${base}/sources`);
    await freja.page.getByRole("heading", { name: "This is closed to your role" }).waitFor();
    expect(freja.broken).toEqual([]);
    await freja.context.close();
  });

  it("a mail is shown without a single script running, and as text", async () => {
    await go("/mail");
    await page
      .getByRole("button", { name: /freja@almvik\.example/ })
      .first()
      .click();
    const frame = page.locator("iframe");
    expect(await frame.getAttribute("sandbox")).toBe("");
    await page.frameLocator("iframe").getByText("A colleague has invited you.").waitFor();
    await page.getByRole("radio", { name: "As text" }).check();
    await page
      .getByRole("region", { name: "As text" })
      .getByText(/set-up#/)
      .waitFor();
  });

  it("what both did stands in the audit, and the person one looked at is a link", async () => {
    await go("/audit");
    await page.getByText("Invited", { exact: true }).waitFor();
    await page
      .getByRole("link", { name: /^The person/ })
      .first()
      .click();
    await page.getByRole("heading", { level: 1, name: "Astrid Lindqvist" }).waitFor();
  });
});

describe("language and theme", () => {
  it("change at once and stay after a reload", async () => {
    await go("/live");
    await page.locator(".who").click();
    await page.getByRole("menuitemradio", { name: "Svenska" }).click();
    await page.getByRole("menuitemradio", { name: "Mörkt" }).click();
    await page.reload();
    await page.getByRole("link", { name: "Personer" }).first().waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("sv");
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  });
});

it("nothing broke on any page on the way", () => {
  expect(desk.broken).toEqual([]);
});
