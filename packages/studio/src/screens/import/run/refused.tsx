// Every row that was left out, by cause, and all of them as a file to mend.
import { Button } from "@mantine/core";
import { addressOf } from "@somlos/contract/client";
import { type ImportView, listRefused, reportImport } from "@somlos/contract/rooms/imports";
import { useFormats, useLanguage, useText } from "@somlos/look/language";
import { IconDownload } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../api.ts";
import { Answered } from "../../../states/answered.tsx";
import { RefusedRow } from "./refused-line.tsx";
import { runTexts } from "./texts.ts";

const PAGE = 50;

function useRefused(id: string, code: string | undefined, known: number) {
  const { language } = useLanguage();
  return useInfiniteQuery({
    queryKey: ["import-refused", id, code ?? "", language, known],
    queryFn: ({ pageParam, signal }) =>
      call(
        listRefused,
        { params: { id }, query: { limit: PAGE, after: pageParam, ...(code !== undefined && { code }) } },
        signal,
      ),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
  });
}

type Cause = { readonly code: string; readonly sentence: string; readonly rows: number };
type CausesProps = {
  readonly causes: readonly Cause[];
  readonly chosen: string | undefined;
  readonly choose: (code: string | undefined) => void;
};

function Causes({ causes, chosen, choose }: CausesProps) {
  const formats = useFormats();
  const most = Math.max(...causes.map(({ rows }) => rows), 1);
  return (
    <ul className="ca">
      {causes.map(({ code, sentence, rows }) => (
        <li key={code}>
          <button
            type="button"
            className="plain ca-one"
            aria-pressed={chosen === code}
            onClick={() => choose(chosen === code ? undefined : code)}
          >
            <span className="ca-count num">{formats.number(rows)}</span>
            <span className="ca-says">
              {sentence}
              <i style={{ width: `${Math.max(1, (rows / most) * 100)}%` }} aria-hidden />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

export function Refused({ view }: { readonly view: ImportView }) {
  const text = useText(runTexts);
  const { language } = useLanguage();
  const [code, setCode] = useState<string>();
  const asked = useRefused(view.id, code, view.counts.refused);
  if (view.counts.refused === 0) return <p className="re-none mid">{text.refusedNone}</p>;
  const report = addressOf(reportImport.url, { params: { id: view.id }, query: { language } });
  return (
    <section className="re" aria-label={text.refusedTitle}>
      <header className="re-head">
        <div>
          <h2 className="re-title">{text.refusedTitle}</h2>
          <p className="mid">{text.downloadSays}</p>
        </div>
        <Button
          component="a"
          href={report}
          download
          leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}
        >
          {text.download}
        </Button>
      </header>
      <Answered asked={{ data: asked.data, error: asked.error, refetch: asked.refetch }} shape="lines">
        {({ pages }) => (
          <>
            <Causes causes={pages[0]?.causes ?? []} chosen={code} choose={setCode} />
            {pages[0]?.causes.length === 0 ? <p className="mid">{text.refusedOver}</p> : null}
            <ul className="re-rows">
              {pages
                .flatMap(({ items }) => items)
                .map((item) => (
                  <RefusedRow key={item.line} item={item} />
                ))}
            </ul>
          </>
        )}
      </Answered>
      {asked.hasNextPage ? (
        <Button onClick={() => void asked.fetchNextPage()} loading={asked.isFetchingNextPage}>
          {text.moreRows}
        </Button>
      ) : null}
    </section>
  );
}
