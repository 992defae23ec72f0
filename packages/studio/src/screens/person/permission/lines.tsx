// What was ever said, by legal entity and purpose: a line a channel, which opens what proves it.
import { useFormats, useText } from "@somlos/look/language";
import { IconChevronRight } from "@tabler/icons-react";
import { shortValue } from "../../../identifiers.tsx";
import { PermissionSign, permissionTexts } from "../../../permissions.tsx";
import { groupsOf, keyOf, type Line, type PurposeGroup } from "./said.rules.ts";
import { StateSign } from "./state.tsx";
import { saidTexts } from "./texts.ts";

type Choosing = {
  readonly chosen: string | undefined;
  readonly choose: (key: string) => void;
};

function One({ line, chosen, choose }: Choosing & { readonly line: Line }) {
  const text = useText(saidTexts);
  const channels = useText(permissionTexts).channels;
  const formats = useFormats();
  const key = keyOf(line);
  return (
    <li>
      <button
        type="button"
        className="plain pp-line"
        aria-current={key === chosen || undefined}
        onClick={() => choose(key)}
      >
        <span className="pp-channel">
          <PermissionSign channel={line.channel} silent />
          {channels[line.channel]}
        </span>
        <StateSign state={line.state} />
        <span className="pp-whom el" title={line.identifier?.value}>
          {line.identifier === null ? "" : shortValue(line.identifier.kind, line.identifier.value)}
        </span>
        <span className="pp-since num">{text.since(formats.date(line.since))}</span>
        <IconChevronRight size={16} stroke={1.6} aria-hidden className="icon" />
      </button>
    </li>
  );
}

function Purpose({ group, ...choosing }: Choosing & { readonly group: PurposeGroup }) {
  const words = useText(permissionTexts);
  return (
    <div className="pp-purpose">
      <h4 className="pp-name">
        {group.purpose}
        {group.kind === null ? null : <span>{words.kinds[group.kind]}</span>}
      </h4>
      <ul>
        {group.lines.map((line) => (
          <One key={keyOf(line)} line={line} {...choosing} />
        ))}
      </ul>
    </div>
  );
}

export function Lines({ items, ...choosing }: Choosing & { readonly items: readonly Line[] }) {
  return groupsOf(items).map(({ entity, purposes }) => (
    <section key={entity.id} className="pp-entity" aria-label={entity.name ?? entity.id}>
      <h3 className="h">{entity.name ?? entity.id}</h3>
      {purposes.map((group) => (
        <Purpose key={group.purpose} group={group} {...choosing} />
      ))}
    </section>
  ));
}
