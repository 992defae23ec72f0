// npm test: the quick suite, no browser, on the embedded PostgreSQL or on DATABASE_URL. Closes with "N passed, N failed".
import { startVitest } from "vitest/node";

const filters = process.argv.slice(2).filter((arg) => !arg.startsWith("-"));
const tier = ["--long", "--browser"].find((flag) => process.argv.includes(flag));

const vitest = await startVitest("test", filters, {
  watch: false,
  project: tier === undefined ? ["alone", "together"] : [tier.slice(2)],
});
const counts = vitest.state.getFiles().map((file) => {
  const states = [...collectTests(file.tasks)];
  const failed = states.filter((state) => state === "fail").length;
  // A file that breaks outside its tests (an import, a beforeAll) has none that failed, and is red all the same.
  return {
    passed: states.filter((state) => state === "pass").length,
    failed: file.result?.state === "fail" ? Math.max(failed, 1) : failed,
  };
});
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
await vitest.close();
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 || vitest.state.getUnhandledErrors().length > 0 ? 1 : 0);

type Task = { type: string; tasks?: Task[]; result?: { state?: string } };
function* collectTests(tasks: readonly Task[]): Generator<string> {
  for (const task of tasks) {
    if (task.type === "test") yield task.result?.state ?? "skip";
    if (task.tasks !== undefined) yield* collectTests(task.tasks);
  }
}
