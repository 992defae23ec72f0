// Runs what the studio gives to paste, as a shop would: in a terminal, in a program of its own, on one of its pages.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import { openDesk } from "./browser.ts";

const HERE = fileURLToPath(new URL("./", import.meta.url));

/** Runs a program as if it stood in a file of the shop's own project. */
async function runNode(code: string): Promise<() => void> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], { cwd: HERE, stdio: "ignore" });
  return () => child.kill("SIGKILL");
}

export async function runShell(code: string): Promise<() => void> {
  await promisify(execFile)("bash", ["-c", code]);
  return () => undefined;
}

/** A page of the shop, on an address of its own. */
async function runPage(browser: Browser, html: string): Promise<() => void> {
  const shop = createServer((_request, response) =>
    response.setHeader("content-type", "text/html").end(html),
  ).listen(0, "127.0.0.1");
  await once(shop, "listening");
  const address = shop.address();
  const visitor = await openDesk(browser);
  await visitor.page.goto(`http://localhost:${typeof address === "object" ? address?.port : 0}/`);
  return () => {
    shop.close();
    void visitor.context.close();
  };
}

/** `client` is the word on the chip. The answer ends what still runs. */
export function runPasted(browser: Browser, client: string, code: string): Promise<() => void> {
  if (client === "curl") return runShell(code);
  return client === "HTML page" ? runPage(browser, code) : runNode(code);
}
