// A backup is only one when what comes back is the same, and goes on.
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listMigrations, openDatabase } from "@somlos/kernel/db";
import { backup, restore } from "@somlos/kernel/keep";
import { databaseUrl, onServer } from "@somlos/kernel/testing";
import { forgetTransactions } from "@somlos/modules/events";
import { expect, it } from "vitest";
import { openTestApp } from "../testing/test-app.ts";

const quiet = { log: () => undefined };

it("a backup restored into an empty database gives the same people, and a message from before still counts as known", async () => {
  const folder = await mkdtemp(join(tmpdir(), "somlos-keep-story-"));
  const first = await openTestApp();
  const identify = {
    type: "identify",
    messageId: "k1",
    userId: "ida",
    anonymousId: "v-ida",
    traits: { email: "ida@posten.se", name: "Ida" },
  };
  const track = {
    type: "track",
    messageId: "k2",
    event: "Product Viewed",
    anonymousId: "v-ida",
    properties: { name: "Lamp" },
  };
  await first.send([identify, track]);
  const asked = (path: string, at: typeof first) => at.ask(path).then((answer) => answer.body);
  const before = await asked("/api/people/lookup?kind=email&value=ida@posten.se", first);
  const timeline = await asked(`/api/people/${String(before["id"])}/timeline`, first);
  const file = join(folder, "one.backup");
  await backup(first.house.db, file, quiet);
  const { secrets } = first;
  await first.close();

  const server = process.env["SOMLOS_TEST_SERVER"] ?? "";
  const name = `t_${randomBytes(6).toString("hex")}`;
  await onServer(server, `create database ${name} template template0 encoding 'UTF8' locale 'C.UTF-8'`);
  const url = databaseUrl(server, name);
  const empty = openDatabase(url);
  await restore(empty, file, {
    ...quiet,
    migrations: await listMigrations(),
    afterRestore: [forgetTransactions],
  });
  const second = await openTestApp({ database: { db: empty, url, drop: async () => undefined }, secrets });
  expect(await asked("/api/people/lookup?kind=email&value=ida@posten.se", second)).toEqual(before);
  expect(await asked(`/api/people/${String(before["id"])}/timeline`, second)).toEqual(timeline);
  expect((await second.send([identify, { ...track, messageId: "k3" }])).body).toMatchObject({
    accepted: 1,
    duplicates: 1,
  });
  await second.close();
  await empty.close();
  await onServer(server, `drop database ${name} with (force)`);
  await rm(folder, { recursive: true, force: true });
});
