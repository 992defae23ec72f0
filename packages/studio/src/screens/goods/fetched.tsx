// A feed that is fetched: from where, what came of it last and when it is next, and the acts to have it now or from elsewhere.
import { Button } from "@mantine/core";
import type { FeedView } from "@somlos/contract/rooms/feeds";
import { changeFetch, type FeedFetch, fetchNow } from "@somlos/contract/rooms/feeds-fetch";
import { useFormats, useText } from "@somlos/look/language";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api.ts";
import { Dialog, Form } from "../../forms/dialog.tsx";
import { RefusedNote } from "../../forms/refused.tsx";
import { useNow } from "../../now.ts";
import { draftOf, FetchFields, termsIn } from "./fetch-fields.tsx";
import { fetchTexts } from "./fetch-texts.ts";
import { useReadGoods } from "./use-goods.ts";

/** What came of it last, in a sentence; and when it is next. */
export function FetchState({ fetch }: { readonly fetch: FeedFetch }) {
  const text = useText(fetchTexts);
  const formats = useFormats();
  const now = useNow();
  const { last, state, nextAt, failures } = fetch;
  const next = failures > 0 ? text.again : text.next;
  const reason = last?.reason ?? null;
  return (
    <>
      <span className="pm-under gd-fetch" data-failed={reason !== null || undefined}>
        {state === "waits" ? null : text.states[state]}
        {state !== "waits" || last === null ? null : text[last.outcome](formats.ago(last.at, now))}
        {state === "waits" ? ` · ${next(formats.ago(nextAt, now))}` : null}
      </span>
      {reason === null || state !== "waits" ? null : (
        <span className="pm-under">
          {reason.sentence} {reason.detail === null ? "" : text.answered(reason.detail)}{" "}
          <code className="mono">{reason.code}</code>
        </span>
      )}
    </>
  );
}

function Change({ feed, close }: { readonly feed: FeedView; readonly close: () => void }) {
  const text = useText(fetchTexts);
  const readAgain = useReadGoods();
  const [draft, setDraft] = useState(() => draftOf(feed.fetch));
  const save = useMutation({
    mutationFn: (stop: boolean) =>
      call(changeFetch, { params: { id: feed.id }, body: { fetch: stop ? null : termsIn(draft) } }),
    onSuccess: async () => {
      await readAgain();
      close();
    },
  });
  return (
    <Form
      act={text.save}
      go={() => save.mutate(false)}
      running={save.isPending}
      error={save.error}
      close={close}
      disabled={draft.address.trim() === ""}
    >
      <FetchFields draft={draft} set={setDraft} hasLogin={feed.fetch?.hasLogin === true} />
      {feed.fetch === null ? null : (
        <Button onClick={() => save.mutate(true)} disabled={save.isPending}>
          {text.stop}
        </Button>
      )}
    </Form>
  );
}

export function FetchActs({ feed }: { readonly feed: FeedView }) {
  const text = useText(fetchTexts);
  const readAgain = useReadGoods();
  const [opened, setOpened] = useState(false);
  const now = useMutation({
    mutationFn: () => call(fetchNow, { params: { id: feed.id } }),
    onSuccess: readAgain,
  });
  const isReading = feed.last?.state === "running";
  return (
    <>
      {feed.fetch === null ? null : (
        <Button
          onClick={() => now.mutate()}
          disabled={isReading || feed.fetch.state !== "waits"}
          loading={now.isPending}
          aria-label={text.nowOf(feed.name)}
        >
          {text.now}
        </Button>
      )}
      <Button variant="subtle" onClick={() => setOpened(true)} aria-label={text.openOf(feed.name)}>
        {text.open}
      </Button>
      {now.error === null ? null : <RefusedNote error={now.error} />}
      <Dialog title={text.title(feed.name)} opened={opened} close={() => setOpened(false)}>
        <Change feed={feed} close={() => setOpened(false)} />
      </Dialog>
    </>
  );
}
