// Who shares customers, under the legal entities: what holds, what ended, and what it means when nothing does.
import { Button } from "@mantine/core";
import type { EntityAnswer } from "@somlos/contract/rooms/company-entities";
import type { SharingAnswer } from "@somlos/contract/rooms/company-sharings";
import { useFormats, useText } from "@somlos/look/language";
import { IconPlus } from "@tabler/icons-react";
import { Answered } from "../../states/answered.tsx";
import { Empty } from "../../states/states.tsx";
import { sharingTexts } from "./sharing-texts.ts";
import "./sharings.css";
import { useSharings } from "./use-company.ts";

export const recording = "new-sharing";

/** The names, one under another on a thread; loose once the sharing has ended. */
export function Threaded({ sharing }: { readonly sharing: SharingAnswer }) {
  const ended = sharing.ended !== null;
  return (
    <span className="sh-names" data-ended={ended || undefined}>
      {sharing.entities.map(({ id, name }) => (
        <span key={id} className="sh-name">
          <i className={ended ? "knot knot-open" : "knot"} aria-hidden />
          {name}
        </span>
      ))}
    </span>
  );
}

type LineProps = {
  readonly sharing: SharingAnswer;
  readonly chosen: boolean;
  readonly choose: (id: string) => void;
};

function Line({ sharing, chosen, choose }: LineProps) {
  const text = useText(sharingTexts);
  const { date } = useFormats();
  const { recordedAt, ended } = sharing;
  return (
    <li>
      <button
        type="button"
        className="plain sh"
        aria-pressed={chosen}
        data-ended={ended !== null || undefined}
        onClick={() => choose(sharing.id)}
      >
        <Threaded sharing={sharing} />
        <span className="sh-ground">{text.grounds[sharing.ground]}</span>
        <span className="sh-when">
          {ended === null ? text.since(date(recordedAt)) : text.span(date(recordedAt), date(ended.at))}
        </span>
      </button>
    </li>
  );
}

type SharingsProps = {
  readonly entities: readonly EntityAnswer[];
  readonly id: string | undefined;
  readonly choose: (id: string) => void;
  readonly manages: boolean;
};

export function Sharings({ entities, id, choose, manages }: SharingsProps) {
  const text = useText(sharingTexts);
  const sharings = useSharings();
  const free = entities.filter((entity) => entity.lastDay === null && entity.sharingId === null).length;
  const add =
    manages && free > 1 && id !== recording ? (
      <Button leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />} onClick={() => choose(recording)}>
        {text.add}
      </Button>
    ) : undefined;
  const nothing = entities.length < 2 ? text.alone : manages ? text.emptySays : text.emptyRead;
  return (
    <section className="shs" aria-labelledby="sharings">
      <Answered asked={sharings}>
        {({ items }) => {
          const lines = (of: readonly SharingAnswer[]) => (
            <ul className="sh-list">
              {of.map((sharing) => (
                <Line key={sharing.id} sharing={sharing} chosen={sharing.id === id} choose={choose} />
              ))}
            </ul>
          );
          const [live, ended] = [
            items.filter((one) => one.ended === null),
            items.filter((one) => one.ended !== null),
          ];
          return (
            <>
              <header className="sh-head">
                <div>
                  <h2 className="sh-title" id="sharings">
                    {text.title}
                  </h2>
                  <p className="mid">{text.lead}</p>
                </div>
                {live.length > 0 ? add : null}
              </header>
              {live.length > 0 ? (
                lines(live)
              ) : (
                <Empty title={text.empty} act={add}>
                  {nothing}
                </Empty>
              )}
              {ended.length > 0 ? (
                <>
                  <h3 className="sh-old">{text.endedOnes}</h3>
                  {lines(ended)}
                </>
              ) : null}
            </>
          );
        }}
      </Answered>
    </section>
  );
}
