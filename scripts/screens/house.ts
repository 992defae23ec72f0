// A house of its own for pictures: started on a free port, with an owner who is signed in, and a browser.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Browser, chromium } from "playwright-core";

const PASSWORD = "en riktigt lång fras om lampor";
const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export type PictureHouse = {
  readonly url: string;
  readonly home: string;
  readonly keys: { readonly public: string; readonly server: string };
  readonly adminToken: string;
  /** Becomes the first owner; the cookie of the session. */
  signUp(): Promise<{ name: string; value: string }>;
  /** With the admin token; refuses to go on when the answer is a no. */
  ask<Body>(path: string, body?: object, method?: string): Promise<Body>;
  send(events: readonly object[]): Promise<void>;
  close(): Promise<void>;
};

export async function openPictureHouse(): Promise<PictureHouse> {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const url = `http://localhost:${port}`;
  const home = await mkdtemp(join(tmpdir(), "somlos-screens-"));
  const keys = { public: "screens-write-key", server: "screens-server-key" };
  const adminToken = "screens-admin-token-0123";
  const server = spawn(process.execPath, ["packages/server/src/main.ts"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      PORT: String(port),
      SOMLOS_HOME: home,
      SOMLOS_WRITE_KEY: keys.public,
      SOMLOS_SERVER_KEY: keys.server,
      SOMLOS_ADMIN_TOKEN: adminToken,
      SOMLOS_LOG: "warn",
    },
  });
  server.stdout.resume();
  const linkPath = join(home, "set-up-link.txt");
  return {
    url,
    home,
    keys,
    adminToken,
    async signUp() {
      for (let i = 0; i < 600 && !existsSync(linkPath); i++, await sleep(200))
        if (server.exitCode !== null) throw new Error("the server ended before it was ready");
      const token = /#(?:token=)?([\w-]{20,})/.exec(await readFile(linkPath, "utf8"))?.[1] ?? "";
      const answer = await fetch(`${url}/api/set-up`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: url },
        body: JSON.stringify({
          token,
          name: "Nils Hedman",
          email: "nils@almvik.example",
          password: PASSWORD,
        }),
      });
      const [name = "", value = ""] =
        (answer.headers.getSetCookie()[0] ?? "").split(";")[0]?.split("=") ?? [];
      return { name, value };
    },
    async ask<Body>(path: string, body?: object, method = body === undefined ? "GET" : "POST") {
      const answer = await fetch(`${url}${path}`, {
        method,
        headers: { authorization: `Bearer ${adminToken}`, "content-type": "application/json" },
        body: body === undefined ? null : JSON.stringify(body),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`);
      return (text === "" ? undefined : JSON.parse(text)) as Body;
    },
    async send(events) {
      const authorization = `Basic ${Buffer.from(`${keys.server}:`).toString("base64")}`;
      const headers = { authorization, "content-type": "application/json" };
      await fetch(`${url}/v1/batch`, { method: "POST", headers, body: JSON.stringify({ batch: events }) });
    },
    async close() {
      server.kill("SIGTERM");
      if (server.exitCode === null) await once(server, "exit");
      await rm(home, { recursive: true, force: true });
    },
  };
}

export async function openBrowser(): Promise<Browser> {
  const path = BROWSERS.find((one) => existsSync(one));
  if (path === undefined) throw new Error("No browser. On Debian: apt-get install chromium.");
  const quiet = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"];
  return chromium.launch({
    executablePath: path,
    args: ["--no-sandbox", "--disable-gpu", "--disable-component-update", ...quiet],
  });
}
