// A copy of the whole tree in which a test may change anything: the libraries are links, the workspaces its own.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
const COPIED = [
  "packages",
  "scripts",
  "bench",
  "fixtures",
  "docs",
  "README.md",
  "package.json",
  "package-lock.json",
  "biome.json",
  ".dependency-cruiser.cjs",
  "tsconfig.json",
  "vitest.config.ts",
];
const NOT_COPIED = /\/(node_modules|dist(\.\w+)*)$/;

/** Where the copy is; who asked for it removes it. */
export function copyTree(): string {
  const copy = mkdtempSync(join(tmpdir(), "somlos-copy-"));
  for (const name of COPIED)
    cpSync(join(ROOT, name), join(copy, name), { recursive: true, filter: (path) => !NOT_COPIED.test(path) });
  const modules = join(copy, "node_modules");
  mkdirSync(join(modules, "@somlos"), { recursive: true });
  for (const name of readdirSync(join(ROOT, "node_modules")))
    if (name !== "@somlos" && name !== ".cache" && !name.startsWith(".vite"))
      symlinkSync(join(ROOT, "node_modules", name), join(modules, name));
  for (const name of readdirSync(join(copy, "packages"))) {
    symlinkSync(join(copy, "packages", name), join(modules, "@somlos", name));
    const own = join(ROOT, "packages", name, "node_modules");
    if (existsSync(own)) symlinkSync(own, join(copy, "packages", name, "node_modules"));
  }
  return copy;
}
