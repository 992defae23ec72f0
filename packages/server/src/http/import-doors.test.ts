// A file from a colleague's browser: taken from our own pages only, however slowly it comes, and never from a form.
import { connect } from "node:net";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { readConfig } from "@somlos/kernel/config";
import { makeLogger } from "@somlos/kernel/log";
import { makeSetUpLink } from "@somlos/modules/access";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";
import { makeServer } from "./server.ts";

let at: TestApp;
let cookie: string;
beforeAll(async () => {
  at = await openTestApp();
  const link = await at.house.db.work({ kind: "system", id: "test" }, (work) =>
    makeSetUpLink(work, at.house.access),
  );
  const answer = await fetch(`${at.base}/api/set-up`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: at.base },
    body: JSON.stringify({
      token: link?.split("#")[1]?.replace("token=", ""),
      name: "Olle",
      email: "olle@butik.example",
      password: "en riktigt lång fras om lampor",
    }),
  });
  cookie = answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
});
afterAll(() => at.close());

const FILE = { "content-type": "application/octet-stream" };

async function upload(
  headers: Record<string, string>,
  body: string | undefined = "epost\nanna@post.example\n",
) {
  const answer = await fetch(`${at.base}/api/imports?name=kunder.csv`, {
    method: "POST",
    headers: { cookie, origin: at.base, ...headers },
    body: body ?? null,
  });
  const { code, name } = (await answer.json()) as { code?: string; name?: string };
  return { status: answer.status, said: code ?? name };
}

const imports = async (): Promise<number> => {
  const answer = await fetch(`${at.base}/api/imports`, { headers: { cookie } });
  return ((await answer.json()) as { items: unknown[] }).items.length;
};

describe("uploading with a session", () => {
  it("works from our own pages, and stands in the audit", async () => {
    expect(await upload(FILE)).toEqual({ status: 200, said: "kunder.csv" });
    expect(await upload({ ...FILE, "sec-fetch-site": "same-origin" })).toMatchObject({ status: 200 });
    const answer = await fetch(`${at.base}/api/audit`, { headers: { cookie } });
    const { items } = (await answer.json()) as { items: { what: string }[] };
    expect(items.filter(({ what }) => what === "imports.upload")).toHaveLength(2);
  });

  it("is refused from every other page, from every form, and without saying where from; nothing is kept", async () => {
    const before = await imports();
    const refused = { status: 403, said: "door.foreign_origin" };
    for (const headers of [
      { ...FILE, origin: "https://evil.example" },
      { ...FILE, origin: "null" },
      { ...FILE, origin: at.base.replace("http:", "https:") },
      { ...FILE, "sec-fetch-site": "cross-site" },
      { ...FILE, "sec-fetch-site": "same-site" },
      { "content-type": "multipart/form-data; boundary=x" },
      { "content-type": "application/x-www-form-urlencoded" },
      { "content-type": "text/plain" },
      { "content-type": "application/json" },
    ])
      expect(await upload(headers), JSON.stringify(headers)).toEqual(refused);
    const bare = await fetch(`${at.base}/api/imports?name=a.csv`, {
      method: "POST",
      headers: { cookie, ...FILE },
      body: "a\n1\n",
    });
    expect(bare.status).toBe(403);
    expect(await imports()).toBe(before);
  });

  it("cannot be asked for by another site's script: the preflight is answered with nothing", async () => {
    const answer = await fetch(`${at.base}/api/imports`, {
      method: "OPTIONS",
      headers: {
        origin: "https://evil.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
      },
    });
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("opens no other door to bytes that are no JSON", async () => {
    const answer = await fetch(`${at.base}/api/account`, {
      method: "PATCH",
      headers: { cookie, origin: at.base, ...FILE },
      body: JSON.stringify({ name: "Somebody" }),
    });
    expect(answer.status).toBe(403);
  });

  it("of an empty file says so", async () => {
    expect(await upload(FILE, "")).toEqual({ status: 400, said: "imports.file_empty" });
  });

  it("that is broken off leaves nothing behind and breaks nothing", async () => {
    const before = await imports();
    const ends = new AbortController();
    async function* dripping() {
      yield Buffer.from("epost\n");
      await sleep(50);
      ends.abort();
      yield Buffer.from("anna@post.example\n");
    }
    await expect(
      fetch(`${at.base}/api/imports?name=half.csv`, {
        method: "POST",
        headers: { cookie, origin: at.base, ...FILE },
        body: Readable.toWeb(Readable.from(dripping())),
        duplex: "half",
        signal: ends.signal,
      } as RequestInit),
    ).rejects.toThrow();
    await sleep(100);
    expect(await imports()).toBe(before);
  });
});

describe("a body that drips", () => {
  it("is cut off, but at a door that takes files it may take its time", async () => {
    const config = readConfig({ PORT: "0", SOMLOS_HOME: "unused", SOMLOS_LOG: "silent" });
    const app = makeServer(config, makeLogger("silent"), 150);
    app.post("/api/small", async () => ({ taken: "all" }));
    app.post("/api/large", { config: { takesFile: true } }, async () => ({ taken: "all" }));
    await app.listen({ host: "127.0.0.1", port: 0 });
    const { port } = app.server.address() as { port: number };
    const drip = (url: string) =>
      new Promise<string>((tell) => {
        let heard = "";
        const socket = connect(port, "127.0.0.1");
        socket.on("data", (piece) => {
          heard += piece;
          if (heard.includes("taken")) socket.destroy();
        });
        socket.on("error", () => undefined).on("close", () => tell(heard));
        socket.write(`POST ${url} HTTP/1.1\r\nhost: x\r\ncontent-type: a/b\r\ncontent-length: 5\r\n\r\n`);
        const timer = setInterval(() => socket.write("x"), 80);
        socket.on("close", () => clearInterval(timer));
      });
    expect(await drip("/api/small")).toContain("400 Bad Request");
    expect(await drip("/api/large")).toContain('{"taken":"all"}');
    await app.close();
  });

  it("that says it is over ten gigabytes is refused before it comes, in the words of imports", async () => {
    const { port } = new URL(at.base);
    const heard = await new Promise<string>((tell) => {
      const socket = connect(Number(port), "127.0.0.1");
      socket.once("data", (piece) => {
        socket.destroy();
        tell(String(piece));
      });
      socket.on("error", () => tell("nothing"));
      socket.write(
        `POST /api/imports?name=big.csv HTTP/1.1\r\nhost: x\r\ncookie: ${cookie}\r\norigin: ${at.base}\r\ncontent-type: application/octet-stream\r\ncontent-length: ${10 * 1024 ** 3 + 1}\r\n\r\n`,
      );
    });
    expect(heard).toContain("413 Payload Too Large");
    expect(heard).toContain("imports.file_too_large");
  });
});
