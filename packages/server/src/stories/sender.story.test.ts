// Who a mail is from: the company, as Settings calls it, from the next mail on.
import { type SmtpSink, smtpSink } from "@somlos/kernel/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
let sink: SmtpSink;
beforeAll(async () => {
  sink = await smtpSink();
  at = await openTestApp({ smtpUrl: sink.url });
});
afterAll(async () => {
  await at.close();
  await sink.close();
});

const headers = () => ({
  authorization: `Bearer ${at.secrets.adminToken}`,
  "content-type": "application/json",
});

async function rename(name: string): Promise<void> {
  const { version } = (await at.ask("/api/settings")).body as unknown as { version: number };
  const body = JSON.stringify({ version, name });
  const answer = await fetch(`${at.base}/api/settings`, { method: "PATCH", headers: headers(), body });
  expect(answer.status).toBe(200);
}

let n = 0;
async function fromOfNext(): Promise<string | undefined> {
  const mail = {
    to: "asa@kund.example",
    subject: "Tack",
    text: "Tack",
    html: "<p>Tack</p>",
    language: "sv" as const,
    purpose: "test.thanks",
    key: `thanks-${++n}`,
  };
  await at.house.db.work({ kind: "system", id: "test" }, (work) => at.house.mail.send(work, mail));
  await at.house.mail.deliver();
  const head = sink.received.at(-1)?.raw.replace(/\r?\n[ \t]+/g, " ") ?? ""; // long lines are folded
  return /^From: (.*)$/m.exec(head)?.[1]?.trim();
}

it("is the company, by the name it has when the mail leaves", async () => {
  expect(await fromOfNext()).toMatch(/ <no-answer@localhost>$/);
  await rename("Almvik");
  await expect.poll(() => at.house.company.name).toBe("Almvik");
  expect(await fromOfNext()).toBe("Almvik <no-answer@localhost>");
  await rename('Almvik "Hus", Hem & Fritid <aff@evil.example>');
  await expect.poll(() => at.house.company.name).toContain("Fritid");
  expect(await fromOfNext()).toMatch(/^".*" <no-answer@localhost>$/);
});
