// https with a certificate of its own, made without any program of the machine.
import { X509Certificate } from "node:crypto";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { request } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { machineNow } from "@somlos/kernel/clock";
import { afterAll, beforeAll, expect, test } from "vitest";
import { certificateFor, openHttps } from "../src/send/https.ts";

const DAY = 86_400_000;
let folder: string;
let path: string | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "somlos-https-"));
  path = process.env["PATH"];
  process.env["PATH"] = ""; // no openssl, nothing
});
afterAll(async () => {
  process.env["PATH"] = path;
  await rm(folder, { recursive: true });
});

test("the certificate fits the house, localhost and this machine, is kept, and made anew before it is over", async () => {
  const now = machineNow();
  const made = await certificateFor(folder, "almvik.test", now);
  const read = new X509Certificate(made.cert);
  for (const name of ["almvik.test", "localhost"]) expect(read.checkHost(name)).toBe(name);
  expect(read.checkIP("127.0.0.1")).toBe("127.0.0.1");
  expect(read.checkHost("other.test")).toBeUndefined();
  expect((await stat(join(folder, "key.pem"))).mode & 0o077).toBe(0);
  expect(await certificateFor(folder, "almvik.test", now + 80 * DAY)).toEqual(made);
  expect((await certificateFor(folder, "almvik.test", now + 89.5 * DAY)).cert).not.toBe(made.cert);
});

test("what is asked over https reaches the house, and the house is told that it came so", async () => {
  const house = createServer((asked, answer) =>
    answer.end(`${asked.method} ${asked.url} ${asked.headers["x-forwarded-proto"]}`),
  ).listen(0, "127.0.0.1");
  await new Promise((heard) => house.once("listening", heard));
  const free = createServer().listen(0);
  await new Promise((heard) => free.once("listening", heard));
  const { port } = free.address() as AddressInfo;
  await new Promise((closed) => free.close(closed));
  const publicUrl = new URL(`https://localhost:${port}`);
  const target = `http://127.0.0.1:${(house.address() as AddressInfo).port}`;
  const front = await openHttps({ publicUrl, target, folder: join(folder, "now") }, machineNow());
  const ca = await readFile(join(folder, "now", "cert.pem"), "utf8");
  const said = await new Promise<string>((tell, fail) => {
    request({ host: "localhost", port, path: "/health", ca }, (answer) => {
      let text = "";
      answer.on("data", (piece) => {
        text += piece;
      });
      answer.on("end", () => tell(text));
    })
      .on("error", fail)
      .end();
  });
  await front.close();
  house.close();
  expect(said).toBe("GET /health https");
});
