// The studio of a new installation in a browser, and its first owner.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { type Desk, givePasskeyDevice, openBrowser, openDesk } from "./browser.ts";
import { type Server, startServer } from "./harness.ts";

export const PASSWORD = "kaffe stol regn lampa";
export const EMAIL = "nils@almvik.example";

export type Studio = {
  readonly server: Server;
  readonly browser: Browser;
  readonly desk: Desk;
  /** By name, not by number: passkeys are bound to it. */
  readonly base: string;
  setUpLink(): Promise<string>;
  free(): Promise<void>;
};

export async function openStudio(): Promise<Studio> {
  const server = await startServer({ env: { NODE_ENV: "production" } });
  const browser = await openBrowser().catch(async (error: unknown) => {
    await server.free();
    throw error;
  });
  const desk = await openDesk(browser);
  await givePasskeyDevice(desk);
  return {
    server,
    browser,
    desk,
    base: `http://localhost:${server.port}`,
    setUpLink: () => untilTold(join(server.home, "set-up-link.txt")),
    async free() {
      await browser.close();
      await server.free();
    },
  };
}

/** A start that has to build the studio first is ready for events before it tells the link. */
async function untilTold(path: string): Promise<string> {
  for (let tries = 0; tries < 600; tries++) {
    const text = await readFile(path, "utf8").catch(() => "");
    if (text !== "") return text.trim();
    await sleep(200);
  }
  throw new Error(`${path} was not written within two minutes`);
}

/** The first owner, by the link of the first start and a password. */
export async function becomeOwner({ desk: { page }, base, setUpLink }: Studio): Promise<void> {
  await page.goto(await setUpLink());
  await page.getByLabel("Your name").fill("Nils Hedman");
  await page.getByLabel("Your e-mail").fill(EMAIL);
  await page.getByRole("radio", { name: /^Password/ }).check();
  await page.getByLabel("Password", { exact: true }).last().fill(PASSWORD);
  await page.getByRole("button", { name: "Come in", exact: true }).click();
  await page.waitForURL(`${base}/today`);
}
