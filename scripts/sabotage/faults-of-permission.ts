// Faults in who may be reached: a yes that nobody gave, a no that is lost, a law that is not asked.
import type { Fault } from "./faults.ts";

const consent = "packages/modules/src/consent";
const stories = "packages/server/src/stories";
const fold = [`${consent}/ledger/fold.test`];
const decide = [`${consent}/use/decide.test`];
const law = `${consent}/law/sets.rules.ts`;
const home = [`${stories}/permissions-go-home.story`];
const file = [`${stories}/permission-import.story`];
const permission = [`${stories}/permission.story`];
const reach = [`${consent}/reach/reach.test`];

/** What a split, a file, a link or a backup would give that nobody gave. */
const givenByNobody: readonly Fault[] = [
  {
    name: "a join grants: a no counts for no address but its own",
    file: `${consent}/ledger/fold.rules.ts`,
    find: 'own.filter(({ state }) => state === "withdrawn");',
    put: 'own.filter((no) => no.state === "withdrawn" && own.some((e) => e.fp === no.fp && e !== no));',
    tests: [...fold, `${consent}/ledger/no-stays-no.test`],
  },
  {
    name: "two who part keep what the other said in the corner",
    file: `${consent}/ledger/fold.rules.ts`,
    find: "held.has(fp) && (saidBy === null || held.has(saidBy))",
    put: "held.has(fp) && (saidBy === null || saidBy !== fp)",
    tests: home,
  },
  {
    name: "reach counts what the other said in the corner",
    file: `${consent}/reach/reach.store.ts`,
    find: "and (e.said_by is null or s.person = h.person)",
    put: "",
    tests: home,
  },
  {
    name: "an imported yes is stronger than a no",
    file: `${consent}/ledger/fold.rules.ts`,
    find: "(!imported && at > lastNo)",
    put: "at > lastNo",
    tests: [...fold, ...file],
  },
  {
    name: "LAW-04: a sale lifts a no",
    file: `${consent}/ledger/fold.rules.ts`,
    find: 'yes.basis === "consent" || isLifted(yes)',
    put: "yes.basis !== undefined",
    tests: [...fold, `${consent}/ledger/no-stays-no.test`],
  },
  {
    name: "a permission is taken over without its evidence",
    file: `${consent}/ledger/plan.rules.ts`,
    find: "if (missing.length > 0) return",
    put: "if (missing.length > 0 && !wish.imported) return",
    tests: file,
  },
  {
    name: "an object in a file becomes evidence",
    file: `${consent}/imports/rows.rules.ts`,
    find: "if (nested !== undefined) return bad(nested);",
    put: "void nested;",
    tests: file,
  },
  {
    name: "a yes from before an erasure comes back",
    file: `${consent}/ledger/plan.rules.ts`,
    find: "Number.NEGATIVE_INFINITY) > at.getTime()",
    put: "Number.NEGATIVE_INFINITY) > at.getTime() + 1e12",
    tests: [`${stories}/erased-yes.story`],
  },
  {
    name: "a yes that must be confirmed waits for nobody",
    file: `${consent}/ledger/plan.rules.ts`,
    find: 'return doubleOptIn && !imported ? "pending" : "granted";',
    put: 'return doubleOptIn && imported ? "pending" : "granted";',
    tests: permission,
  },
  {
    name: "a link is confirmed for an address that was not asked",
    file: `${consent}/ledger/fold.rules.ts`,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the text of the file
    find: "confirmed.get(`${entry.fp} ${entry.actId}`)",
    put: "[...confirmed.values()].find((one) => one.confirms === entry.actId)",
    tests: fold,
  },
  {
    name: "a link that somebody else signed is believed",
    file: `${consent}/links/tokens.rules.ts`,
    find: "|| !timingSafeEqual(given, ours)",
    put: "|| given.equals(body)",
    tests: permission,
  },
];

const noLost: readonly Fault[] = [
  {
    name: "a no does not wait for the use that asked first",
    file: `${consent}/ledger/heads.store.ts`,
    find: "order by fp for share",
    put: "order by fp",
    tests: [`${consent}/use/may-use.test`],
  },
  {
    name: "the book of noes is not read when the house opens",
    file: "packages/server/src/house.ts",
    find: "const again = await sayNoesAgain(db, noes).catch(",
    put: "const again = await Promise.resolve(0).catch(",
    tests: ["packages/server/test/permission-processes"],
  },
  {
    name: "a no is not written in the book",
    file: `${consent}/say/say.actions.ts`,
    find: "await house.noes.append(linesOf(entries));",
    put: "linesOf(entries);",
    tests: [...file, "packages/server/test/permission-processes"],
  },
  {
    name: "the dial is not asked about letters",
    file: `${consent}/dial/dial.shield.ts`,
    find: ": [event.channel];",
    put: ': event.channel === "letter" ? [] : [event.channel];',
    tests: [`${stories}/dial.story`],
  },
];

const lawBroken: readonly Fault[] = [
  {
    name: "a child is one only for whoever knows it before asking",
    file: `${consent}/use/use.actions.ts`,
    find: "personId === undefined ? undefined : await ages.bornOf(tx, personId)",
    put: 'personId === undefined ? await ages.bornOf(tx, "") : undefined',
    tests: [`${stories}/minors.story`],
  },
  {
    name: "LAW-02: companies in Denmark get mail that they did not ask for",
    file: law,
    find: 'set.companiesToo ? "permission" : "no_objection"',
    put: 'set.companiesToo ? "no_objection" : "no_objection"',
    tests: decide,
  },
  {
    name: "LAW-04: a sale lets us write about anything",
    file: `${consent}/use/decide.rules.ts`,
    find: "categories.length > 0 && categories.every(",
    put: "categories.length >= 0 || categories.every(",
    tests: decide,
  },
  {
    name: "LAW-05: a free account counts as a sale",
    file: `${consent}/use/decide.rules.ts`,
    find: "entry.soft.paid === true || policy.softFromFreeAccount",
    put: "entry.soft.paid !== null || policy.softFromFreeAccount",
    tests: decide,
  },
  {
    name: "LAW-24: a number in the register is called",
    file: `${consent}/use/decide.rules.ts`,
    find: "fitting.filter((fp) => !list.fps.has(fp))",
    put: "fitting.filter((fp) => list.fps.has(fp) || true)",
    tests: decide,
  },
  {
    name: "LAW-24: a register may be as old as it likes",
    file: `${consent}/use/decide.rules.ts`,
    find: "list === undefined || daysSince(list.asOf, now) > demand.listDays",
    put: "list === undefined",
    tests: decide,
  },
  {
    name: "LAW-26: Danes are called who are in no register",
    file: law,
    find: `ownConsentAge: 15,
    companiesToo: true,
    call: { need: "consent" },`,
    put: `ownConsentAge: 15,
    companiesToo: true,
    call: register("robinson", TWO_MONTHS),`,
    tests: decide,
  },
  {
    name: "LAW-23: a Dane of fourteen answers for themselves",
    file: law,
    find: "ownConsentAge: 15,",
    put: "ownConsentAge: 13,",
    tests: decide,
  },
  {
    name: "LAW-23: those under eighteen get advertising",
    file: `${consent}/use/decide.rules.ts`,
    find: "isMinor(question.born, question.now) &&",
    put: "isMinor(null, question.now) &&",
    tests: decide,
  },
  {
    name: "LAW-18 LAW-22: sensitive conclusions are drawn when somebody agrees",
    file: law,
    find: 'if (asked.kind === "sensitive") return { need: "never" };',
    put: 'if (asked.kind === "sensitive") return { need: "consent" };',
    tests: decide,
  },
  {
    name: "LAW-09: words that the person did not see count",
    file: `${consent}/ledger/entries.rules.ts`,
    find: "text.hash === evidence.textHash &&",
    put: "text.hash !== null &&",
    tests: fold,
  },
  {
    name: "LAW-08: words need not say that they can be taken back",
    file: `${consent}/purposes/texts.rules.ts`,
    find: "if (!takenBack[language].test(words)) throw",
    put: "if (words === language) throw",
    tests: [`${consent}/ledger/ledger.test`],
  },
  {
    name: "LAW-12: words about a newsletter cover every message",
    file: `${consent}/use/decide.rules.ts`,
    find: "entry.text?.scopes.includes(scope) === true",
    put: "entry.text?.scopes.includes(scope) !== undefined",
    tests: decide,
  },
  {
    name: "LAW-10 LAW-11: a box that was ticked before, or a form that was left, is a yes",
    file: `${consent}/ledger/entries.rules.ts`,
    find: 'value === "" || value === false;',
    put: 'value === "";',
    tests: fold,
  },
  {
    name: "LAW-17: a no to everything leaves the phone",
    file: `${consent}/ledger/fold.rules.ts`,
    find: "(entry.channel === null || entry.channel === scope.channel)",
    put: '((entry.channel === null && scope.channel !== "call") || entry.channel === scope.channel)',
    tests: fold,
  },
  {
    name: "LAW-25: a letter needs no register in Sweden",
    file: law,
    find: 'letter: register("nix_letter", THREE_MONTHS, YEAR)',
    put: 'letter: { need: "no_objection" }',
    tests: decide,
  },
  {
    name: "LAW-27: Norwegians in the register get letters",
    file: law,
    find: 'letter: register("reservasjon", THREE_MONTHS, YEAR)',
    put: 'letter: { need: "no_objection" }',
    tests: decide,
  },
  {
    name: "LAW-37: an answer names another decision of counsel than it was made by",
    file: `${consent}/use/decide.rules.ts`,
    find: "const ruleVersion = versionOf(set, policy);",
    put: "const ruleVersion = set.version;",
    tests: decide,
  },
  {
    name: "LAW-36: a permission never sleeps",
    file: `${consent}/use/decide.rules.ts`,
    find: "now) <= policy.dormantDays",
    put: "now) <= policy.dormantDays * 1e6",
    tests: decide,
  },
];

const reachWrong: readonly Fault[] = [
  {
    name: "reach counts those who said no",
    file: `${consent}/reach/reach.store.ts`,
    find: "(y.imported or no.at >= y.since)",
    put: "no.at > now()",
    tests: permission,
  },
  {
    name: "two processes count reach at once",
    file: `${consent}/reach/reach.actions.ts`,
    find: "if (!(await holdCounting(tx))) return undefined;",
    put: "await holdCounting(tx);",
    tests: reach,
  },
  {
    name: "whoever asks for reach again lets it be counted again, however long it takes",
    file: `${consent}/reach/reach.rules.ts`,
    find: "(count.tookMs ?? 0) * PAUSE",
    put: "0",
    tests: reach,
  },
];

export const faultsOfPermission: readonly Fault[] = [
  ...givenByNobody,
  ...noLost,
  ...lawBroken,
  ...reachWrong,
];
