import { Refusal } from "@somlos/contract";
import { expect, test } from "vitest";
import { deleteMailsTo, listMailsTo, pruneMails } from "./index.ts";
import { boss, DAY, HOUR, MINUTE, mailHouse, mailTo, signIn } from "./mail-house.ts";

const house = mailHouse();
const { pass, work, post, list, open } = house;

test("without a mail server the mail stays in the outbox and can be read there", async () => {
  const mail = post();
  expect(mail.to).toBe("outbox");
  const { id } = await work((w) => mail.send(w, mailTo("asa@kund.example", "k")));
  mail.start();
  expect(await mail.deliver()).toBe(0);
  await mail.stop();
  const whole = await open(id);
  expect(whole).toMatchObject({ state: "outbox", to: "asa@kund.example", linksHidden: false });
  expect(whole.html).toContain("Här är det.");
});

test("an address that is two addresses or a header is refused", async () => {
  const mail = post();
  for (const to of ["a@b.se, c@d.se", "a@b.se\r\nBcc: c@d.se", "nobody"])
    await expect(work((w) => mail.send(w, mailTo(to, to)))).rejects.toThrow(new Refusal("mail.address_bad"));
});

test("the list is newest first, paged, and searched by address", async () => {
  const mail = post();
  await work(async (w) => {
    for (let i = 0; i < 5; i++) await mail.send(w, mailTo(`kund${i}@kund.example`, `k:${i}`));
    await mail.send(w, mailTo("Asa_100%@annan.example", "k:asa"));
  });
  const first = await list({ limit: 4 });
  expect(first.items.map((one) => one.to)).toEqual([
    "Asa_100%@annan.example",
    "kund4@kund.example",
    "kund3@kund.example",
    "kund2@kund.example",
  ]);
  const rest = await list({ limit: 4, before: first.next });
  expect(rest.items.map((one) => one.to)).toEqual(["kund1@kund.example", "kund0@kund.example"]);
  expect(rest.next).toBeNull();
  expect((await list({ address: "asa_100%" })).items).toHaveLength(1);
  expect((await list({ address: "%" })).items).toHaveLength(1);
  expect((await list({ state: "sent" })).items).toHaveLength(0);
  await expect(open("018f0000-0000-7000-8000-000000000000")).rejects.toThrow(new Refusal("mail.unknown"));
});

test("a colleague cannot take over an account by reading somebody's sign-in link", async () => {
  const outbox = post();
  const { id } = await work((w) => outbox.send(w, mailTo("chef@butik.example", "k1", signIn)));
  const seen = await open(id);
  expect(seen.linksHidden).toBe(true);
  expect(JSON.stringify(seen)).not.toContain("secret-token");
  expect((await open(id, boss)).text).toContain("secret-token");
  const mail = post(house.sink().url);
  const real = await work((w) => mail.send(w, mailTo("chef@butik.example", "k2", signIn)));
  await mail.deliver();
  await mail.stop();
  expect(house.sink().received[0]?.raw).toContain("secret-token");
  expect(JSON.stringify(await open(real.id, boss))).not.toContain("secret-token");
});

test("content goes after 30 days, with a one-time link after an hour, the row after 400 days", async () => {
  const mail = post();
  const plain = await work((w) => mail.send(w, mailTo("asa@kund.example", "k1")));
  const linked = await work((w) => mail.send(w, mailTo("asa@kund.example", "k2", signIn)));
  pass(HOUR - MINUTE);
  expect(await work(pruneMails)).toBe(0);
  pass(2 * MINUTE);
  expect(await work(pruneMails)).toBe(1);
  expect(await open(linked.id, boss)).toMatchObject({ html: null, text: null, subject: null });
  expect((await open(plain.id)).html).not.toBeNull();
  pass(30 * DAY);
  expect(await work(pruneMails)).toBe(1);
  expect(await open(plain.id)).toMatchObject({
    html: null,
    text: null,
    subject: null,
    to: "asa@kund.example",
  });
  pass(371 * DAY);
  expect(await work(pruneMails)).toBe(2);
  expect((await list()).items).toEqual([]);
});

test("a person's mails can be handed out and erased by address, in whatever case it was written", async () => {
  const mail = post();
  await work(async (w) => {
    await mail.send(w, mailTo("Asa@Kund.example", "k1"));
    await mail.send(w, mailTo("bo@kund.example", "k2"));
  });
  expect(await house.db().read((tx) => listMailsTo(tx, ["asa@kund.EXAMPLE"]))).toHaveLength(1);
  expect(await work((w) => deleteMailsTo(w.tx, ["asa@kund.example"]))).toBe(1);
  expect((await list()).items.map((one) => one.to)).toEqual(["bo@kund.example"]);
});
