// Take it all out, forget me: asked for with a second proof, told to every address, and an erasure waits a day.
import {
  askErasure,
  askExport,
  cancelMine,
  listMine,
  type RightsRequest,
} from "@somlos/contract/rooms/rights";
import { useFormats, useText } from "@somlos/look/language";
import { IconDownload } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../api.ts";
import { Pane, RefusedNote } from "./pane.tsx";
import { needsProof, Proof } from "./proof.tsx";
import { rightsTexts } from "./rights-texts.ts";

type Kind = RightsRequest["kind"];

export function RightsPane() {
  const text = useText(rightsTexts);
  const client = useQueryClient();
  const [sure, setSure] = useState(false);
  const asked = useQuery({
    queryKey: ["rights"],
    queryFn: () => call(listMine),
    refetchInterval: ({ state }) =>
      state.data?.items.some(
        ({ kind, state: at }) => kind === "export" && (at === "waiting" || at === "running"),
      )
        ? 2000
        : false,
  });
  const asking = useMutation({
    mutationFn: (kind: Kind) =>
      kind === "export" ? call(askExport, { body: {} }) : call(askErasure, { body: {} }),
    onSuccess: () => {
      setSure(false);
      void client.invalidateQueries({ queryKey: ["rights"] });
    },
  });
  const erasing = asked.data?.items.some(
    ({ kind, of, state }) =>
      kind === "erasure" && of === "whole" && (state === "waiting" || state === "running"),
  );
  return (
    <Pane title={text.title} asked={asked}>
      {({ items }) => (
        <>
          <p className="pane-empty">{text.lead}</p>
          <ul>
            {toShow(items).map((one) => (
              <RequestLine key={one.id} request={one} />
            ))}
          </ul>
          {asking.data !== undefined && "receipt" in asking.data ? (
            <p className="note">
              <span>
                {text.receipt}{" "}
                <a className="link" href={`/corner/receipt#${String(asking.data.receipt)}`}>
                  {text.receiptLink}
                </a>
              </span>
            </p>
          ) : null}
          {needsProof(asking.error) ? (
            <Proof proven={() => asking.variables !== undefined && asking.mutate(asking.variables)} />
          ) : (
            <RefusedNote error={asking.error} />
          )}
          {sure ? (
            <div className="note note-alarm rights-sure" role="alertdialog" aria-label={text.sureTitle}>
              <b>{text.sureTitle}</b>
              <p>{text.sure}</p>
              <button
                type="button"
                className="button button-main"
                disabled={asking.isPending}
                onClick={() => asking.mutate("erasure")}
              >
                {text.sureYes}
              </button>
              <button type="button" className="button" onClick={() => setSure(false)}>
                {text.sureNo}
              </button>
            </div>
          ) : (
            <div className="rights-acts">
              <button
                type="button"
                className="button"
                disabled={asking.isPending}
                onClick={() => asking.mutate("export")}
              >
                <IconDownload className="icon" size={20} stroke={1.6} aria-hidden="true" />
                {text.take}
              </button>
              <button
                type="button"
                className="button"
                disabled={erasing === true || asking.isPending}
                onClick={() => setSure(true)}
              >
                {text.forget}
              </button>
            </div>
          )}
        </>
      )}
    </Pane>
  );
}

const SHOWN = 5;
/** What can still be stopped is always there; of what has ended, the latest. */
const toShow = (items: readonly RightsRequest[]): RightsRequest[] =>
  items.filter(({ state }, i) => i < SHOWN || state === "waiting" || state === "running");

function RequestLine({ request }: { readonly request: RightsRequest }) {
  const text = useText(rightsTexts);
  const { moment, percent } = useFormats();
  const client = useQueryClient();
  const cancelling = useMutation({
    mutationFn: () => call(cancelMine, { params: { id: request.id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["rights"] }),
  });
  const { id, kind, of, state, dueAt, endedAt, share, waitsFor } = request;
  const said =
    state === "running"
      ? text.running(percent(share))
      : state === "waiting"
        ? text.waiting[kind](moment(dueAt))
        : text[state](moment(endedAt ?? dueAt));
  return (
    <li className="line rights-line">
      <div>
        {of === "identifier" ? text.oneForgotten : text.kinds[kind]}
        <small>{said}</small>
        {waitsFor === null ? null : <small>{waitsFor}</small>}
        {kind === "export" && state === "done" ? (
          <span className="rights-files">
            <a className="link" href={`/v1/me/exports/${id}/html`}>
              {text.page}
            </a>
            <a className="link" href={`/v1/me/exports/${id}/json`}>
              {text.file}
            </a>
          </span>
        ) : null}
        <RefusedNote error={cancelling.error} />
      </div>
      {state === "waiting" ? (
        <button
          type="button"
          className="line-end line-act"
          disabled={cancelling.isPending}
          onClick={() => cancelling.mutate()}
        >
          {text.stop}
        </button>
      ) : null}
    </li>
  );
}
