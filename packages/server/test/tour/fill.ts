// The code in the guide for senders is what the studio offers to paste, that in the guide to webhooks what a live shop runs in the
// long tests. Run as a program, it writes both into their pages.
import { readFile, writeFile } from "node:fs/promises";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { type Client, snippetOf } from "../../../studio/src/snippets/snippets.ts";

export const GUIDE = new URL("../../../../docs/guides/send-events.md", import.meta.url);
const HOOKS = new URL("shop-webhooks.md", GUIDE);
const ROOT = new URL("../../", GUIDE);
const KEYS = { public: "pk_yours", server: "sk_yours" } as const;
const ofServer: readonly string[] = ["analytics-node", "rudderstack", "posthog", "snowplow", "curl"];

/** What stands in the guide for a client. */
export const shownFor = (client: string): string =>
  snippetOf(client as Client, {
    url: "http://localhost:3000",
    key: ofServer.includes(client) ? KEYS.server : KEYS.public,
  });

/** What stands in a guide for a file of the tree. */
export const shownOf = async (path: string): Promise<string> =>
  (await readFile(new URL(path, ROOT), "utf8")).trimEnd();

if (argv[1] === fileURLToPath(import.meta.url)) {
  const page = await readFile(GUIDE, "utf8");
  const filled = page.replaceAll(
    /```js (\S+)\n[\s\S]*?^```$/gm,
    (_all, client: string) => `\`\`\`js ${client}\n${shownFor(client)}\n\`\`\``,
  );
  await writeFile(GUIDE, filled);
  const hooks = await readFile(HOOKS, "utf8");
  const paths = [...hooks.matchAll(/^```ts (\S+)$/gm)].map(([, path = ""]) => path);
  const shown = new Map(await Promise.all(paths.map(async (path) => [path, await shownOf(path)] as const)));
  const written = hooks.replace(
    /^```ts (\S+)\n[\s\S]*?^```$/gm,
    (_all, path: string) => `\`\`\`ts ${path}\n${shown.get(path)}\n\`\`\``,
  );
  await writeFile(HOOKS, written);
}
