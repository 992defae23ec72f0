// Settings, stores and hours: every place with whether it is open now.
import { Button } from "@mantine/core";
import type { EntityAnswer } from "@somlos/contract/rooms/company-entities";
import type { LocationAnswer } from "@somlos/contract/rooms/company-places";
import { useFormats, useLanguage, useText } from "@somlos/look/language";
import { IconPlus } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { Link, useSearchParams } from "react-router";
import { may, useSession } from "../../session.ts";
import { Answered } from "../../states/answered.tsx";
import { Empty, Loading } from "../../states/states.tsx";
import { SettingsFrame } from "./frame.tsx";
import { kindSigns } from "./kind-signs.ts";
import { mapTexts } from "./map/map-texts.ts";
import { NewStore } from "./new-store.tsx";
import { OpeningSign } from "./opening-sign.tsx";
import { storeTexts } from "./store-texts.ts";
import "./stores.css";
import { useEntities, useLocations } from "./use-company.ts";
import { hoursToday } from "./when.ts";

type RowProps = { readonly place: LocationAnswer; readonly entity: EntityAnswer | undefined };

function Today({ place }: { readonly place: LocationAnswer }) {
  const text = useText(storeTexts);
  const { language } = useLanguage();
  if (place.closed || place.opening.state === "unknown") return <span className="dim">–</span>;
  if (place.week.length === 0 && place.exceptions.length === 0) return text.allDay;
  const line = hoursToday(place, language);
  return line === "" ? <span className="dim">{text.closedToday}</span> : line;
}

function Row({ place, entity }: RowProps) {
  const text = useText(storeTexts);
  const formats = useFormats();
  const Sign = kindSigns[place.kind];
  const { lastDay } = place;
  return (
    <tr className="st" data-closed={place.closed || undefined}>
      <td className="st-name">
        <Link to={`/settings/stores/${place.id}`} className="st-open">
          <Sign size={17} stroke={1.6} aria-hidden className="icon" />
          <b className="el">{place.name}</b>
        </Link>
        <span className="st-under">
          {text.kinds[place.kind]}
          {place.city === null ? null : ` · ${place.city}`} · <code className="mono">{place.code}</code>
        </span>
      </td>
      <td>
        <OpeningSign place={place} />
        {lastDay === null || place.closed ? null : (
          <span className="st-last">{text.closes(formats.date(`${lastDay}T12:00:00`))}</span>
        )}
      </td>
      <td className="num">
        <span className="st-label">{text.head.today}</span>
        <Today place={place} />
      </td>
      <td>
        <span className="st-label">{text.head.entity}</span>
        {entity?.name ?? ""}
      </td>
    </tr>
  );
}

type ListProps = { readonly places: readonly LocationAnswer[]; readonly entities: readonly EntityAnswer[] };

function List({ places, entities }: ListProps) {
  const text = useText(storeTexts);
  return (
    <table className="sts">
      <caption className="vh">{text.title}</caption>
      <thead>
        <tr>
          {[text.head.name, text.head.now, text.head.today, text.head.entity].map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {places.map((place) => (
          <Row
            key={place.id}
            place={place}
            entity={entities.find((entity) => entity.id === place.entityId)}
          />
        ))}
      </tbody>
    </table>
  );
}

const StoresMap = lazy(() => import("./map/stores-map.tsx").then((file) => ({ default: file.StoresMap })));

const views = ["list", "map"] as const;
/** Which of them stands in the address: it can be sent to a colleague. */
function useView() {
  const [params, setParams] = useSearchParams();
  const view: (typeof views)[number] = params.get("view") === "map" ? "map" : "list";
  return {
    view,
    show: (one: typeof view) => setParams(one === "map" ? { view: one } : {}, { replace: true }),
  };
}

function Views({ view, show }: ReturnType<typeof useView>) {
  const text = useText(mapTexts);
  return (
    <fieldset className="sts-views">
      <legend className="vh">{text.as}</legend>
      {views.map((one) => (
        <button key={one} type="button" aria-pressed={one === view} onClick={() => show(one)}>
          {text.views[one]}
        </button>
      ))}
    </fieldset>
  );
}

type NothingProps = { readonly manages: boolean; readonly hasEntity: boolean; readonly add: React.ReactNode };

function Nothing({ manages, hasEntity, add }: NothingProps) {
  const text = useText(storeTexts);
  if (!manages) return <Empty title={text.empty}>{text.emptyRead}</Empty>;
  if (hasEntity)
    return (
      <Empty title={text.empty} act={add}>
        {text.emptySays}
      </Empty>
    );
  const go = (
    <Button component={Link} to="/settings/entities?id=new">
      {text.toEntities}
    </Button>
  );
  return (
    <Empty title={text.empty} act={go}>
      {text.emptyEntity}
    </Empty>
  );
}

export function StoreSettings() {
  const text = useText(storeTexts);
  const { data: session } = useSession();
  const places = useLocations();
  const entities = useEntities();
  const [adding, setAdding] = useState(false);
  const shown = useView();
  const manages = may(session, "locations.manage");
  const open = (entities.data?.items ?? []).filter((entity) => entity.lastDay === null);
  const add = (
    <Button
      variant="filled"
      leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
      onClick={() => setAdding(true)}
    >
      {text.add}
    </Button>
  );
  const some = (places.data?.items.length ?? 0) > 0;
  return (
    <SettingsFrame act={manages && some && open.length > 0 ? add : undefined}>
      <Answered asked={places}>
        {({ items }) => (
          <>
            <div className="sts-head">
              <p className="se-lead mid">{text.lead}</p>
              {items.length === 0 ? null : <Views {...shown} />}
            </div>
            {items.length === 0 ? (
              <Nothing manages={manages} hasEntity={open.length > 0} add={add} />
            ) : shown.view === "map" ? (
              <Suspense fallback={<Loading rows={8} />}>
                <StoresMap places={items} />
              </Suspense>
            ) : (
              <List places={items} entities={entities.data?.items ?? []} />
            )}
          </>
        )}
      </Answered>
      {open.length === 0 ? null : <NewStore opened={adding} close={() => setAdding(false)} entities={open} />}
    </SettingsFrame>
  );
}
