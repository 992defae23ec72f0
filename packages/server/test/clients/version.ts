// The version of an installed client, from its own package.json (some do not export it).
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export function versionOf(name: string): string {
  for (
    let folder = new URL("./", import.meta.url);
    folder.pathname !== "/";
    folder = new URL("../", folder)
  ) {
    try {
      const text = readFileSync(fileURLToPath(new URL(`node_modules/${name}/package.json`, folder)), "utf8");
      return (JSON.parse(text) as { version: string }).version;
    } catch {
      // Not installed at this height; npm puts most packages at the top.
    }
  }
  throw new Error(`${name} is not installed`);
}
