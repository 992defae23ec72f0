// One value: what it says, what a colleague may rule it to be, and what that would do before it is done.
import { Button } from "@mantine/core";
import type { HubAnswer } from "@somlos/contract/rooms/identity-hubs";
import { useFormats, useText } from "@somlos/look/language";
import { IconArrowBackUp, IconGavel } from "@tabler/icons-react";
import { useState } from "react";
import { OneOf } from "../../forms/choices.tsx";
import { TextField } from "../../forms/fields.tsx";
import { RefusedNote } from "../../forms/refused.tsx";
import { IdentifierSign, identifierTexts } from "../../identifiers.tsx";
import { EffectPicture } from "./effect.tsx";
import { fanOf } from "./fan.rules.ts";
import { FanPicture } from "./fan.tsx";
import "./one-hub.css";
import { useCount } from "./queue.tsx";
import { hubTexts } from "./texts.ts";
import { useLook, useNames, type useRuling, type Verdict } from "./use-hubs.ts";

type OneProps = {
  readonly hub: HubAnswer;
  readonly manages: boolean;
  readonly ruling: ReturnType<typeof useRuling>;
};

/** Who ruled it and why; the name for those who may read the list of colleagues. */
function RuledBy({ ruled }: { readonly ruled: NonNullable<HubAnswer["ruled"]> }) {
  const text = useText(hubTexts);
  const formats = useFormats();
  const names = useNames();
  return (
    <div className="hb-ruled">
      <p className="num">{text.ruledBy(names(ruled.by) ?? text.colleague, formats.moment(ruled.at))}</p>
      {ruled.reason === "" ? null : <p className="mid">{ruled.reason}</p>}
    </div>
  );
}

function Head({ hub, wish }: { readonly hub: HubAnswer; readonly wish: Verdict | undefined }) {
  const text = useText(hubTexts);
  const words = useText(identifierTexts).kinds;
  const formats = useFormats();
  const count = useCount()(hub.neighbours);
  const more = fanOf(hub.neighbours, hub.says).more;
  const known = hub.neighbours < 1000 && more > 0;
  return (
    <header className="hb-head">
      <p className="hb-kind">
        <IdentifierSign kind={hub.kind} size={16} /> {words[hub.kind] ?? hub.kind}
      </p>
      <h2 className="hb-value">{hub.value}</h2>
      <p className="mid">{text.sentence[hub.says](count)}</p>
      {hub.ruled === null ? null : <RuledBy ruled={hub.ruled} />}
      {hub.since === null ? null : <p className="hb-small num">{text.since(formats.moment(hub.since))}</p>}
      <FanPicture
        neighbours={hub.neighbours}
        count={count}
        says={wish ?? hub.says}
        planned={wish !== undefined && wish !== hub.says}
        rest={known ? text.more(formats.number(more)) : undefined}
      />
    </header>
  );
}

function Look({ look }: { readonly look: ReturnType<typeof useLook> }) {
  const text = useText(hubTexts);
  return (
    <section className="hb-look" aria-live="polite" aria-busy={look.isFetching}>
      {look.data !== undefined ? (
        <EffectPicture answer={look.data} />
      ) : look.isFetching ? (
        <p className="hb-looking">{text.looking}</p>
      ) : null}
      <RefusedNote error={look.error} />
    </section>
  );
}

const ICON = { size: 16, stroke: 1.6, "aria-hidden": true } as const;

type ActsProps = OneProps & {
  readonly wish: Verdict | undefined;
  readonly ready: boolean;
};

function Acts({ hub, ruling, wish, ready }: ActsProps) {
  const text = useText(hubTexts);
  const [reason, setReason] = useState("");
  const said = reason.trim();
  const rule = (): void => {
    if (wish !== undefined) ruling.mutate({ hub, verb: wish, reason: said });
  };
  const undo = (): void => {
    if (hub.rulingId !== null) ruling.mutate({ hub, verb: "undo", rulingId: hub.rulingId, reason: said });
  };
  if (wish === undefined && hub.rulingId === null) return null;
  return (
    <form
      className="hb-acts"
      onSubmit={(submit) => {
        submit.preventDefault();
        if (wish === undefined) undo();
        else rule();
      }}
    >
      <RefusedNote error={ruling.variables?.hub.id === hub.id ? ruling.error : null} />
      <div className="hb-reason">
        <TextField
          label={text.reason}
          value={reason}
          set={setReason}
          most={500}
          hint={text.reasonHint}
          required
        />
      </div>
      <div className="hb-buttons">
        {hub.rulingId === null ? null : (
          <Button
            onClick={undo}
            disabled={said === "" || ruling.isPending}
            leftSection={<IconArrowBackUp {...ICON} />}
          >
            {text.undo}
          </Button>
        )}
        {wish === undefined ? null : (
          <Button
            type="submit"
            variant="filled"
            loading={ruling.isPending}
            disabled={said === "" || !ready}
            leftSection={<IconGavel {...ICON} />}
          >
            {text.rule}
          </Button>
        )}
      </div>
      <p className="hb-small hb-undo-hint">{text.undoHint}</p>
    </form>
  );
}

export function OneHub({ hub, manages, ruling }: OneProps) {
  const text = useText(hubTexts);
  const [wish, setWish] = useState<Verdict>();
  const look = useLook(hub, wish, text.lookReason);
  const verdicts = (["one_person", "blocked"] as const).filter((one) => one !== hub.says);
  return (
    <article className="hb-whole">
      <Head hub={hub} wish={wish} />
      {manages ? (
        <>
          <div className="hb-choice">
            <OneOf<Verdict | "">
              label={text.whatIsIt}
              value={wish ?? ""}
              set={(value) => {
                ruling.reset();
                setWish(value === "" ? undefined : value);
              }}
              options={verdicts.map((value) => ({
                value,
                word: text.verdicts[value],
                says: text.verdictSays[value],
              }))}
            />
          </div>
          <Look look={look} />
          <Acts hub={hub} manages ruling={ruling} wish={wish} ready={look.isSuccess} />
        </>
      ) : (
        <p className="hb-closed dim">{text.readOnly}</p>
      )}
    </article>
  );
}
