// A customer on their way into the corner of an installation.
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import type { Server } from "./harness.ts";

type Mails = { items: { id: string; to: string }[] };

/** The first of its kind in the newest mail to this address that has one. */
async function inMail(server: Server, address: string, wanted: RegExp): Promise<string> {
  for (let i = 0; i < 100; i++, await sleep(100)) {
    const { body } = await server.ask<Mails>("/api/mails");
    const mail = body.items.find(({ to }) => to === address);
    if (mail === undefined) continue;
    const { body: whole } = await server.ask<{ text: string }>(`/api/mails/${mail.id}`);
    const found = wanted.exec(whole.text)?.[0];
    if (found !== undefined) return found;
  }
  throw new Error("no mail came");
}

/** The link to the corner from the newest mail to this address. */
export const linkInMail = (server: Server, address: string): Promise<string> =>
  inMail(server, address, /\/corner\/sign-in#[\w-]+/);

/** The code of the second proof from the newest mail to this address. */
export const codeInMail = (server: Server, address: string): Promise<string> =>
  inMail(server, address, /\b\d{4}[\s-]?\d{4}\b/);

/** In by the link in the mail, in a browser that speaks English. `base`: where the corner stands. */
export async function enterCorner(page: Page, server: Server, base: string, address: string): Promise<void> {
  await page.goto(`${base}/corner`);
  await page.getByLabel("E-mail").fill(address);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await page.getByText("Look in your mail").waitFor();
  await page.goto(`${base}${await linkInMail(server, address)}`);
  await page.getByRole("button", { name: "Open it here" }).click();
  await page.getByRole("heading", { name: "When may we know that it is you?" }).waitFor();
}
