import {
  endSchema,
  learnSchema,
  listSchemas,
  listTemplates,
  type SchemaType,
  type Shape,
  saveSchema,
  schemaHistory,
  trySchema,
} from "@somlos/contract/rooms/schemas";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { call } from "../../api.ts";

/** An event of a source, by type and name. */
export type Which = { readonly type: SchemaType; readonly name: string };
export const titleOf = ({ type, name }: Which): string => (name === "" ? type : name);

export type SchemasAnswer = z.output<(typeof listSchemas)["answer"]>;

export const useSchemas = (id: number) =>
  useQuery({
    queryKey: ["schemas", id],
    queryFn: ({ signal }) => call(listSchemas, { params: { id } }, signal),
    refetchInterval: 15_000,
  });

/** All versions of one, newest first. */
export const useVersions = (id: number, { type, name }: Which) =>
  useQuery({
    queryKey: ["schemas", id, "versions", type, name],
    queryFn: ({ signal }) => call(schemaHistory, { params: { id }, query: { type, name } }, signal),
  });

export const useTemplates = () =>
  useQuery({
    queryKey: ["templates"],
    queryFn: ({ signal }) => call(listTemplates, {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const useLearn = (id: number) =>
  useMutation({ mutationFn: (which: Which) => call(learnSchema, { params: { id }, body: which }) });

export const useTry = (id: number) =>
  useMutation({
    mutationFn: (wish: Which & { schema: Shape }) =>
      call(trySchema, { params: { id }, body: { ...wish, last: 500 } }),
  });

/** Saving and ending: both read the list again. */
export function useForce(id: number, done: () => void) {
  const client = useQueryClient();
  const onSuccess = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: ["schemas", id] });
    done();
  };
  const save = useMutation({
    mutationFn: (wish: Which & { schema: Shape; action: "accept" | "park" | "drop"; after: number | null }) =>
      call(saveSchema, { params: { id }, body: wish }),
    onSuccess,
  });
  const end = useMutation({
    mutationFn: (which: Which) => call(endSchema, { params: { id }, body: which }),
    onSuccess,
  });
  return { save, end };
}
