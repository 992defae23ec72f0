// One basis for sharing: what it says, and its end.
import { Button } from "@mantine/core";
import { endSharing, type SharingAnswer } from "@somlos/contract/rooms/company-sharings";
import { newActId } from "@somlos/look/act-id";
import { languageNames, languages, useFormats, useLanguage, useText } from "@somlos/look/language";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api.ts";
import { Dialog, Form } from "../../forms/dialog.tsx";
import { TextField } from "../../forms/fields.tsx";
import { useNames } from "../hubs/use-hubs.ts";
import { sharingTexts } from "./sharing-texts.ts";
import { listNames } from "./sharing-words.rules.ts";
import { Threaded } from "./sharings.tsx";
import { useReadAgain } from "./use-company.ts";

function Ending({ sharing, close }: { readonly sharing: SharingAnswer; readonly close: () => void }) {
  const text = useText(sharingTexts);
  const readAgain = useReadAgain();
  const [actId] = useState(newActId);
  const [why, setWhy] = useState("");
  const ending = useMutation({
    mutationFn: () => call(endSharing, { params: { id: sharing.id }, body: { actId, why } }),
    onSuccess: async () => {
      close();
      await readAgain();
    },
  });
  return (
    <Form
      act={text.endAct}
      go={() => ending.mutate()}
      running={ending.isPending}
      error={ending.error}
      close={close}
      disabled={why.trim() === ""}
    >
      <Threaded sharing={sharing} />
      <p className="form-text">{text.endSays}</p>
      <p className="form-text">{text.endKeeps}</p>
      <TextField
        label={text.endWhy}
        hint={text.endWhyHint}
        value={why}
        set={setWhy}
        most={300}
        required
        first
      />
    </Form>
  );
}

function Facts({ sharing }: { readonly sharing: SharingAnswer }) {
  const text = useText(sharingTexts);
  const { moment } = useFormats();
  const nameOf = useNames();
  const by = (id: string): string => nameOf(id) ?? text.colleague;
  const { ended, recordedAt } = sharing;
  const facts: (readonly [string, string])[] = [
    ended === null
      ? [text.holds, moment(recordedAt)]
      : [text.held, text.span(moment(recordedAt), moment(ended.at))],
    [text.recordedBy, by(sharing.recordedBy)],
    ...(sharing.document === null ? [] : [[text.document, sharing.document] as const]),
    ...(ended === null ? [] : [[text.endedBy, by(ended.by)] as const, [text.why, ended.why] as const]),
  ];
  return (
    <dl className="sh-facts">
      {facts.map(([word, value]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type RailProps = { readonly sharing: SharingAnswer; readonly manages: boolean };

export function SharingRail({ sharing, manages }: RailProps) {
  const text = useText(sharingTexts);
  const { language } = useLanguage();
  const [asked, setAsked] = useState(false);
  const names = sharing.entities.map(({ name }) => name);
  return (
    <div className="rl">
      <div>
        <h2 className="rail-title">{listNames(names, language)}</h2>
        <p className="mid">
          <b className="sh-strong">{text.grounds[sharing.ground]}.</b> {text.groundSays[sharing.ground]}
        </p>
      </div>
      <Facts sharing={sharing} />
      <div className="sh-words">
        <h3 className="ff-label">{text.wordsTitle}</h3>
        {languages.map((tongue) => (
          <figure key={tongue}>
            <blockquote lang={tongue}>{sharing.words[tongue]}</blockquote>
            <figcaption>{languageNames[tongue]}</figcaption>
          </figure>
        ))}
      </div>
      {manages && sharing.ended === null ? (
        <div className="rl-act">
          <Button variant="subtle" onClick={() => setAsked(true)}>
            {text.end}
          </Button>
        </div>
      ) : null}
      <Dialog title={text.endTitle} opened={asked} close={() => setAsked(false)}>
        <Ending sharing={sharing} close={() => setAsked(false)} />
      </Dialog>
    </div>
  );
}
