// Processes that die while they take permissions over: the next one goes on, and what stands is what an unbroken import leaves.
import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openJournal } from "@somlos/kernel/journal";
import { afterAll, beforeAll, expect, test } from "vitest";
import { NO_BOOK, sayNoesAgain } from "../ledger/noes.actions.ts";
import { type ConsentTest, openConsent } from "../test/house.ts";
import { beginImport, runImport } from "./imports.actions.ts";
import { houseOn } from "./imports.fixture.ts";
import { findImport, type ImportRow, listRefused } from "./imports.store.ts";

const WORKER = fileURLToPath(new URL("./crash.fixture.ts", import.meta.url));
const ROWS = 30_000;
const KILLS = 4;
const staff = { kind: "staff", id: "tester" } as const;
let smooth: ConsentTest;
let rough: ConsentTest;
beforeAll(async () => {
  [smooth, rough] = [await openConsent(), await openConsent()];
});
afterAll(async () => {
  await smooth.drop();
  await rough.drop();
});

/** Every seventh row is a no, every 997th lacks its evidence, every 1,201st has a time that nobody knows. */
function file(hash: string): string {
  const rows = [
    "purpose,channel,entity,identifier_kind,identifier,state,at,text_hash,collected_by,place,how,active,concluded",
  ];
  for (let i = 1; i <= ROWS; i++) {
    const at = i % 1201 === 0 && i % 7 !== 0 ? "sometime" : `2024-0${(i % 9) + 1}-11T10:${10 + (i % 50)}:00Z`;
    const place = i % 997 === 0 ? "" : "Malmö";
    rows.push(
      `offers,mail,almvik,email,p${i}@exempel.se,${i % 7 === 0 ? "withdrawn" : "granted"},${at},${hash},till,${place},box,yes,yes`,
    );
  }
  return rows.join("\n");
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

const rowOf = (house: ConsentTest, id: string): Promise<ImportRow> =>
  house.db.snapshot(async (tx) => (await findImport(tx, id)) as ImportRow);
async function until(house: ConsentTest, id: string, fits: (row: ImportRow) => boolean): Promise<ImportRow> {
  for (;;) {
    const row = await rowOf(house, id);
    if (fits(row)) return row;
    await sleep(5);
  }
}

const work = ({ url, home }: ConsentTest): ChildProcess =>
  spawn(process.execPath, ["--no-warnings", WORKER, url, home], { stdio: ["pipe", "ignore", "inherit"] });

async function die(child: ChildProcess): Promise<void> {
  const gone = new Promise((tell) => child.once("exit", tell));
  child.kill("SIGKILL");
  await gone;
}

/** All that an import left: the ledger, the report, and whose noes the book has. */
async function traces(house: ConsentTest, id: string) {
  const book = await openJournal(house.home, NO_BOOK);
  const noes = new Set<string>();
  for await (const { text } of book.read()) noes.add((JSON.parse(text) as { fp: string }).fp);
  await book.close();
  return {
    noes: [...noes].sort(),
    entries: await house.query(
      `select act_id, fp, kind, purpose, channel, state, at, imported, text_hash, collected_by, place, how, active, concluded
       from consent.entries order by act_id, fp`,
    ),
    refused: await house.db.snapshot((tx) => listRefused(tx, id, 0, ROWS)),
  };
}

test("an import of 30,000 permissions that is killed four times leaves what an unbroken one leaves, and sent again it changes nothing", async () => {
  const { hash } = smooth.text;
  expect(hash).toBe(rough.text.hash);
  const wish = { name: "old.csv", kind: "csv" } as const;
  const smoothBook = await openJournal(smooth.home, NO_BOOK);
  const unbroken = houseOn(smooth.db, smooth.home, smoothBook);
  const whole = await beginImport(unbroken, staff, wish, bytesOf(file(hash)));
  await runImport(unbroken, whole);
  await smoothBook.close();

  let book = await openJournal(rough.home, NO_BOOK);
  const broken = await beginImport(houseOn(rough.db, rough.home, book), staff, wish, bytesOf(file(hash)));
  await book.close();
  for (let kills = 0; kills < KILLS; kills++) {
    const before = (await rowOf(rough, broken)).rows;
    const child = work(rough);
    if (kills % 2 === 1) await until(rough, broken, (row) => row.rows > before); // else in the midst of its first portion
    await sleep(kills % 2 === 1 ? Math.random() * 300 : 600 + Math.random() * 900);
    await die(child);
    expect((await rowOf(rough, broken)).state, "it was killed before its end").toBe("running");
  }
  const child = work(rough);
  const done = await until(rough, broken, (row) => row.state !== "running");
  await die(child);
  expect(done).toMatchObject({ state: "done", rows: ROWS });

  const [left, wanted] = [await traces(rough, broken), await traces(smooth, whole)];
  expect(wanted.entries.length).toBeGreaterThan(29_000);
  expect(wanted.refused.length).toBeGreaterThan(30);
  expect(wanted.noes.length).toBeGreaterThan(4000);
  expect(left.refused).toEqual(wanted.refused);
  expect(left.noes).toEqual(wanted.noes);
  expect(withoutEntity(left.entries)).toEqual(withoutEntity(wanted.entries));

  book = await openJournal(rough.home, NO_BOOK);
  const house = houseOn(rough.db, rough.home, book);
  const again = await beginImport(house, staff, wish, bytesOf(file(hash)));
  await runImport(house, again);
  expect(await rowOf(rough, again)).toMatchObject({ state: "done", rows: ROWS, taken: 0 });
  expect(await sayNoesAgain(rough.db, book)).toBe(0);
  await book.close();
  expect((await traces(rough, again)).entries).toEqual(left.entries);
}, 240_000);

/** The act of a row names its legal entity, whose id is another in each database. */
const withoutEntity = (entries: readonly unknown[]): string[] =>
  entries.map((entry) => JSON.stringify({ ...(entry as object), act_id: undefined })).sort();
