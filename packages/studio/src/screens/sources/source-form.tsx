// A new source, and changing one: name, what it is, channel.
import { type Channel, channels } from "@somlos/contract/rooms/events";
import { changeSource, createSource, type Source } from "@somlos/contract/rooms/sources";
import { useText } from "@somlos/look/language";
import { isCurrency } from "@somlos/rules/currency";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { call } from "../../api.ts";
import { channelTexts } from "../../channels.tsx";
import { Dialog, Form } from "../../forms/dialog.tsx";
import { SelectField, TextField } from "../../forms/fields.tsx";
import { formTexts } from "../../forms/texts.ts";
import { useEntities } from "../settings/use-company.ts";
import { sourceTexts } from "./texts.ts";
import { useReadAgain } from "./use-sources.ts";

const kinds = ["browser", "app", "server", "till", "demo"] as const;
type Kind = (typeof kinds)[number];
/** What each kind's events most often are, so that one choice is enough. */
const usual: Readonly<Record<Kind, Channel>> = {
  browser: "web",
  app: "app",
  server: "server",
  till: "till",
  demo: "web",
};

type ChannelProps = { readonly channel: Channel; readonly set: (channel: Channel) => void };

function ChannelField({ channel, set }: ChannelProps) {
  const text = useText(sourceTexts);
  const words = useText(channelTexts);
  const options = channels.filter((one) => one !== "unknown" || one === channel);
  return (
    <SelectField
      label={text.channel}
      hint={text.channelHint}
      value={channel}
      set={set}
      options={options.map((one) => ({ value: one, word: words[one] }))}
    />
  );
}

type CurrencyProps = { readonly currency: string; readonly set: (currency: string) => void };

const isFine = (currency: string): boolean => currency === "" || isCurrency(currency);

function CurrencyField({ currency, set }: CurrencyProps) {
  const text = useText(sourceTexts);
  return (
    <TextField
      label={text.currency}
      hint={text.currencyHint}
      value={currency}
      set={(value) => set(value.toUpperCase())}
      most={3}
      error={currency.length === 3 && !isFine(currency) ? text.currencyBad : undefined}
    />
  );
}

type EntityProps = { readonly code: string; readonly set: (code: string) => void };

/** Whose customers its events are about; with one legal entity there is nothing to choose. */
function EntityField({ code, set }: EntityProps) {
  const text = useText(sourceTexts);
  const entities = useEntities().data?.items ?? [];
  if (entities.length < 2) return null;
  return (
    <SelectField
      label={text.entity}
      hint={text.entityHint}
      value={code}
      set={set}
      options={[
        { value: "", word: text.entityNone },
        ...entities.map((one) => ({ value: one.code, word: one.name })),
      ]}
    />
  );
}

function NewForm({ close }: { readonly close: () => void }) {
  const text = useText(sourceTexts);
  const go = useNavigate();
  const readAgain = useReadAgain();
  const [name, setName] = useState("");
  const [kind, setKind] = useState<Kind>("browser");
  const [channel, setChannel] = useState<Channel>("web");
  const [currency, setCurrency] = useState("");
  const [legalEntity, setEntity] = useState("");
  const make = useMutation({
    mutationFn: () =>
      call(createSource, {
        body: { name, kind, channel, currency: currency || null, legalEntity: legalEntity || null },
      }),
    onSuccess: async ({ id }) => {
      await readAgain();
      close();
      void go(`/sources/${id}`);
    },
  });
  const choose = (next: Kind): void => {
    setKind(next);
    setChannel(usual[next]);
  };
  return (
    <Form
      act={text.make}
      go={() => make.mutate()}
      running={make.isPending}
      error={make.error}
      close={close}
      disabled={name.trim() === "" || !isFine(currency)}
    >
      <p className="form-text">{text.addSays}</p>
      <TextField
        label={text.name}
        hint={text.nameHint}
        value={name}
        set={setName}
        most={100}
        required
        first
      />
      <SelectField
        label={text.kind}
        value={kind}
        set={choose}
        options={kinds.map((one) => ({ value: one, word: text.kinds[one] ?? one }))}
      />
      <ChannelField channel={channel} set={setChannel} />
      <CurrencyField currency={currency} set={setCurrency} />
      <EntityField code={legalEntity} set={setEntity} />
    </Form>
  );
}

type OpenedProps = { readonly opened: boolean; readonly close: () => void };

export function NewSource({ opened, close }: OpenedProps) {
  const text = useText(sourceTexts);
  return (
    <Dialog title={text.addTitle} opened={opened} close={close}>
      <NewForm close={close} />
    </Dialog>
  );
}

function ChangeForm({ source, close }: { readonly source: Source; readonly close: () => void }) {
  const text = useText(sourceTexts);
  const forms = useText(formTexts);
  const readAgain = useReadAgain();
  const [name, setName] = useState(source.name);
  const [channel, setChannel] = useState<Channel>(source.channel);
  const [currency, setCurrency] = useState(source.currency ?? "");
  const [legalEntity, setEntity] = useState(source.legalEntity ?? "");
  const save = useMutation({
    mutationFn: () =>
      call(changeSource, {
        params: { id: source.id },
        body: { name, channel, currency: currency || null, legalEntity: legalEntity || null },
      }),
    onSuccess: async () => {
      await readAgain();
      close();
    },
  });
  return (
    <Form
      act={forms.save}
      go={() => save.mutate()}
      running={save.isPending}
      error={save.error}
      close={close}
      disabled={name.trim() === "" || !isFine(currency)}
    >
      <TextField label={text.name} value={name} set={setName} most={100} required first />
      <ChannelField channel={channel} set={setChannel} />
      <CurrencyField currency={currency} set={setCurrency} />
      <EntityField code={legalEntity} set={setEntity} />
    </Form>
  );
}

export function ChangeSource({ source, opened, close }: OpenedProps & { readonly source: Source }) {
  const text = useText(sourceTexts);
  return (
    <Dialog title={text.changeTitle} opened={opened} close={close}>
      <ChangeForm source={source} close={close} />
    </Dialog>
  );
}
