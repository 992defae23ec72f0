// Settings, one place: open now, its week, days that differ, and beside them address and details.
import { Button } from "@mantine/core";
import type { EntityAnswer } from "@somlos/contract/rooms/company-entities";
import { changeLocation, type LocationAnswer } from "@somlos/contract/rooms/company-places";
import { useText } from "@somlos/look/language";
import { Link, useParams } from "react-router";
import { call } from "../../api.ts";
import { SavedForm } from "../../forms/save-bar.tsx";
import { useSaving } from "../../forms/use-saving.ts";
import { Railed } from "../../parts/railed.tsx";
import { may, useSession } from "../../session.ts";
import { FindButton, Top } from "../../shell/top.tsx";
import { Answered } from "../../states/answered.tsx";
import { Empty } from "../../states/states.tsx";
import { Closing } from "./closing.tsx";
import { Exceptions } from "./exceptions.tsx";
import { OpeningSign } from "./opening-sign.tsx";
import { Promising } from "./promising.tsx";
import "./settings.css";
import { draftOf, isWrong, type StoreDraft, StoreFields, wishOf } from "./store-fields.tsx";
import { storeTexts } from "./store-texts.ts";
import "./stores.css";
import { useEntities, useLocations, useReadAgain } from "./use-company.ts";
import { Week } from "./week.tsx";

type OneProps = { readonly place: LocationAnswer; readonly entity: EntityAnswer | undefined };

function Details({ place, entity }: OneProps) {
  const text = useText(storeTexts);
  const { data: session } = useSession();
  const readAgain = useReadAgain();
  const manages = may(session, "locations.manage") && place.mine;
  const saving = useSaving<StoreDraft>(
    { value: draftOf(place), version: place.version },
    (draft, version) =>
      call(changeLocation, { params: { id: place.id }, body: { version, ...wishOf(draft) } }),
    readAgain,
  );
  return (
    <div className="rl">
      <div>
        <h2 className="rail-title">{text.details}</h2>
        <p className="mid">
          <code className="mono">{place.code}</code> <span className="dim">{text.codeFixed}</span>
        </p>
        {manages ? null : <p className="mid">{text.readOnly}</p>}
      </div>
      <SavedForm saving={saving} manages={manages} readAgain={readAgain} wrong={isWrong(saving.draft)}>
        <StoreFields draft={saving.draft} set={saving.set} entity={entity} />
      </SavedForm>
      {manages ? <Closing what="location" one={place} /> : null}
    </div>
  );
}

function Head({ place, entity }: OneProps) {
  const text = useText(storeTexts);
  return (
    <header className="se-head st-head">
      <div>
        <h1 className="se-title">{place.name}</h1>
        <p className="st-meta">
          <OpeningSign place={place} />
          <span>
            {text.kinds[place.kind]}
            {place.city === null ? null : ` · ${place.city}`}
            {entity === undefined ? null : ` · ${entity.name}`}
          </span>
        </p>
      </div>
    </header>
  );
}

function Unknown() {
  const text = useText(storeTexts);
  return (
    <Empty
      alone
      title={text.unknown}
      act={
        <Button component={Link} to="/settings/stores">
          {text.toList}
        </Button>
      }
    >
      {text.unknownSays}
    </Empty>
  );
}

export function StoreSettingsOne() {
  const text = useText(storeTexts);
  const { id = "" } = useParams();
  const places = useLocations();
  const entities = useEntities();
  const place = places.data?.items.find((one) => one.id === id);
  const entity = entities.data?.items.find((one) => one.id === place?.entityId);
  return (
    <>
      <Top title={place?.name ?? text.title} from={{ title: text.title, path: "/settings/stores" }}>
        <FindButton />
      </Top>
      <Answered asked={places}>
        {() =>
          place === undefined ? (
            <Unknown />
          ) : (
            <div className="se-one" key={place.id}>
              <Railed label={text.details} rail={<Details place={place} entity={entity} />}>
                <Head place={place} entity={entity} />
                <Week place={place} />
                <Exceptions place={place} />
                <Promising place={place} />
              </Railed>
            </div>
          )
        }
      </Answered>
    </>
  );
}
