// Permission of one person: what they may be used for now, each with its evidence, and everything that was ever said.
import { Button } from "@mantine/core";
import { useFormats, useText } from "@somlos/look/language";
import { IconBan, IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import { permissionTexts } from "../../../permissions.tsx";
import { may, useSession } from "../../../session.ts";
import { Answered } from "../../../states/answered.tsx";
import { Empty } from "../../../states/states.tsx";
import { PersonFrame } from "../frame.tsx";
import type { SectionProps } from "../sections.ts";
import { Evidence } from "./evidence.tsx";
import { History } from "./history.tsx";
import { Lines } from "./lines.tsx";
import { SayNo } from "./say-no.tsx";
import { SayYes } from "./say-yes.tsx";
import "./said.css";
import { type About, countYes, keyOf, type Line, onceEach } from "./said.rules.ts";
import { saidTexts } from "./texts.ts";
import { useSaid } from "./use-said.ts";
import { Wishes } from "./wishes.tsx";

type Broad = NonNullable<ReturnType<typeof useSaid>["data"]>["noes"][number];

/** A no that covers more than one purpose, channel or legal entity. */
function BroadNo({ no }: { readonly no: Broad }) {
  const text = useText(saidTexts);
  const channels = useText(permissionTexts).channels;
  const formats = useFormats();
  const to = no.purpose ?? text.everything;
  const where = no.channel === null ? text.everywhere : channels[no.channel];
  const entity = no.entity === null ? text.allEntities : (no.entity.name ?? no.entity.id);
  return (
    <li className="pp-broad">
      <IconBan size={18} stroke={1.6} aria-hidden className="icon" />
      <p>
        <b>{text.noTo(to, where, entity)}</b>
        <span className="num">
          {formats.moment(no.at)}
          {no.cause === null ? "" : ` · ${text.causedBy(no.cause)}`}
        </span>
      </p>
    </li>
  );
}

type Done = "yes" | "no" | undefined;

function Told({ done, again }: { readonly done: Done; readonly again: () => void }) {
  const text = useText(saidTexts);
  return (
    <div role="status">
      {done === undefined ? null : (
        <div className="ps-note">
          <IconCheck size={18} stroke={1.8} aria-hidden className="icon" />
          <span>{done === "yes" ? text.doneYes : text.doneNo}</span>
          {done === "no" ? (
            <>
              <p>{text.neverRemoved}</p>
              <Button size="xs" onClick={again}>
                {text.newYes}
              </Button>
            </>
          ) : null}
        </div>
      )}
    </div>
  );
}

type View = "now" | "wishes" | "history";

function Views({ view, set }: { readonly view: View; readonly set: (view: View) => void }) {
  const text = useText(saidTexts);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of toggles, not a form
    <div className="ps-bar" role="group" aria-label={text.views}>
      {(["now", "wishes", "history"] as const).map((one) => (
        <button
          key={one}
          type="button"
          className={one === view ? "chip chip-on" : "chip chip-line"}
          aria-pressed={one === view}
          onClick={() => set(one)}
        >
          {text.view[one]}
        </button>
      ))}
    </div>
  );
}

type NowProps = {
  readonly items: readonly Line[];
  readonly noes: readonly Broad[];
  readonly chosen: string | undefined;
  readonly choose: (key: string) => void;
};

function Now({ items, noes, chosen, choose }: NowProps) {
  const text = useText(saidTexts);
  if (items.length === 0 && noes.length === 0) return <Empty title={text.emptyTitle}>{text.empty}</Empty>;
  return (
    <>
      {noes.length === 0 ? null : (
        <ul className="pp-broads" aria-label={text.broad}>
          {onceEach(noes).flatMap(([no]) =>
            no === undefined
              ? []
              : [<BroadNo key={`${no.at} ${no.purpose} ${no.channel} ${no.entity?.id}`} no={no} />],
          )}
        </ul>
      )}
      <Lines items={items} chosen={chosen} choose={choose} />
    </>
  );
}

type Dialog = "yes" | "no" | undefined;
function Acts({ open }: { readonly open: (dialog: Dialog) => void }) {
  const text = useText(saidTexts);
  return (
    <div className="ps-bar pp-acts">
      <Button onClick={() => open("no")}>{text.writeNo}</Button>
      <Button variant="filled" onClick={() => open("yes")}>
        {text.writeYes}
      </Button>
    </div>
  );
}

export function Said({ person, asked }: SectionProps) {
  const text = useText(saidTexts);
  const formats = useFormats();
  const { data: session } = useSession();
  const records = may(session, "consent.record");
  const said = useSaid(person.id);
  const [view, setView] = useState<View>("now");
  const [chosen, choose] = useState<string>();
  const [dialog, setDialog] = useState<Dialog>();
  const [about, setAbout] = useState<About>();
  const [done, setDone] = useState<Done>();
  const items = said.data?.items ?? [];
  const line = view === "now" ? items.find((one) => keyOf(one) === chosen) : undefined;
  const sayYes = (of?: Line): void => {
    setAbout(of === undefined ? undefined : { purpose: of.purpose, channel: of.channel });
    setDialog("yes");
  };
  const wrote = (what: Done): void => {
    setDialog(undefined);
    setDone(what);
  };
  const rail =
    line === undefined ? (
      <p className="ps-small">{text.choose}</p>
    ) : (
      <Evidence
        key={keyOf(line)}
        line={line}
        personId={person.id}
        records={records}
        sayYes={() => sayYes(line)}
        done={() => wrote("no")}
      />
    );
  return (
    <PersonFrame
      person={person}
      asked={asked}
      rail={{ label: text.evidence, body: rail }}
      sheet={{ open: line !== undefined, close: () => choose(undefined) }}
    >
      <section className="ps" aria-labelledby="pp-finding">
        <Answered asked={said} shape="lines">
          {({ noes, minor }) => (
            <>
              <header className="pp-head">
                <div>
                  <h2 className="ps-finding" id="pp-finding">
                    {items.length === 0
                      ? text.findingNone
                      : text.finding(formats.number(countYes(items)), formats.number(items.length))}
                  </h2>
                  <p className="mid ps-lead">{text.lead}</p>
                  {minor === null ? null : (
                    <p className="ps-lead">
                      <b>{text.minor(minor.under, text.saidBy[minor.saidBy])}</b>
                    </p>
                  )}
                </div>
                {records ? <Acts open={(next) => (next === "yes" ? sayYes() : setDialog(next))} /> : null}
              </header>
              <Told done={done} again={() => sayYes(line)} />
              <Views view={view} set={setView} />
              {view === "history" ? <History id={person.id} /> : null}
              {view === "wishes" ? <Wishes id={person.id} /> : null}
              {view === "now" ? <Now items={items} noes={noes} chosen={chosen} choose={choose} /> : null}
            </>
          )}
        </Answered>
        {dialog === "no" ? (
          <SayNo person={person} items={items} close={() => setDialog(undefined)} done={() => wrote("no")} />
        ) : null}
        {dialog === "yes" ? (
          <SayYes
            person={person}
            about={about}
            close={() => setDialog(undefined)}
            done={() => wrote("yes")}
          />
        ) : null}
      </section>
    </PersonFrame>
  );
}
