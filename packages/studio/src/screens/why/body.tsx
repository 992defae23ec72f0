// The screen below its title: head, picture, the choice, the look before, the claims in words, and what stands beside.
import { Button } from "@mantine/core";
import type { ClaimsOfPerson } from "@somlos/contract/rooms/identity-tree";
import { useFormats, useText } from "@somlos/look/language";
import { ClaimsTable } from "./claims-table.tsx";
import { Loose } from "./loose.tsx";
import { Notice } from "./notice.tsx";
import { Other } from "./other.tsx";
import { Picture } from "./picture.tsx";
import { Preview } from "./preview.tsx";
import { Rulings } from "./rulings.tsx";
import { whyTexts } from "./texts.ts";
import { type Intent, useIntent } from "./use-intent.ts";
import { ViewSwitch } from "./view.tsx";

type HeadProps = {
  readonly intent: Intent;
  readonly claims: ClaimsOfPerson;
  readonly rest: number;
  readonly name: string | null;
  readonly acts: boolean;
};

function Head({ intent: { look, act, view, setView }, claims, rest, name, acts }: HeadProps) {
  const text = useText(whyTexts);
  const formats = useFormats();
  const joins = claims.knots.length + rest;
  const counted = text.counted(
    formats.number(claims.threads.length + rest),
    formats.number(joins),
    joins === 1,
  );
  return (
    <header className="wy-head">
      <div>
        <h1>{text.of(name ?? text.someone)}</h1>
        <p className="mid">
          {claims.threads.length === 1 ? text.alone : acts ? text.lead(counted) : `${counted}.`}
        </p>
      </div>
      {look === undefined || look.moves.length === 0 ? null : (
        <ViewSwitch
          view={view}
          set={setView}
          people={{ now: act?.what === "join" ? 2 : 1, after: look.after.length }}
        />
      )}
    </header>
  );
}

function Rest({ rest, more }: { readonly rest: number; readonly more: (() => void) | undefined }) {
  const text = useText(whyTexts);
  const formats = useFormats();
  if (rest === 0) return null;
  return (
    <p className="wy-rest dim">
      {text.more(formats.number(rest))}
      {more === undefined ? null : (
        <button type="button" className="chip chip-line" onClick={more}>
          {text.showMore}
        </button>
      )}
    </p>
  );
}

type ChosenProps = { readonly intent: Intent; readonly all: number };

function Chosen({ intent: { picked, split, leave, act }, all }: ChosenProps) {
  const text = useText(whyTexts);
  const formats = useFormats();
  const count = picked.length;
  const everything = count === all;
  return (
    <div className="wy-chosen" role="status">
      {count === 0 || act !== undefined ? null : (
        <>
          <span>{everything ? text.chosenAll : text.chosen(formats.number(count), count > 1)}</span>
          <Button variant="filled" onClick={split} disabled={everything}>
            {text.look}
          </Button>
          <Button onClick={leave}>{text.clear}</Button>
        </>
      )}
    </div>
  );
}

type BodyProps = {
  readonly claims: ClaimsOfPerson;
  readonly name: string | null;
  readonly acts: boolean;
  /** Draws more than now; undefined when no more are drawn. */
  readonly more: (() => void) | undefined;
};

export function Body({ claims, name, acts, more }: BodyProps) {
  const text = useText(whyTexts);
  const intent = useIntent(claims, name);
  const { act, chosen, toggle, compared, compare, lookAt } = intent;
  const rest = claims.rest.reduce((sum, one) => sum + one.count, 0);
  const choosing = acts && act === undefined && claims.threads.length > 1 ? { chosen, toggle } : undefined;
  const id = claims.personId;
  const undone = () => intent.setTold({ rulingId: null, what: "undo" });
  return (
    <div className="wy">
      <Head intent={intent} claims={claims} rest={rest} name={name} acts={acts} />
      <Notice told={intent.told} set={intent.setTold} />
      <Picture {...intent.drawn} choosing={choosing} />
      <Rest rest={rest} more={more} />
      <Chosen intent={intent} all={claims.threads.length + rest} />
      <Preview intent={intent} />
      <ClaimsTable knots={claims.knots} act={acts ? lookAt : undefined} chosen={act} />
      <div className="wy-two wy-under">
        <Loose claims={claims} compare={compare} />
        <div>
          <Other id={id} other={compared} choose={compare} look={acts ? lookAt : undefined} undone={undone} />
          <Rulings id={id} acts={acts} done={undone} />
          {acts ? null : <p className="dim wy-small">{text.noAct}</p>}
        </div>
      </div>
    </div>
  );
}
