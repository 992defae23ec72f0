// For each chosen role where it counts: everywhere, whole legal entities, or single locations.
import type { Role } from "@somlos/contract";
import { useText } from "@somlos/look/language";
import { shellTexts } from "../../shell/texts.ts";
import { useEntities, useLocations } from "../settings/use-company.ts";
import { type Grant, rolesOf } from "./grants.rules.ts";
import { type Company, turned, type Where, whereOf, withWhere } from "./places.rules.ts";
import { staffTexts } from "./texts.ts";

type RoleProps = {
  readonly role: Role;
  readonly where: Where;
  readonly set: (where: Where) => void;
  readonly company: Company;
  readonly disabled: boolean;
};

/** In words: everywhere, or the names of what is ticked. */
function useSaid({ entities, places, strange }: Where, company: Company): string {
  const text = useText(staffTexts);
  const names = [
    ...company.entities.filter((one) => entities.includes(one.id)).map((one) => one.name),
    ...company.places
      .filter((one) => places.includes(one.id) && !entities.includes(one.entityId))
      .map((one) => one.name),
    ...(strange.length === 0 ? [] : [text.strange]),
  ];
  return names.length === 0 ? text.everywhere : names.join(", ");
}

type TickProps = {
  readonly word: string;
  readonly on: boolean;
  readonly turn: () => void;
  readonly disabled?: boolean;
};

function Tick({ word, on, turn, disabled = false }: TickProps) {
  return (
    <label className="pl-tick">
      <input type="checkbox" checked={on} disabled={disabled} onChange={turn} />
      {word}
    </label>
  );
}

function OneRole({ role, where, set, company, disabled }: RoleProps) {
  const text = useText(staffTexts);
  const shell = useText(shellTexts);
  const said = useSaid(where, company);
  const everywhere = { entities: [], places: [], strange: [] };
  const none = where.entities.length + where.places.length + where.strange.length === 0;
  return (
    <details className="pl">
      <summary>
        <b className="pl-role">{shell.roles[role]}</b> <span className="pl-said">{said}</span>
      </summary>
      <fieldset className="pl-list" disabled={disabled}>
        <legend className="vh">{text.whereOf(shell.roles[role])}</legend>
        <Tick word={text.everywhere} on={none} turn={() => set(everywhere)} />
        {company.entities.map((entity) => {
          const whole = where.entities.includes(entity.id);
          return (
            <div key={entity.id} className="pl-entity">
              <Tick
                word={text.allOf(entity.name)}
                on={whole}
                turn={() => set({ ...where, entities: turned(where.entities, entity.id) })}
              />
              {company.places
                .filter((place) => place.entityId === entity.id)
                .map((place) => (
                  <Tick
                    key={place.id}
                    word={place.name}
                    on={whole || where.places.includes(place.id)}
                    disabled={whole}
                    turn={() => set({ ...where, places: turned(where.places, place.id) })}
                  />
                ))}
            </div>
          );
        })}
      </fieldset>
    </details>
  );
}

type PlacesProps = {
  readonly grants: readonly Grant[];
  readonly set: (grants: Grant[]) => void;
  readonly disabled?: boolean;
};

export function PlacesField({ grants, set, disabled = false }: PlacesProps) {
  const text = useText(staffTexts);
  const entities = useEntities();
  const places = useLocations();
  const company: Company = { entities: entities.data?.items ?? [], places: places.data?.items ?? [] };
  const fenced = rolesOf(grants).filter((role) => role !== "owner");
  if (company.entities.length === 0) return <p className="ff-hint">{text.rolesWhere}</p>;
  if (fenced.length === 0) return null;
  return (
    <div className="ff">
      <h3 className="ff-label">{text.where}</h3>
      {fenced.map((role) => (
        <OneRole
          key={role}
          role={role}
          where={whereOf(role, grants, company)}
          set={(where) => set(withWhere(grants, role, where, company))}
          company={company}
          disabled={disabled}
        />
      ))}
    </div>
  );
}
