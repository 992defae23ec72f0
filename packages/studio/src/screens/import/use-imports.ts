// Questions to the server about imports. What runs is asked for every second, so that its progress lives.
import {
  cancelImport,
  type ImportView,
  listImportKinds,
  listImports,
  openImport,
  pauseImport,
  removeImportFile,
  resumeImport,
  startImport,
  tryImport,
} from "@somlos/contract/rooms/imports";
import { useLanguage } from "@somlos/look/language";
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../../api.ts";

export const isBusy = ({ state }: Pick<ImportView, "state">): boolean =>
  state === "trying" || state === "running";

const LIVE_MS = 1000;
const CALM_MS = 15_000;

export function useImports() {
  const { language } = useLanguage();
  return useInfiniteQuery({
    queryKey: ["imports", language],
    queryFn: ({ pageParam, signal }) =>
      call(listImports, { query: pageParam === "" ? {} : { before: pageParam } }, signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some(isBusy)) === true ? LIVE_MS : CALM_MS,
  });
}

const keyOf = (id: string, language: string) => ["import", id, language] as const;

export function useImport(id: string) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: keyOf(id, language),
    queryFn: ({ signal }) => call(openImport, { params: { id } }, signal),
    refetchInterval: ({ state }) => (state.data !== undefined && isBusy(state.data) ? LIVE_MS : CALM_MS),
  });
}

/** Takes an answer into what is known, and lets the list be read again. */
export function useKnow(): (view: ImportView) => void {
  const client = useQueryClient();
  const { language } = useLanguage();
  return (view) => {
    client.setQueryData(keyOf(view.id, language), view);
    void client.invalidateQueries({ queryKey: ["imports"] });
    void client.invalidateQueries({ queryKey: ["import-refused", view.id] });
  };
}

export function useKinds() {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ["import-kinds", language],
    queryFn: ({ signal }) => call(listImportKinds, {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

const acts = {
  try: tryImport,
  start: startImport,
  pause: pauseImport,
  resume: resumeImport,
  cancel: cancelImport,
  removeFile: removeImportFile,
} as const;
export type Act = keyof typeof acts;

/** Try, start, pause, resume, cancel, delete the file. */
export function useAct(id: string) {
  const know = useKnow();
  return useMutation({ mutationFn: (act: Act) => call(acts[act], { params: { id } }), onSuccess: know });
}
