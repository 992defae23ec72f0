import { expect, test } from "vitest";
import { DAY, HOUR, MINUTE, mailHouse, mailTo, signIn } from "./mail-house.ts";

const house = mailHouse();
const { pass, work, post, list, open } = house;

test("a mail leaves after the commit, once, with subject, both texts and its own Message-ID", async () => {
  const mail = post(house.sink().url);
  await work((w) => mail.send(w, mailTo("asa@kund.example", "receipt:1")));
  expect(await mail.deliver()).toBe(1);
  expect(await mail.deliver()).toBe(0);
  await mail.stop();
  const [one, ...others] = house.sink().received;
  expect(others).toEqual([]);
  expect(one?.to).toEqual(["asa@kund.example"]);
  const id = (await list()).items[0]?.id;
  expect(one?.raw).toContain(`Message-ID: <${id}@butik.example>`);
  expect(one?.raw).toMatch(/^Subject: =\?UTF-8\?/m);
  expect(one?.raw).toContain("Content-Type: text/plain");
  expect(one?.raw).toContain("Content-Type: text/html");
  expect(one?.raw).toContain("Auto-Submitted: auto-generated");
  expect((await list()).items).toMatchObject([{ state: "sent", tries: 1, nextTryAt: null }]);
});

test("a mail of a transaction that is rolled back never leaves", async () => {
  const mail = post(house.sink().url);
  await expect(
    work(async (w) => {
      await mail.send(w, mailTo("asa@kund.example", "receipt:1"));
      throw new Error("the order fell through");
    }),
  ).rejects.toThrow("fell through");
  expect(await mail.deliver()).toBe(0);
  expect((await list()).items).toEqual([]);
  await mail.stop();
});

test("the same cause told twenty times at once is one mail", async () => {
  const mail = post(house.sink().url);
  const told = await Promise.all(
    Array.from({ length: 20 }, () => work((w) => mail.send(w, mailTo("asa@kund.example", "receipt:1")))),
  );
  expect(new Set(told.map((one) => one.id)).size).toBe(1);
  expect(told.filter((one) => !one.repeated)).toHaveLength(1);
  await mail.deliver();
  await mail.stop();
  expect(house.sink().received).toHaveLength(1);
});

test("four senders at once send each of 60 mails exactly once", async () => {
  const senders = Array.from({ length: 4 }, () => post(house.sink().url));
  await work(async (w) => {
    for (let i = 0; i < 60; i++) await senders[0]?.send(w, mailTo(`kund${i}@kund.example`, `k:${i}`));
  });
  const tried = await Promise.all(senders.map((one) => one.deliver()));
  await Promise.all(senders.map((one) => one.stop()));
  expect(tried.reduce((sum, n) => sum + n, 0)).toBe(60);
  expect(new Set(house.sink().received.map((one) => one.to[0])).size).toBe(60);
  expect(house.sink().received).toHaveLength(60);
});

test("a receiver who does not exist is told at once and not tried again", async () => {
  house.sink().behave((command) => (command === "RCPT" ? "550 5.1.1 no such mailbox" : undefined));
  const mail = post(house.sink().url);
  const { id } = await work((w) => mail.send(w, mailTo("ingen@kund.example", "k")));
  await mail.deliver();
  pass(2 * DAY);
  expect(await mail.deliver()).toBe(0);
  await mail.stop();
  expect(await open(id)).toMatchObject({ state: "refused", tries: 1, answer: "550 5.1.1 no such mailbox" });
});

test("a mail server that is full or gone is tried ten times over two days, then the mail is given up", async () => {
  house.sink().behave((command) => (command === "MAIL" ? "451 4.3.0 try later" : undefined));
  const mail = post(house.sink().url);
  const { id } = await work((w) => mail.send(w, mailTo("asa@kund.example", "k")));
  await mail.deliver();
  expect(await open(id)).toMatchObject({ state: "waiting", tries: 1 });
  pass(50_000);
  expect(await mail.deliver()).toBe(0);
  pass(15_000);
  expect(await mail.deliver()).toBe(1);
  for (let i = 0; i < 8; i++) {
    pass(DAY + MINUTE);
    expect(await mail.deliver()).toBe(1);
  }
  expect(await open(id)).toMatchObject({ state: "refused", tries: 10 });
  pass(DAY + MINUTE);
  expect(await mail.deliver()).toBe(0);
  await mail.stop();
});

test("after a crash between the server's yes and our commit the mail goes again under the same Message-ID", async () => {
  const mail = post(house.sink().url);
  await work((w) => mail.send(w, mailTo("asa@kund.example", "k")));
  // As good as a crash: the table is held when the outcome is to be written, and the writing is cut off.
  const blocker = await house.db().connect();
  house.sink().behave(async (command) => {
    if (command === ".") await blocker.query("begin; lock table kernel.mails in share mode");
    return undefined;
  });
  const delivering = mail.deliver();
  delivering.catch(() => undefined);
  const killer = await house.db().connect();
  await expect
    .poll(async () => {
      const cut = await killer.query(
        "select pg_cancel_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      );
      return cut.rowCount;
    })
    .toBe(1);
  await expect(delivering).rejects.toThrow();
  await blocker.end();
  await killer.end();
  house.sink().behave(() => undefined);
  expect(await mail.deliver()).toBe(0);
  pass(3 * MINUTE);
  expect(await mail.deliver()).toBe(1);
  await mail.stop();
  const ids = house.sink().received.map((one) => /^Message-ID: (.*)$/m.exec(one.raw)?.[1]);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
  expect((await list()).items).toMatchObject([{ state: "sent", tries: 2 }]);
});

test("a server that hangs up in the middle of the text costs one try and loses nothing", async () => {
  house.sink().behave((command) => (command === "." ? "hang up" : undefined));
  const mail = post(house.sink().url);
  await work((w) => mail.send(w, mailTo("asa@kund.example", "k")));
  await mail.deliver();
  expect((await list()).items).toMatchObject([{ state: "waiting", tries: 1 }]);
  house.sink().behave(() => undefined);
  pass(2 * MINUTE);
  await mail.deliver();
  await mail.stop();
  expect((await list()).items).toMatchObject([{ state: "sent", tries: 2 }]);
});

test("the running sender sends within seconds, and stops in seconds even when the server is silent", async () => {
  const mail = post(house.sink().url);
  mail.start();
  await work((w) => mail.send(w, mailTo("asa@kund.example", "k1")));
  await expect.poll(() => house.sink().received.length, { timeout: 5_000 }).toBe(1);
  house.sink().behave((command) => (command === "MAIL" ? "silence" : undefined));
  const before = house.sink().connections();
  await work((w) => mail.send(w, mailTo("asa@kund.example", "k2")));
  await expect.poll(() => house.sink().connections(), { timeout: 5_000 }).toBeGreaterThan(before);
  const start = performance.now();
  await mail.stop();
  expect(performance.now() - start).toBeLessThan(10_000);
  expect((await list()).items[0]).toMatchObject({ state: "waiting" });
});

test("text that a database cannot hold is mended, not lost", async () => {
  const mail = post(house.sink().url);
  const odd = mailTo("asa@kund.example", "k", { text: "a\0b\ud800c", subject: "rad 1\r\nX-Evil: ja" });
  await work((w) => mail.send(w, odd));
  await mail.deliver();
  await mail.stop();
  expect(house.sink().received[0]?.raw).toContain("Subject: rad 1 X-Evil: ja");
  expect(house.sink().received[0]?.raw).not.toMatch(/^X-Evil/m);
});

test("a sign-in link that waited longer than it lives is not sent late", async () => {
  house.sink().behave((command) => (command === "MAIL" ? "451 later" : undefined));
  const mail = post(house.sink().url);
  const { id } = await work((w) => mail.send(w, mailTo("asa@kund.example", "k", signIn)));
  await mail.deliver();
  house.sink().behave(() => undefined);
  pass(HOUR + MINUTE);
  expect(await mail.deliver()).toBe(0);
  await mail.stop();
  expect(await open(id)).toMatchObject({ state: "refused" });
  expect(house.sink().received).toEqual([]);
});
