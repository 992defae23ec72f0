// A new feed: how it comes and whose prices it has; where webhooks go and the secret they are signed with are shown once.
import { Button } from "@mantine/core";
import type { EntityAnswer } from "@somlos/contract/rooms/company-entities";
import type { LocationAnswer } from "@somlos/contract/rooms/company-places";
import { createFeed, type FeedKind, feedKinds } from "@somlos/contract/rooms/feeds";
import { useLanguage, useText } from "@somlos/look/language";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api.ts";
import { OneOf } from "../../forms/choices.tsx";
import { Dialog, Form } from "../../forms/dialog.tsx";
import { SelectField, TextField } from "../../forms/fields.tsx";
import { TextArea } from "../../forms/text-area.tsx";
import { CopyButton } from "../../parts/copy-button.tsx";
import { feedTexts } from "./feed-texts.ts";
import { draftOf, FetchFields, termsIn } from "./fetch-fields.tsx";
import { fetchTexts } from "./fetch-texts.ts";
import { placesIn } from "./places.rules.ts";
import { useReadGoods } from "./use-goods.ts";

type NewProps = {
  readonly close: () => void;
  readonly entities: readonly EntityAnswer[];
  readonly places: readonly LocationAnswer[];
};
type Made = { readonly hookPath: string | null; readonly secret: string | null };

function Shown({ made, close }: { readonly made: Made; readonly close: () => void }) {
  const text = useText(feedTexts);
  const address = `${window.location.origin}${made.hookPath ?? ""}`;
  return (
    <div className="form gd-secret">
      <b>{text.path}</b>
      <span>
        <code className="mono">{address}</code> <CopyButton text={address} label={text.path} />
      </span>
      {made.secret === null ? null : (
        <>
          <b>{text.signs}</b>
          <span>
            <code className="mono">{made.secret}</code> <CopyButton text={made.secret} label={text.signs} />
          </span>
          <p className="mid">{text.madeSays}</p>
        </>
      )}
      <Button variant="filled" onClick={close}>
        {text.done}
      </Button>
    </div>
  );
}

type BesidesProps = Pick<NewProps, "places"> & {
  readonly kind: FeedKind;
  readonly location: string;
  readonly setLocation: (code: string) => void;
  readonly theirs: string;
  readonly setTheirs: (lines: string) => void;
  readonly secret: string;
  readonly setSecret: (secret: string) => void;
};
/** What a file needs is not what a shop needs. */
function Besides(props: BesidesProps) {
  const { kind, places, location, setLocation, theirs, setTheirs, secret, setSecret } = props;
  const text = useText(feedTexts);
  return (
    <>
      {kind === "file" ? (
        <SelectField
          label={text.location}
          hint={text.locationHint}
          value={location}
          set={setLocation}
          options={[
            { value: "", word: text.nowhere },
            ...places.map(({ code, name: word }) => ({ value: code, word })),
          ]}
        />
      ) : (
        <TextArea label={text.places} hint={text.placesHint} value={theirs} set={setTheirs} />
      )}
      {kind === "shopify" ? (
        <TextField label={text.secret} hint={text.secretHint} value={secret} set={setSecret} required />
      ) : null}
    </>
  );
}

type Way = "send" | "get";
function useWay() {
  const [way, setWay] = useState<Way>("send");
  const [draft, setDraft] = useState(() => draftOf(null));
  return { way, setWay, draft, setDraft, fetch: way === "get" ? termsIn(draft) : null };
}

/** We send its files, or they are fetched. */
function WayFields({ way, setWay, draft, setDraft }: ReturnType<typeof useWay>) {
  const text = useText(fetchTexts);
  return (
    <>
      <OneOf
        label={text.how}
        value={way}
        set={setWay}
        options={(["send", "get"] as const).map((value) => ({ value, word: text[value] }))}
        row
      />
      {way === "get" ? <FetchFields draft={draft} set={setDraft} hasLogin={false} /> : null}
    </>
  );
}

function NewForm({ close, entities, places, made }: NewProps & { readonly made: (made: Made) => void }) {
  const text = useText(feedTexts);
  const { language: own } = useLanguage();
  const readAgain = useReadGoods();
  const [name, setName] = useState("");
  const [kind, setKind] = useState<FeedKind>("file");
  const [language, setLanguage] = useState(own);
  const [entity, setEntity] = useState(entities[0]?.code ?? "");
  const [location, setLocation] = useState("");
  const [tax, setTax] = useState("");
  const [secret, setSecret] = useState("");
  const [theirs, setTheirs] = useState("");
  const ways = useWay();
  const isFile = kind === "file";
  const lacksSomething =
    (kind === "shopify" && secret.trim().length < 16) || (isFile && ways.fetch?.address === "");
  const make = useMutation({
    mutationFn: () =>
      call(createFeed, {
        body: {
          ...{ name, kind, language, entity, currency: null },
          taxPercent: tax.trim() === "" ? null : Number(tax.replace(",", ".")),
          location: isFile && location !== "" ? location : null,
          secret: kind === "shopify" ? secret.trim() : null,
          places: isFile ? {} : placesIn(theirs),
          fetch: isFile ? ways.fetch : null,
        },
      }),
    onSuccess: async (answer) => {
      await readAgain();
      if (answer.hookPath === null) close();
      else made(answer);
    },
  });
  return (
    <Form
      act={text.make}
      go={() => make.mutate()}
      running={make.isPending}
      error={make.error}
      close={close}
      disabled={name.trim() === "" || lacksSomething}
    >
      <TextField
        label={text.name}
        hint={text.nameHint}
        value={name}
        set={setName}
        most={120}
        required
        first
      />
      <SelectField
        label={text.kind}
        value={kind}
        set={setKind}
        options={feedKinds.map((value) => ({ value, word: text.kinds[value] }))}
      />
      {isFile ? <WayFields {...ways} /> : null}
      <SelectField
        label={text.entity}
        value={entity}
        set={setEntity}
        options={entities.map(({ code, name: word }) => ({ value: code, word }))}
      />
      <SelectField
        label={text.language}
        value={language}
        set={setLanguage}
        options={(["en", "sv", "da"] as const).map((value) => ({ value, word: text.languages[value] }))}
      />
      <Besides
        kind={kind}
        places={places}
        {...{ location, setLocation, theirs, setTheirs, secret, setSecret }}
      />
      <TextField label={text.tax} value={tax} set={setTax} most={5} />
    </Form>
  );
}

export function NewFeed({ opened, close, ...rest }: NewProps & { readonly opened: boolean }) {
  const text = useText(feedTexts);
  const [made, setMade] = useState<Made>();
  const end = () => {
    setMade(undefined);
    close();
  };
  return (
    <Dialog
      title={made === undefined ? text.addTitle : text.madeTitle}
      opened={opened}
      close={end}
      holds={made !== undefined}
    >
      {made === undefined ? (
        <NewForm close={end} made={setMade} {...rest} />
      ) : (
        <Shown made={made} close={end} />
      )}
    </Dialog>
  );
}
