// The door of the room events: what came in, once, in one order.

export { hearAgain } from "./again.rules.ts";
export { flagsOf, forgetTransactions, hasMonth, insertRecorded, makeMonth } from "./append.store.ts";
export { type Arrival, type Collected, collect, isHushed, type Outcome, putAway } from "./collect.actions.ts";
export { MOST_BODY_BYTES, readJson, unpack } from "./collect.http.ts";
export { type Collector, MOST_IN_A_BATCH, makeCollector, type Sender, type Sending } from "./collector.ts";
export { type Heard, keepHeard } from "./debug.actions.ts";
export { pruneTapped } from "./debug.store.ts";
export {
  askDemoRemoval,
  cancelImportsOf,
  countDemo,
  type DemoRemoval,
  type DemoStep,
  endImportsOf,
  findDemoRemoval,
  findLastSeq,
  isImporting,
  listDemoSources,
  listLogged,
  moveDemoRemoval,
  removeBesides,
  removeEventsOf,
} from "./demo.store.ts";
export { eventLifetimes } from "./events.lifetimes.ts";
export { type EventsHouse, eventDoors, showParked } from "./events.routes.ts";
export { type FlushedRow, findLastFlushed, type LogPlace, listFlushed } from "./flushed.store.ts";
export type { Carried, Glance } from "./hush/carried.rules.ts";
export { forgetHushDays, listHushCounts } from "./hush/hush.store.ts";
export {
  type Asking,
  hushDay,
  isMinded,
  type Shield,
  type Shielded,
  type Shielding,
  shield,
  type Verdict,
} from "./hush/shield.actions.ts";
export {
  hasFile,
  type Importer,
  type ImportHouse,
  importDoors,
  makeImporter,
  type Place,
  pathOf,
  type Row,
  readBeginning,
  readDecimal,
  readers,
  readPieces,
  receiveFile,
  removeFiles,
  reportRoute,
  type Seen,
  uploadRoute,
  writeDecimal,
} from "./imports/index.ts";
export { countParked, findParkedMessage } from "./parked.store.ts";
export {
  type Fingerprint,
  identifierOf,
  identifiersIn,
  inCircle,
  inCountry,
  isObject,
  type Naming,
  rememberNames,
} from "./parse/identifiers.rules.ts";
export { type Accepted, locationIn, type Terms, traitsOf } from "./parse/parse.rules.ts";
export { identifierKinds, kindOf } from "./parse/words.rules.ts";
export {
  countDuplicates,
  countRate,
  findByKeys,
  listMessageIds,
  listNewest,
  listSources,
  measureAck,
} from "./read.store.ts";
export { closeDoneImports } from "./rights/done-imports.actions.ts";
export { listAgain, listSourcesOf } from "./rights/events.rights.store.ts";
export { eventsRights } from "./rights/events.rights.ts";
export { schemaDoors } from "./schemas/schemas.routes.ts";
export { pruneBreaks } from "./schemas/schemas.store.ts";
export { bodyOf, channelAt, type LoggedRow, placeOf, propertiesOf, show, summaryOf } from "./shown.rules.ts";
export { type Answer, type Knock, type SourceKind, sourceKinds } from "./sources/index.ts";
export { countLife } from "./sources.actions.ts";
export { type SourcesHouse, sourceDoors } from "./sources.routes.ts";
export { ensureSources, insertSource, listAllSources, type SourceRow, saveSource } from "./sources.store.ts";
export { type CompanyWord, SourcesView } from "./sources.view.ts";
export { stalledSeconds } from "./stall.rules.ts";
export { countLastHour, findStall, hasEvents } from "./stall.store.ts";
export type { Parts } from "./timeline.rules.ts";
export {
  columnsOf,
  countEvents,
  findFirstTime,
  listLastSeen,
  listNamed,
  listTimeline,
  type NamedRow,
} from "./timeline.store.ts";
export type { Identifier, IdentifierKind, Says, Stand, Told, Trust } from "./told.rules.ts";
