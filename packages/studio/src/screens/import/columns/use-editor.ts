// The mapping while it is being made: where it began, what was changed, what it makes of the first rows.
import { useDebouncedValue } from "@mantine/hooks";
import {
  type ImportPreview,
  type ImportView,
  mapImport,
  previewImport,
  sampleImport,
} from "@somlos/contract/rooms/imports";
import { type Mapping, mapping as mappingShape } from "@somlos/contract/rooms/imports-mapping";
import { useLanguage } from "@somlos/look/language";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../api.ts";
import { useKnow } from "../use-imports.ts";
import { ownProblems, type Placed, placeProblems } from "./problems.rules.ts";
import { type Draft, type Question, startOf, type Wanted } from "./start.rules.ts";

const PAUSE_MS = 250;
const DAY_MS = 86_400_000;

function useSample(id: string, wanted: Wanted) {
  const { language } = useLanguage();
  const { as, read: { delimiter, encoding, header } = {} } = wanted;
  const query = {
    ...(as !== undefined && { as }),
    ...(delimiter !== undefined && { delimiter }),
    ...(encoding !== undefined && { encoding }),
    ...(header !== undefined && { header: header ? ("true" as const) : ("false" as const) }),
  };
  return useQuery({
    queryKey: ["import-sample", id, query, language],
    queryFn: ({ signal }) => call(sampleImport, { params: { id }, query }, signal),
    placeholderData: keepPreviousData,
    staleTime: DAY_MS,
    refetchOnWindowFocus: false,
  });
}

function usePreview(id: string, mapping: Mapping | undefined) {
  const { language } = useLanguage();
  const [settled] = useDebouncedValue(mapping, PAUSE_MS);
  const whole = settled !== undefined && mappingShape.safeParse(settled).success ? settled : undefined;
  return useQuery({
    queryKey: ["import-preview", id, whole, language],
    queryFn: ({ signal }): Promise<ImportPreview> =>
      call(previewImport, { params: { id }, body: { mapping: whole as Mapping } }, signal),
    enabled: whole !== undefined,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });
}

export type Editor = {
  readonly sample: ReturnType<typeof useSample>;
  readonly draft: Draft | undefined;
  readonly preview: ImportPreview | undefined;
  readonly problems: readonly Placed[];
  readonly wanted: Wanted;
  change(mapping: Mapping): void;
  answer(question: Question, mapping: Mapping): void;
  want(wanted: Wanted): void;
  takeEarlier(): void;
  readonly save: ReturnType<typeof useSave>;
};

function useSave(id: string) {
  const know = useKnow();
  return useMutation({
    mutationFn: (mapping: Mapping) => call(mapImport, { params: { id }, body: { mapping } }),
    onSuccess: know,
  });
}

export function useEditor(view: ImportView): Editor {
  const [wanted, setWanted] = useState<Wanted>({});
  const [edited, setEdited] = useState<Draft>();
  const sample = useSample(view.id, wanted);
  const began = sample.data === undefined ? undefined : startOf(view, sample.data, wanted);
  const draft = edited ?? began;
  const preview = usePreview(view.id, draft?.mapping);
  const columns = preview.data?.columns ?? view.columns;
  const problems =
    draft === undefined
      ? []
      : [
          ...ownProblems(draft.mapping, columns),
          ...placeProblems(draft.mapping, preview.data?.problems ?? []).filter(
            ({ at }) => at !== "event.name", // told by ownProblems at once
          ),
        ];
  return {
    sample,
    draft,
    preview: preview.data,
    problems,
    wanted,
    change: (mapping) => setEdited({ asked: [], open: [], from: "suggestion", ...draft, mapping }),
    answer: (question, mapping) => {
      const { asked = [], open = [], from = "suggestion" } = draft ?? {};
      setEdited({ mapping, asked, open: open.filter((one) => one !== question), from });
    },
    want: (next) => {
      setEdited(undefined);
      setWanted(next);
    },
    takeEarlier: () => {
      const earlier = sample.data?.earlier;
      if (earlier != null) setEdited({ mapping: earlier.mapping, asked: [], open: [], from: "earlier" });
    },
    save: useSave(view.id),
  };
}
