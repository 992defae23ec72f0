// A customer on their way into the corner of an installation.
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import type { Server } from "./harness.ts";

type Mails = { items: { id: string; to: string }[] };

/** The link to the corner from the newest mail to this address. */
export async function linkInMail(server: Server, address: string): Promise<string> {
  for (let i = 0; i < 100; i++, await sleep(100)) {
    const { body } = await server.ask<Mails>("/api/mails");
    const mail = body.items.find(({ to }) => to === address);
    if (mail === undefined) continue;
    const { body: whole } = await server.ask<{ text: string }>(`/api/mails/${mail.id}`);
    const link = /\/corner\/sign-in#[\w-]+/.exec(whole.text)?.[0];
    if (link !== undefined) return link;
  }
  throw new Error("no mail came");
}

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
