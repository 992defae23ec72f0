// The door of fetching: every file that we get from elsewhere by its address.
export { isInner } from "./addresses.ts";
export { addressIn, type Fetched, type FetchHouse, type FetchWish, fetchOut } from "./fetch-out.ts";
