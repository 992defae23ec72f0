// The door of the room stores: where goods are, how many, and what is held for somebody.
export { compareAnew, watchEdges } from "./differences/compare.actions.ts";
export { type FeedHouse, goOnReading } from "./feeds/feeds.actions.ts";
export { feedFileRoute, hookRoute } from "./feeds/feeds.routes.ts";
export { listUnread as listUnreadFeeds } from "./feeds/feeds.store.ts";
export { type Fetcher, makeFetcher } from "./feeds/fetch/fetch.actions.ts";
export { takeFigures, takeWholeCount } from "./figures/take.actions.ts";
export { extendHolds, holdStock, settleHolds } from "./holds/holds.actions.ts";
export type { StoresHouse } from "./stores.house.ts";
export { storesDoors } from "./stores.routes.ts";
