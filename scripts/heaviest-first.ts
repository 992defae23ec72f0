// The order of test files: the heaviest first, so that no worker is left alone with one of them at the end.
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Known to take longest, heaviest first. A file that is not here comes after them, by its size. */
const HEAVY: readonly string[] = [
  "modules/src/consent/ledger/no-stays-no.real.test.ts",
  "server/src/http/endpoints.test.ts",
  "kernel/src/keep/keep.test.ts",
  "server/test/tour/tour.test.ts",
  "server/test/start.test.ts",
  "server/test/demo-removal.test.ts",
  "server/test/histories.test.ts",
  "server/src/stories/permissions-go-home.story.test.ts",
  "modules/src/identity/test/rules.test.ts",
  "modules/src/events/imports/imports.jobs.test.ts",
  "modules/src/identity/linkage/worlds.test.ts",
  "kernel/src/postgres/place.test.ts",
  "modules/src/identity/test/laws.test.ts",
];

const place = (spec: TestSpecification): number => {
  const found = HEAVY.findIndex((file) => spec.moduleId.endsWith(`/${file}`));
  return found === -1 ? HEAVY.length : found;
};

export class HeaviestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    // A worker is kept for the next file of its own project only: the projects stay apart.
    const projects = [...new Set(sorted.map((spec) => spec.project.name))];
    return projects.flatMap((name) =>
      sorted.filter((spec) => spec.project.name === name).sort((a, b) => place(a) - place(b)),
    );
  }
}
