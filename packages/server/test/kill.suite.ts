// The same proof in a short and in a long form.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { print, type Server, startServer } from "./harness.ts";
import { killRound, newestSeq } from "./kill-rounds.ts";

export function killSuite(rounds: number): void {
  describe(`a sudden end under load, ${rounds} times`, () => {
    let server: Server;
    beforeAll(async () => {
      server = await startServer({ database: "embedded" });
    });
    afterAll(() => server?.free());

    it("every acknowledged event is there after the next start, once, with its person, and nothing that was not sent", async () => {
      let acknowledged = 0;
      for (let n = 1; n <= rounds; n++) {
        const death = n % 3 === 0 ? "PostgreSQL alone" : "all at once";
        const round = await killRound(server, n, death, await newestSeq(await server.databaseUrl()));
        acknowledged += round.acknowledged;
        expect(round).toMatchObject({ lost: [], invisible: [], unsent: [], twice: 0, unlike: false });
        expect(round.acknowledged).toBeGreaterThanOrEqual(500);
        expect(round.settings).toEqual(["fsync on", "full_page_writes on", "synchronous_commit on"]);
        if (death === "all at once") continue;
        expect(round.exit).toBe(1);
        expect(round.lastWords).toContain("PostgreSQL ended; Sömlös ends too and starts clean next time");
      }
      print(`${rounds} rounds, ${acknowledged} acknowledged events, none lost, none twice`);
    });
  });
}
