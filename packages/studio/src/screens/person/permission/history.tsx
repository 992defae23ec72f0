// Every line of the ledger about this person, newest first. Nothing in it is ever changed or removed.
import { Button } from "@mantine/core";
import type { personHistory } from "@somlos/contract/rooms/consent-person";
import { useFormats, useText } from "@somlos/look/language";
import type { z } from "zod";
import { shortValue } from "../../../identifiers.tsx";
import { permissionTexts } from "../../../permissions.tsx";
import { Answered } from "../../../states/answered.tsx";
import { Empty } from "../../../states/states.tsx";
import { useCollector, Words } from "./evidence.tsx";
import { onceEach } from "./said.rules.ts";
import { saidTexts } from "./texts.ts";
import { useHistory } from "./use-said.ts";

type Entry = z.infer<NonNullable<(typeof personHistory)["answer"]>>["items"][number];

type LineProps = {
  readonly entry: Entry;
  /** All that it was written for. */
  readonly of: readonly Entry[];
};

function Line({ entry, of }: LineProps) {
  const text = useText(saidTexts);
  const channels = useText(permissionTexts).channels;
  const formats = useFormats();
  const collector = useCollector();
  const { evidence } = entry;
  const whose = of.flatMap(({ identifier }) =>
    identifier === null ? [] : [shortValue(identifier.kind, identifier.value)],
  );
  const told = [
    evidence.collectedBy === null ? null : collector(evidence.collectedBy),
    evidence.place,
    evidence.how,
    entry.imported ? text.fromFile : null,
    entry.guardian ? text.byGuardian : null,
    entry.cause === null ? null : text.causedBy(entry.cause),
  ].filter((part) => part !== null);
  const what = [
    entry.purpose ?? text.everything,
    entry.channel === null ? text.everywhere : channels[entry.channel],
    entry.entity === null ? text.allEntities : (entry.entity.name ?? entry.entity.id),
  ];
  return (
    <li className="pp-entry">
      <i className={entry.state === "withdrawn" ? "knot knot-open" : "knot"} aria-hidden />
      <div>
        <p>
          <b>{text.entries[entry.state]}</b> <span className="mid">{what.join(" · ")}</span>
        </p>
        <p className="ps-small">
          {formats.moment(entry.at)}
          {whose.length === 0 ? "" : ` · ${whose.join(", ")}`}
        </p>
        {told.length === 0 ? null : <p className="pp-told">{told.join(", ")}</p>}
        {entry.text === null ? null : (
          <details className="pp-details">
            <summary>{text.theWords}</summary>
            <Words words={entry.text} />
          </details>
        )}
      </div>
    </li>
  );
}

export function History({ id }: { readonly id: string }) {
  const text = useText(saidTexts);
  const history = useHistory(id);
  return (
    <Answered asked={history} shape="lines">
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) return <Empty title={text.emptyTitle}>{text.empty}</Empty>;
        return (
          <>
            <ol className="pp-history" aria-label={text.view.history}>
              {onceEach(items).flatMap((of) =>
                of[0] === undefined ? [] : [<Line key={of[0].id} entry={of[0]} of={of} />],
              )}
            </ol>
            {history.hasNextPage ? (
              <Button
                className="ps-more"
                loading={history.isFetchingNextPage}
                onClick={() => void history.fetchNextPage()}
              >
                {text.older}
              </Button>
            ) : null}
          </>
        );
      }}
    </Answered>
  );
}
