// What is asked of differences between channels.
import {
  type DifferenceKind,
  type differenceStates,
  explainDifference,
  listDifferenceOwners,
  listDifferences,
  setDifferenceOwner,
} from "@somlos/contract/rooms/differences";
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { call } from "../../api.ts";

export type DifferenceWish = {
  readonly state: (typeof differenceStates)[number];
  readonly q: string;
  readonly kind?: DifferenceKind;
  readonly owner?: string;
};

const EVERY_MS = 10_000;
export const useDifferences = (wish: DifferenceWish) =>
  useInfiniteQuery({
    queryKey: ["goods", "differences", wish],
    queryFn: ({ signal, pageParam }) =>
      call(listDifferences, { query: { ...wish, after: pageParam } }, signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MS,
  });
export const useOwners = () =>
  useQuery({
    queryKey: ["goods", "differences", "owners"],
    queryFn: ({ signal }) => call(listDifferenceOwners, {}, signal),
  });

function useChange<Wish>(go: (wish: Wish) => Promise<unknown>, done?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: go,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["goods", "differences"] });
      done?.();
    },
  });
}
export const useExplain = (done?: () => void) =>
  useChange(
    ({ id, reason }: { readonly id: string; readonly reason: string | null }) =>
      call(explainDifference, { params: { id }, body: { reason } }),
    done,
  );
export const useSetOwner = () =>
  useChange(({ source, owner }: { readonly source: number; readonly owner: string | null }) =>
    call(setDifferenceOwner, { params: { source }, body: { owner } }),
  );
