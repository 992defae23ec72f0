// Settings, legal entities: the list, and one of them beside it.
import { Button } from "@mantine/core";
import type { EntityAnswer } from "@somlos/contract/rooms/company-entities";
import { useFormats, useLanguage, useText } from "@somlos/look/language";
import { IconPlus } from "@tabler/icons-react";
import { useCallback } from "react";
import { useSearchParams } from "react-router";
import { Railed } from "../../parts/railed.tsx";
import { may, useSession } from "../../session.ts";
import { Answered } from "../../states/answered.tsx";
import { Empty } from "../../states/states.tsx";
import "./entities.css";
import { EntityRail, NewEntity } from "./entity-form.tsx";
import { entityTexts } from "./entity-texts.ts";
import { SettingsFrame } from "./frame.tsx";
import { countryNamer, zoneWord } from "./names.ts";
import { NewSharing } from "./sharing-form.tsx";
import { SharingRail } from "./sharing-rail.tsx";
import { sharingTexts } from "./sharing-texts.ts";
import { recording, Sharings } from "./sharings.tsx";
import { settingsTexts } from "./texts.ts";
import { useEntities, useSharings } from "./use-company.ts";

const entering = "new";

type LineProps = {
  readonly entity: EntityAnswer;
  readonly chosen: boolean;
  readonly choose: (id: string) => void;
};

function Line({ entity, chosen, choose }: LineProps) {
  const text = useText(entityTexts);
  const { principal } = useText(sharingTexts);
  const formats = useFormats();
  const { language } = useLanguage();
  const { lastDay } = entity;
  const places =
    entity.locations === 0
      ? text.noLocations
      : text.locations(formats.number(entity.locations), entity.locations === 1);
  return (
    <li>
      <button
        type="button"
        className="plain en"
        aria-pressed={chosen}
        data-closed={entity.closed || undefined}
        onClick={() => choose(entity.id)}
      >
        <span className="en-name">
          <b className="el">{entity.name}</b>
          <span className="en-code">
            <span className="mono">{entity.code}</span>
            {entity.principal ? ` · ${principal}` : null}
          </span>
        </span>
        <span className="en-part">
          {countryNamer(language)(entity.country)}
          <span className="dim"> · {zoneWord(entity.timeZone)}</span>
        </span>
        <span className="en-part mono">{entity.currency}</span>
        <span className="en-part en-end">
          {lastDay === null
            ? places
            : (entity.closed ? text.closed : text.closes)(formats.date(`${lastDay}T12:00:00`))}
        </span>
      </button>
    </li>
  );
}

type RailProps = {
  readonly items: readonly EntityAnswer[];
  readonly id: string | undefined;
  readonly choose: (id: string | undefined) => void;
  readonly manages: boolean;
};

function Rail({ items, id, choose, manages }: RailProps) {
  const text = useText(entityTexts);
  const done = useCallback((made: string) => choose(made), [choose]);
  const sharings = useSharings();
  const chosen = items.find((entity) => entity.id === id);
  const shared = sharings.data?.items.find((sharing) => sharing.id === id);
  if (id === entering && manages) return <NewEntity close={() => choose(undefined)} done={done} />;
  if (id === recording && manages)
    return <NewSharing entities={items} close={() => choose(undefined)} done={done} />;
  if (shared !== undefined) return <SharingRail key={shared.id} sharing={shared} manages={manages} />;
  if (chosen !== undefined) return <EntityRail key={chosen.id} entity={chosen} manages={manages} />;
  return (
    <div>
      <h2 className="rail-title">{text.choose}</h2>
      <p className="mid">{text.chooseSays}</p>
    </div>
  );
}

export function EntitySettings() {
  const text = useText(entityTexts);
  const settings = useText(settingsTexts);
  const { data: session } = useSession();
  const entities = useEntities();
  const manages = may(session, "settings.manage");
  const [params, setParams] = useSearchParams();
  const choose = useCallback(
    (id: string | undefined): void =>
      setParams(id === undefined ? {} : { id }, { replace: true, preventScrollReset: true }),
    [setParams],
  );
  const id = params.get("id") ?? undefined;
  const add = (
    <Button
      variant="filled"
      leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
      onClick={() => choose(entering)}
    >
      {text.add}
    </Button>
  );
  return (
    <SettingsFrame act={manages && (entities.data?.items.length ?? 0) > 0 ? add : undefined}>
      <Answered asked={entities}>
        {({ items }) => (
          <div className="se-one">
            <Railed
              label={text.title}
              rail={<Rail items={items} id={id} choose={choose} manages={manages} />}
              sheet={{ open: id !== undefined, close: () => choose(undefined) }}
            >
              <p className="se-lead mid">{manages ? text.lead : settings.readOnly}</p>
              {items.length === 0 ? (
                <Empty title={text.empty} act={manages && id !== entering ? add : undefined}>
                  {manages ? text.emptySays : text.emptyRead}
                </Empty>
              ) : (
                <>
                  <ul className="ens">
                    {items.map((entity) => (
                      <Line key={entity.id} entity={entity} chosen={entity.id === id} choose={choose} />
                    ))}
                  </ul>
                  <Sharings entities={items} id={id} choose={choose} manages={manages} />
                </>
              )}
            </Railed>
          </div>
        )}
      </Answered>
    </SettingsFrame>
  );
}
