// How a front is built: the same for what staff work in and what customers meet. A first page that grew too heavy is no front.
import { gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import type { Plugin, UserConfig } from "vite";
import { plainWords } from "./plain-words.ts";

type Chunk = { readonly code: string; readonly imports: readonly string[]; readonly isEntry: boolean };

/** What the browser must have before the first page stands: the entries and what they import at once. Bytes, gzipped. */
export function firstLoad(chunks: ReadonlyMap<string, Chunk>): number {
  const wanted = new Set<string>();
  const want = (name: string): void => {
    if (wanted.has(name)) return;
    wanted.add(name);
    for (const next of chunks.get(name)?.imports ?? []) want(next);
  };
  for (const [name, { isEntry }] of chunks) if (isEntry) want(name);
  return [...wanted].reduce((sum, name) => sum + gzipSync(chunks.get(name)?.code ?? "").length, 0);
}

const lightEnough = (most: number): Plugin => ({
  name: "light-enough",
  apply: "build",
  generateBundle(_options, bundle) {
    const chunks = Object.entries(bundle).flatMap(([name, one]) =>
      one.type === "chunk" ? [[name, one] as const] : [],
    );
    const bytes = firstLoad(new Map(chunks));
    const told = `first page: ${(bytes / 1000).toFixed(1)} kB of JavaScript gzipped, at most ${most / 1000} kB`;
    if (bytes > most) this.error(`${told}. Load what is not seen at once later, or leave it out.`);
    this.info(told);
  },
});

/** Served on the one port; while it is being written, a running server answers for the rest. */
export function front({ base = "/", mostFirstLoad }: { base?: string; mostFirstLoad: number }): UserConfig {
  const server = process.env["SOMLOS_URL"] ?? "http://127.0.0.1:3000";
  return {
    base,
    plugins: [plainWords(), react(), lightEnough(mostFirstLoad)],
    build: {
      target: "es2023",
      // No inlined fonts or pictures: `data:` stays closed in the page's policy.
      assetsInlineLimit: 0,
      reportCompressedSize: true,
    },
    server: { strictPort: true, proxy: { "/v1": server, "/api": server, "/health": server } },
  };
}
