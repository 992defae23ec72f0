// The keys of a source: what each is trusted with, where it is accepted, when it was last used.
import { Button } from "@mantine/core";
import type { KeyAnswer } from "@somlos/contract/rooms/access-staff";
import type { Source } from "@somlos/contract/rooms/sources";
import { useFormats, useText } from "@somlos/look/language";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useNow } from "../../now.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import { Empty } from "../../states/states.tsx";
import { ChangeKey, CloseKey, RollKey } from "./key-acts.tsx";
import { keyTexts } from "./key-texts.ts";
import { isAlive } from "./life.rules.ts";
import { type Made, MadeKey, NewKey } from "./new-key.tsx";
import { sourceTexts } from "./texts.ts";

type Act = "change" | "roll" | "close";

function State({ item }: { readonly item: KeyAnswer }) {
  const text = useText(keyTexts);
  const formats = useFormats();
  if (item.state === "open") return null;
  const ends = item.state === "ending" && item.endsAt !== null;
  return (
    <span className={ends ? "chip chip-alarm" : "chip"}>
      {ends ? text.ends(formats.moment(item.endsAt ?? "")) : text.state[item.state]}
    </span>
  );
}

function Origins({ item }: { readonly item: KeyAnswer }) {
  const text = useText(keyTexts);
  if (item.origins.length > 0) {
    return (
      <ul className="ky-origins" aria-label={text.origins}>
        {item.origins.map((origin) => (
          <li key={origin} className="mono">
            {origin}
          </li>
        ))}
      </ul>
    );
  }
  return <p className="dim">{item.trust === "public" ? text.originsAll : text.originsServer}</p>;
}

type KeyProps = {
  readonly item: KeyAnswer;
  readonly manages: boolean;
  readonly act: (act: Act) => void;
};

function Key({ item, manages, act }: KeyProps) {
  const text = useText(keyTexts);
  const formats = useFormats();
  const now = useNow();
  const alive = isAlive(item);
  return (
    <li className="ky" data-over={!alive || undefined}>
      <div className="ky-head">
        <h3 className="ky-name">{item.name}</h3>
        <span className="chip chip-line">{text.trust[item.trust].word}</span>
        <State item={item} />
        <span className="ky-used">
          {item.lastUsedAt === null ? text.unused : text.used(formats.ago(item.lastUsedAt, now))}
        </span>
      </div>
      <div className="ky-text">
        <code className="mono">{item.text ?? `${item.prefix}…`}</code>
        {item.text !== null && alive ? <CopyButton quiet text={item.text} /> : null}
      </div>
      {alive ? (
        <>
          <p className="ky-says">{text.trust[item.trust].says}</p>
          <Origins item={item} />
        </>
      ) : null}
      {alive && manages ? (
        <div className="ky-acts">
          <Button size="xs" onClick={() => act("change")} aria-label={`${text.rename}: ${item.name}`}>
            {text.rename}
          </Button>
          {item.state === "open" ? (
            <Button size="xs" onClick={() => act("roll")} aria-label={`${text.roll}: ${item.name}`}>
              {text.roll}
            </Button>
          ) : null}
          <Button
            size="xs"
            variant="subtle"
            onClick={() => act("close")}
            aria-label={`${text.close}: ${item.name}`}
          >
            {text.close}
          </Button>
        </div>
      ) : null}
    </li>
  );
}

type ActsProps = {
  readonly chosen: { readonly act: Act; readonly item: KeyAnswer } | undefined;
  readonly close: () => void;
  readonly made: (made: Made) => void;
};

function Acts({ chosen, close, made }: ActsProps) {
  const on = (act: Act): KeyAnswer | undefined => (chosen?.act === act ? chosen.item : undefined);
  return (
    <>
      <ChangeKey item={on("change")} close={close} />
      <RollKey item={on("roll")} close={close} made={made} />
      <CloseKey item={on("close")} close={close} />
    </>
  );
}

function Over({ items }: { readonly items: readonly KeyAnswer[] }) {
  const text = useText(keyTexts);
  const formats = useFormats();
  if (items.length === 0) return null;
  return (
    <details className="ky-over">
      <summary>{text.closedKeys(formats.number(items.length))}</summary>
      <ul>
        {items.map((item) => (
          <Key key={item.id} item={item} manages={false} act={() => undefined} />
        ))}
      </ul>
    </details>
  );
}

type KeysProps = { readonly source: Source; readonly keys: readonly KeyAnswer[]; readonly manages: boolean };

export function Keys({ source, keys, manages }: KeysProps) {
  const text = useText(sourceTexts);
  const [chosen, setChosen] = useState<ActsProps["chosen"]>(undefined);
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<Made | undefined>(undefined);
  const alive = keys.filter(isAlive);
  const add = manages ? (
    <Button
      leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
      variant={alive.length === 0 ? "filled" : "default"}
      onClick={() => setAdding(true)}
    >
      {text.newKey}
    </Button>
  ) : null;
  return (
    <section className="kys" aria-labelledby="keys">
      <div className="kys-head">
        <h2 className="ky-title" id="keys">
          {text.keysTitle}
        </h2>
        {alive.length === 0 ? null : add}
      </div>
      {alive.length === 0 ? (
        <Empty title={text.noKeys} act={add}>
          {text.noKeysSays}
        </Empty>
      ) : (
        <ul>
          {alive.map((item) => (
            <Key key={item.id} item={item} manages={manages} act={(act) => setChosen({ act, item })} />
          ))}
        </ul>
      )}
      <Over items={keys.filter((key) => !isAlive(key))} />
      <Acts chosen={chosen} close={() => setChosen(undefined)} made={setMade} />
      <NewKey source={source} opened={adding} close={() => setAdding(false)} made={setMade} />
      <MadeKey made={made} close={() => setMade(undefined)} />
    </section>
  );
}
