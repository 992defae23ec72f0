// Choices that most files do not need: rows that belong together, how a row is known again, zone, channel, series.
import { Button } from "@mantine/core";
import { type Channel, channels } from "@somlos/contract/rooms/events";
import type { Mapping } from "@somlos/contract/rooms/imports-mapping";
import { useLanguage, useText } from "@somlos/look/language";
import { channelTexts } from "../../../channels.tsx";
import { SelectField, TextField } from "../../../forms/fields.tsx";
import { countryChoices } from "../../settings/names.ts";
import { setGroup } from "./meaning.rules.ts";
import { zoneHere } from "./start.rules.ts";
import { columnTexts } from "./texts.ts";

type MoreProps = {
  readonly mapping: Mapping;
  readonly columns: readonly string[];
  readonly change: (mapping: Mapping) => void;
};

const NONE = "";

function GroupField({ mapping, columns, change }: MoreProps) {
  const text = useText(columnTexts);
  if (mapping.event.type !== "track") return null;
  return (
    <SelectField
      label={text.group}
      hint={text.groupHint}
      value={mapping.groupBy?.columns[0] ?? NONE}
      set={(column) => change(setGroup(mapping, column === NONE ? undefined : column))}
      options={[
        { value: NONE, word: text.groupNone },
        ...columns.map((column) => ({ value: column, word: column })),
      ]}
    />
  );
}

function OnceField({ mapping, columns, change }: MoreProps) {
  const text = useText(columnTexts);
  const set = (column: string): void => {
    const { messageId: _old, ...rest } = mapping;
    change(column === NONE ? rest : { ...rest, messageId: [column] });
  };
  return (
    <SelectField
      label={text.once}
      hint={text.onceHint}
      value={mapping.messageId?.[0] ?? NONE}
      set={set}
      options={[
        { value: NONE, word: text.onceFile },
        ...columns.map((column) => ({ value: column, word: text.onceColumn(column) })),
      ]}
    />
  );
}

function zonesFor(current: string): string[] {
  const all = Intl.supportedValuesOf("timeZone");
  return [...new Set([current, zoneHere(), "UTC", ...all])];
}

function ZoneField({ mapping, change }: Omit<MoreProps, "columns">) {
  const text = useText(columnTexts);
  const { time } = mapping;
  if (time === undefined) return null;
  const zone = time.zone ?? "UTC";
  return (
    <SelectField
      label={text.zone}
      hint={text.zoneHint}
      value={zone}
      set={(next) => change({ ...mapping, time: { ...time, zone: next } })}
      options={zonesFor(zone).map((value) => ({ value, word: value.replaceAll("_", " ") }))}
    />
  );
}

function CountryField({ mapping, change }: Omit<MoreProps, "columns">) {
  const text = useText(columnTexts);
  const { language } = useLanguage();
  const set = (next: string): void => {
    const { country: _old, ...rest } = mapping;
    change(next === NONE ? rest : { ...rest, country: next });
  };
  return (
    <SelectField
      label={text.country}
      hint={text.countryHint}
      value={mapping.country ?? NONE}
      set={set}
      options={[{ value: NONE, word: text.countryNone }, ...countryChoices(language)]}
    />
  );
}

function ChannelField({ mapping, change }: Omit<MoreProps, "columns">) {
  const text = useText(columnTexts);
  const words = useText(channelTexts);
  const set = (next: Channel | typeof NONE): void => {
    const { channel: _old, ...rest } = mapping;
    change(next === NONE ? rest : { ...rest, channel: next });
  };
  const listed = channels.filter((one) => one !== "unknown" && one !== "import");
  return (
    <SelectField<Channel | typeof NONE>
      label={text.channel}
      value={mapping.channel ?? NONE}
      set={set}
      options={[
        { value: NONE, word: text.channelNone },
        ...listed.map((one) => ({ value: one, word: words[one] })),
      ]}
    />
  );
}

function SeriesField({ mapping, change }: Omit<MoreProps, "columns">) {
  const text = useText(columnTexts);
  const set = (next: string): void => {
    const { series: _old, ...rest } = mapping;
    change(next.trim() === "" ? rest : { ...rest, series: next });
  };
  return (
    <TextField label={text.series} hint={text.seriesHint} value={mapping.series ?? ""} set={set} most={80} />
  );
}

function Variants({ mapping, change }: Omit<MoreProps, "columns">) {
  const text = useText(columnTexts);
  const variants = mapping.variants ?? [];
  if (variants.length === 0) return null;
  return (
    <div className="mo-wide">
      <p className="ff-label">{text.variants}</p>
      <ul className="mo-variants">
        {variants.map((one) => (
          <li key={`${one.column} ${one.startsWith}`}>
            <span>
              {text.variantSays(one.column, one.startsWith, one.name)}
              {one.turnSigns === true ? ` · ${text.variantTurned}` : ""}
            </span>
            <Button
              size="xs"
              onClick={() => change({ ...mapping, variants: variants.filter((other) => other !== one) })}
            >
              {text.dropVariant}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function More(props: MoreProps) {
  const text = useText(columnTexts);
  if (props.mapping.event.type === "as_is") return null;
  return (
    <details className="mo">
      <summary>{text.more}</summary>
      <div className="mo-fields">
        <GroupField {...props} />
        <OnceField {...props} />
        <ZoneField {...props} />
        <CountryField {...props} />
        <ChannelField {...props} />
        <SeriesField {...props} />
        <Variants {...props} />
      </div>
    </details>
  );
}
