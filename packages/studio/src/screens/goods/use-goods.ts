// What is asked of goods.
import { findProducts, openProduct, readPriceHistory } from "@somlos/contract/rooms/catalog";
import { type FeedRun, listFeedRefusals, listFeedRuns, listFeeds } from "@somlos/contract/rooms/feeds";
import { listStock, readProductStock, type stockViews } from "@somlos/contract/rooms/stores";
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../../api.ts";

export type ProductSearch = {
  readonly q: string;
  readonly category: string | undefined;
  readonly brand: string | undefined;
  readonly entity: string | undefined;
};
const AT_ONCE = 40;

export const useProducts = (asked: ProductSearch) =>
  useInfiniteQuery({
    queryKey: ["goods", "products", asked],
    queryFn: ({ signal, pageParam }) =>
      call(findProducts, { query: { ...asked, limit: AT_ONCE, from: pageParam } }, signal),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const useProduct = (id: string) =>
  useQuery({
    queryKey: ["goods", "product", id],
    queryFn: ({ signal }) => call(openProduct, { params: { id }, query: {} }, signal),
  });
export const useHistory = (id: string) =>
  useQuery({
    queryKey: ["goods", "history", id],
    queryFn: ({ signal }) => call(readPriceHistory, { params: { id } }, signal),
  });

/** Stock moves while somebody looks at it. */
const EVERY_MS = 10_000;
export const useProductStock = (id: string) =>
  useQuery({
    queryKey: ["goods", "where", id],
    queryFn: ({ signal }) => call(readProductStock, { params: { id } }, signal),
    refetchInterval: EVERY_MS,
  });
export type StockView = (typeof stockViews)[number];
export const useStock = (location: string | undefined, view: StockView, q: string) =>
  useInfiniteQuery({
    queryKey: ["goods", "stock", location, view, q],
    queryFn: ({ signal, pageParam }) =>
      call(listStock, { query: { location: location ?? "", view, q, after: pageParam } }, signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: location !== undefined,
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MS,
  });

const WHILE_READING_MS = 700;
export const useFeeds = () =>
  useQuery({
    queryKey: ["goods", "feeds"],
    queryFn: ({ signal }) => call(listFeeds, {}, signal),
    refetchInterval: ({ state }) =>
      state.data?.items.some(
        ({ last, fetch }) => last?.state === "running" || (fetch !== null && fetch.state !== "waits"),
      ) === true
        ? WHILE_READING_MS
        : EVERY_MS,
  });
export const useRuns = (id: string) =>
  useQuery({
    queryKey: ["goods", "runs", id],
    queryFn: ({ signal }) => call(listFeedRuns, { params: { id } }, signal),
  });
export const useRefusals = (run: FeedRun) =>
  useQuery({
    queryKey: ["goods", "refusals", run.id, run.refused],
    queryFn: ({ signal }) => call(listFeedRefusals, { params: { id: run.id }, query: {} }, signal),
  });

export function useReadGoods(): () => Promise<unknown> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ["goods"] });
}
