// Opens the house: database, migrations, sources and keys, mail, the flow. What is open is closed again in reverse.
import { type Config, type HomeSecrets, keepSecrets } from "@somlos/kernel/config";
import {
  type Database,
  type GroupCommit,
  listMigrations,
  migrate,
  openDatabase,
  type Tx,
  Watch,
} from "@somlos/kernel/db";
import { keyed } from "@somlos/kernel/ids";
import { type Journal, JournalDamaged, openJournal } from "@somlos/kernel/journal";
import { refuseUnfinishedRestore } from "@somlos/kernel/keep";
import type { Logger } from "@somlos/kernel/log";
import type { Mail } from "@somlos/kernel/mail";
import type { RoomRights } from "@somlos/kernel/rights";
import {
  ADMIN_TOKEN_ID,
  AuditBook,
  ensureKeys,
  Keyring,
  listGrants,
  openAuthenticator,
  type Place,
  placeOf,
  refuseOtherSecret,
} from "@somlos/modules/access";
import { type CompanyHouse, CompanyView, logoUrlOf } from "@somlos/modules/company";
import {
  type Ages,
  DialView,
  dialShield,
  foresightOf,
  goOnImporting,
  listUnread,
  NO_BOOK,
  sayNoesAgain,
} from "@somlos/modules/consent";
import { isCorner, openPersonAuthenticator, researchViews } from "@somlos/modules/corner";
import {
  type Arrival,
  type Collector,
  type CompanyWord,
  ensureSources,
  insertRecorded,
  makeCollector,
  makeImporter,
  type Naming,
  type Outcome,
  rememberNames,
  type Shield,
  SourcesView,
} from "@somlos/modules/events";
import {
  clubCardView,
  findRevision as findIdentityRevision,
  type HouseholdHouse,
  type IdentityHouse,
  type MatchHouse,
  openRecognise,
  openSight,
  type Sight,
} from "@somlos/modules/identity";
import { bornAfter, bornOf, bornOfSelf, likenessOf, listWords } from "@somlos/modules/profiles";
import { applyJournal, findTombstones, TombstonesView, tombstoneShield } from "@somlos/modules/rights";
import { type FeedHouse, goOnReading, listUnreadFeeds, makeFetcher } from "@somlos/modules/stores";
import { beat1 } from "./flow.ts";
import { dataFolderOf } from "./operate/data-folder.ts";
import { openTestClock } from "./operate/test-clock.ts";
import { openPost } from "./post.ts";
import { rightsOfRooms } from "./rights.ts";
import { keepTime, makeMonths } from "./schedule.ts";

export type OpenHouse = {
  readonly db: Database;
  readonly log: Logger;
  readonly home: string;
  readonly erasures: Journal;
  readonly rightsOf: readonly RoomRights[];
  readonly keepsBackups: boolean;
  /** Where the database lies; undefined when it is elsewhere. */
  readonly dataFolder: string | undefined;
  readonly keyring: Keyring;
  readonly commit: GroupCommit<Arrival, Outcome>;
  readonly collector: Collector;
  readonly naming: Naming;
  readonly sources: SourcesView;
  readonly channelOf: SourcesView["channelOf"];
  readonly termsOf: SourcesView["termsOf"];
  readonly audit: AuditBook;
  readonly mail: Mail;
  readonly authenticate: ReturnType<typeof openAuthenticator>;
  readonly fetching: FeedHouse["fetching"];
  readonly installation: { readonly name: string; readonly logo: string | null };
  readonly company: CompanyView;
  readonly publicUrl: string | undefined;
  readonly dial: DialView;
  readonly reachOf: CompanyHouse["reachOf"];
  readonly sight: Sight;
  readonly wordsIn: IdentityHouse["wordsIn"];
  readonly likenessOf: MatchHouse["likenessOf"];
  readonly sharedViews: HouseholdHouse["sharedViews"];
  readonly access: {
    readonly place: Place;
    readonly secret: string;
    readonly writeKey: string;
    readonly identityKey: string;
  };
  readonly noes: Journal;
  readonly erasedAmong: typeof findTombstones;
  readonly ages: Ages;
  readonly foresight: IdentityHouse["foresight"];
  /** Does at once what is due by the clock: after the clock of a test installation was moved. */
  runDuties(): Promise<void>;
  close(): Promise<void>;
};

export type Secrets = HomeSecrets;

/** What the settings say, else what the home keeps. */
export async function secretsOf(config: Config): Promise<Secrets> {
  const kept = await keepSecrets(config.home);
  return {
    secret: config.secret ?? kept.secret,
    writeKey: config.writeKey ?? kept.writeKey,
    serverKey: config.serverKey ?? kept.serverKey,
    adminToken: config.adminToken ?? kept.adminToken,
    identityKey: config.identityKey ?? kept.identityKey,
  };
}

const openRights = async (home: string): Promise<{ erasures: Journal; rightsOf: readonly RoomRights[] }> => ({
  erasures: await openJournal(home, "erasures"),
  rightsOf: rightsOfRooms,
});

/** The grants of access, brought down to the rooms below it. The installation's own token reaches everything. */
const reachOf: CompanyHouse["reachOf"] = async (tx, staffId) =>
  staffId === ADMIN_TOKEN_ID
    ? [{ role: "owner", legalEntityId: null, locationIds: [] }]
    : listGrants(tx, staffId);

/** Customers knock at the doors of their corner, staff at all others: neither's cookie opens the other's. */
function waysIn(db: Database, place: Place, secrets: Secrets): Pick<OpenHouse, "access" | "authenticate"> {
  const staff = openAuthenticator({ db, adminToken: secrets.adminToken, place });
  const person = openPersonAuthenticator({ db, place });
  const { secret, writeKey, identityKey } = secrets;
  return {
    access: { place, secret, writeKey, identityKey },
    authenticate: (request, takes) => (isCorner(request.url) ? person(request) : staff(request, takes)),
  };
}

/** Read anew each time: what it is called may change while we run. */
const shownBy = (company: CompanyView): OpenHouse["installation"] => ({
  get name() {
    return company.name;
  },
  get logo() {
    return logoUrlOf(company.settings);
  },
});

/** A restored backup hears again every no that was said after it. Damage hides no other line and stops no start. */
async function openNoes(db: Database, home: string, log: Logger): Promise<Journal> {
  const noes = await openJournal(home, NO_BOOK);
  const again = await sayNoesAgain(db, noes).catch((err: unknown) => {
    if (!(err instanceof JournalDamaged)) throw err;
    log.error({ err }, "the book of withdrawals is damaged: a no may be lost if a backup was restored");
    return 0;
  });
  if (again > 0) log.info({ noes: again }, "withdrawals that the database did not know were said again");
  return noes;
}

/** Sources and keys that every installation has, once the secret has proven to be the one of this database. */
const ensureOwn = (db: Database, secrets: Secrets): Promise<void> =>
  db.work({ kind: "system", id: "start" }, async (work) => {
    await refuseOtherSecret(work, secrets.secret);
    await ensureSources(work);
    await ensureKeys(work, { writeKey: secrets.writeKey, serverKey: secrets.serverKey });
  });

/** Files of permissions and of feeds that a stop or a crash left half read. */
function goOn(house: Parameters<typeof goOnImporting>[0] & FeedHouse): void {
  void goOnImporting(house).catch((err: unknown) =>
    house.log.error({ err }, "an import of permissions stopped"),
  );
  void goOnReading(house, 0).catch((err: unknown) => house.log.error({ err }, "a feed stopped"));
}

/** Those of these files that a room above the imports still reads. */
const stillUnread = async (tx: Tx, ids: readonly string[]): Promise<string[]> => [
  ...(await listUnread(tx, ids)),
  ...(await listUnreadFeeds(tx, ids)),
];

const NAMES_OF_A_KIND = 60_000;

/** Its countries are asked anew each time: they may change while we run. */
function namingOf(secret: string, company: CompanyView): Naming {
  const print = keyed(secret);
  return {
    print: (space, text) => print(`${space}\0${text}`),
    get country() {
      return company.countryOf(0);
    },
    countryOf: (circle) => company.countryOf(circle),
    known: rememberNames(NAMES_OF_A_KIND),
  };
}

/** Of what comes in by our own doors. */
const termsOfOwn = (company: CompanyView): CompanyWord => ({
  currencyAt: (location) => company.defaultCurrency(location),
  circleOf: (entity, location) => company.circleOf(entity, location),
  countryAt: (entity, location) => company.countryAt(entity, location),
});

export async function openHouse(
  config: Config,
  secrets: Secrets,
  databaseUrl: string,
  log: Logger,
): Promise<OpenHouse> {
  const db = openDatabase(databaseUrl);
  await refuseUnfinishedRestore(db);
  await migrate(db, await listMigrations());
  db.recordWith(insertRecorded);
  const testClock = await openTestClock(db, config);
  await makeMonths(db);
  await ensureOwn(db, secrets);
  const company = await CompanyView.open(db);
  const keyring = await Keyring.open(db);
  const ownTerms = termsOfOwn(company);
  const sources = await SourcesView.open(db, ownTerms);
  const naming = namingOf(secrets.secret, company);
  const identity = openRecognise();
  const watch = await Watch.open(db, { find: findIdentityRevision, read: async () => identity.forget() });
  const dial = await DialView.open(db);
  const erased = await TombstonesView.open(db);
  const shields: readonly Shield[] = [dialShield(dial, { naming, company }), tombstoneShield(erased)]; // who must be left alone, a line a reason
  const commit = beat1(db, identity, { shields, placeOf: (code) => company.place(code)?.code });
  const place = placeOf(config.publicUrl, config.port);
  const audit = new AuditBook(db, secrets.secret);
  const mail = openPost(config, db, { company, place, log });
  const noes = await openNoes(db, config.home, log);
  const rights = { home: config.home, ...(await openRights(config.home)) };
  const house = {
    ...{ db, log, ...rights },
    keepsBackups: config.role !== "api",
    dataFolder: config.databaseUrl === undefined ? await dataFolderOf(config.home) : undefined,
    keyring,
    commit,
    collector: makeCollector(naming, commit, sources.termsOf),
    naming,
    sources,
    channelOf: sources.channelOf,
    termsOf: sources.termsOf,
    audit,
    mail,
    ...waysIn(db, place, secrets),
    ...{ fetching: { inner: config.fetchInner }, installation: shownBy(company) },
    ...{ company, publicUrl: config.publicUrl },
    dial,
    reachOf,
    sight: openSight(reachOf),
    wordsIn: listWords,
    likenessOf,
    sharedViews: { ...researchViews({ company }), club_card: clubCardView },
    noes,
    erasedAmong: findTombstones,
    ages: { bornOf, bornOfSelf, bornAfter },
    foresight: foresightOf({ naming, company, reachOf, ages: { bornOf } }),
  };
  await applyJournal(house); // before any door opens: a restored backup knows nothing of the latest erasures
  await erased.refresh();
  const termsOf = (id: number | null) => (id === null ? ownTerms : sources.termsOf(id));
  const importer = makeImporter({ ...house, termsOf, shields, listUnread: stillUnread });
  if (config.role !== "api") importer.start();
  goOn(house);
  const fetcher = makeFetcher(house);
  const timekeeper = config.role === "api" ? undefined : keepTime({ ...house, fetcher }, config);
  const runDuties = async () => timekeeper?.runAll();
  testClock?.whenMoved(runDuties);
  return {
    ...house,
    runDuties,
    async close() {
      testClock?.stop();
      timekeeper?.stop();
      await Promise.all([importer.stop(), fetcher.stop()]);
      const things = [watch, commit, { close: mail.stop }, audit, sources, dial, erased, noes];
      for (const thing of [...things, house.erasures, company, keyring, db]) await thing.close();
    },
  };
}
