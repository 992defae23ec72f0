// Faults in a customer's way in and in what they may ask for: an impostor gets something, or the erased come back.
import type { Fault } from "./faults.ts";

const corner = "packages/modules/src/corner";
const signIn = [`${corner}/test/sign-in.test`];
const surely = [`${corner}/test/surely.test`];
const erasure = ["packages/server/src/stories/erasure", "packages/server/src/stories/part-erased"];

export const faultsOfTheCorner: readonly Fault[] = [
  {
    name: "a link that was stolen opens in another browser",
    file: `${corner}/sign-in/sign-in.actions.ts`,
    find: "if (browserHash === undefined || link.browserHash?.equals(browserHash) !== true)",
    put: "if (browserHash === undefined && link.browserHash === null)",
    tests: signIn,
  },
  {
    name: "a link works twice",
    file: `${corner}/sign-in/sign-in.actions.ts`,
    find: "await useLinks(work.tx, [link.id], work.now);",
    put: "",
    tests: signIn,
  },
  {
    name: "a code of eight digits may be guessed for ever",
    file: `${corner}/sign-in/sign-in.actions.ts`,
    find: "await takeTry(house, limits.code,",
    put: "void Object.assign(",
    tests: signIn,
  },
  {
    name: "whoever we do not know is written to",
    file: `${corner}/sign-in/sign-in.actions.ts`,
    find: "(await isExpected(work, link.fp));",
    put: "true;",
    tests: signIn,
  },
  {
    name: "the retailer's word is good twice",
    file: `${corner}/sign-in/token.actions.ts`,
    find: "if (login === undefined || !(await useToken(work.tx, hashOfToken(token), word.endsAt)))",
    put: "if (login === undefined)",
    tests: signIn,
  },
  {
    name: "another site's page changes what a customer chose",
    file: `${corner}/sessions/sessions.actions.ts`,
    find: "    refuseForeignChange(request, place);",
    put: "",
    tests: signIn,
  },
  {
    name: "a passkey that was added just now proves everything",
    file: `${corner}/corner.rules.ts`,
    find: "provesFrom !== null && provesFrom <= now ?",
    put: "provesFrom !== null ?",
    tests: surely,
  },
  {
    name: "an address that was written down just now proves who one is",
    file: `${corner}/corner.rules.ts`,
    find: "since !== null &&\n  (now.getTime() - since.getTime() >= RIPE_MS || (ofSignedIn !== null && since <= ofSignedIn));",
    put: "since !== null && (ofSignedIn === null || now >= since);",
    tests: surely,
  },
  {
    name: "whoever holds the inbox takes a copy of everything",
    file: `${corner}/sessions/sessions.actions.ts`,
    find: 'throw new Refusal(young ? "me.passkey_young" : "me.proof_needed");',
    put: "return session;",
    tests: [...surely, ...erasure],
  },
  {
    name: "a session that was left open for a day is proof",
    file: `${corner}/corner.rules.ts`,
    find: "return until > now ? until : undefined;",
    put: "return until;",
    tests: surely,
  },
  {
    name: "an erasure begins before anybody can object",
    file: "packages/modules/src/rights/requests/requests.rules.ts",
    find: 'kind === "erasure" ? ERASURE_WAITS_MS : 0',
    put: "kind === null ? ERASURE_WAITS_MS : 0",
    tests: erasure,
  },
  {
    name: "what was told of the erased comes back when it is sent again",
    file: "packages/modules/src/rights/tombstones/tombstones.view.ts",
    find: "return at < this.#newest;",
    put: "return at < 0;",
    tests: ["packages/server/src/stories/needles", ...erasure],
  },
];
