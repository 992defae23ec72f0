// What would hold otherwise, as lines of a table: a title, and what is said of each person now and after.
import type { HoldState, Holds, Sides } from "@somlos/contract/rooms/identity-holds";
import { useFormats, useText } from "@somlos/look/language";
import { channelTexts } from "../../channels.tsx";
import { identifierTexts } from "../../identifiers.tsx";
import { permissionTexts } from "../../permissions.tsx";
import { dialTexts } from "../person/dial/texts.ts";
import { holdsTexts } from "./holds-texts.ts";

export type Line = { readonly key: string; readonly title: string; readonly says: Sides<string> };

const saying = <V>({ now, after }: Sides<V>, say: (value: V) => string): Sides<string> => ({
  now: now.map(({ personId, value }) => ({ personId, value: say(value) })),
  after: after.map(({ personId, value }) => ({ personId, value: say(value) })),
});

/** Channels in which the same is said stand in one line. */
const alike = (dial: Holds["dial"]): (readonly Holds["dial"][number][])[] => [
  ...Map.groupBy(dial, ({ now, after }) => JSON.stringify([now, after])).values(),
];

function usePermissionLines(): (permissions: Holds["permissions"]) => Line[] {
  const text = useText(holdsTexts);
  const { states, channels } = useText(permissionTexts);
  const words: Readonly<Record<HoldState, string>> = { ...states, ...text.states };
  return (permissions) => {
    const entities = new Set(permissions.flatMap(({ entity }) => entity?.id ?? []));
    return permissions.map(({ purpose, channel, entity, ...sides }) => {
      const parts = [
        purpose ?? text.everything,
        channel === null ? null : channels[channel],
        entities.size > 1 ? (entity?.name ?? null) : null,
      ];
      const title = parts.filter((part) => part !== null).join(" · ");
      return { key: `may ${title} ${entity?.id}`, title, says: saying(sides, (state) => words[state]) };
    });
  };
}

function useWishLines(): (wishes: Holds["wishes"]) => Line[] {
  const text = useText(holdsTexts);
  const { channels } = useText(permissionTexts);
  const formats = useFormats();
  const say = (name: Holds["wishes"][number]["name"], value: string | null): string => {
    if (value === null) return text.nothing;
    if (name === "pause") return text.until(formats.moment(value));
    if (name === "most") return text.per(value.split(" ")[0] ?? "", value.split(" ")[1] ?? "");
    if (name === "hours") return value.replaceAll(/ \d+/g, "");
    return value === "declined" ? text.stances.declined : text.stances.chosen;
  };
  const named: Readonly<Record<string, string>> = channels;
  return (wishes) =>
    wishes.map(({ name, item, ...sides }) => ({
      key: `${name} ${item} ${JSON.stringify(sides.now)}`,
      title: text.wishes[name](name === "most" ? (named[item] ?? item) : item),
      says: saying(sides, (value) => say(name, value)),
    }));
}

export function useLines({ permissions, minor, dial, wishes, households }: Holds): Line[] {
  const text = useText(holdsTexts);
  const { levels } = useText(dialTexts);
  const channelNames = useText(channelTexts);
  const kindNames = useText(identifierTexts).kinds;
  const permissionLines = usePermissionLines();
  const wishLines = useWishLines();
  type Level = Holds["dial"][number]["now"][number]["value"];
  const level = ({ level: at, kinds }: Level): string =>
    kinds === null
      ? levels[at]
      : `${levels[at]}, ${text.by(kinds.map((kind) => kindNames[kind]).join(", "))}`;
  type Home = Holds["households"][number]["now"][number]["value"];
  const home = ({ member, others, shares, rests, sees }: Home): string =>
    member ? text.home(others, shares, rests, sees) : text.notIn;
  return [
    ...permissionLines(permissions),
    ...minor.map((sides) => ({
      ...{ key: "minor", title: text.minor },
      says: saying(sides, (yes) => (yes ? text.young.yes : text.young.no)),
    })),
    ...alike(dial).flatMap((list) => {
      const [first] = list;
      if (first === undefined) return [];
      const title = text.dial(list.map(({ channel }) => channelNames[channel]).join(", "));
      return [{ key: title, title, says: saying(first, level) }];
    }),
    ...wishLines(wishes),
    ...households.map((sides) => ({ key: sides.id, title: text.household, says: saying(sides, home) })),
  ];
}
