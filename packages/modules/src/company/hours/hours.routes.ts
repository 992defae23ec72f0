// The doors of opening hours.
import * as words from "@somlos/contract/rooms/company-places";
import { handle } from "@somlos/kernel/http";
import { spanOf } from "@somlos/rules/opening-hours";
import { type CompanyHouse, change } from "../company.house.ts";
import { told } from "../places/entities.routes.ts";
import { removeException, setException, setHours } from "./hours.actions.ts";

export const hoursDoors = [
  handle(words.setHours, (house: CompanyHouse, knock) => {
    const seen = { id: knock.params.id, version: knock.body.version };
    const week = knock.body.week.map((span) => ({ weekday: span.weekday, ...spanOf(span) }));
    return change(house, knock, words.setHours.id, async (work, grants) =>
      told(await setHours(work, grants, seen, week)),
    );
  }),
  handle(words.setException, (house: CompanyHouse, knock) => {
    const { version, note, spans } = knock.body;
    const { id, date } = knock.params;
    return change(house, knock, words.setException.id, async (work, grants) =>
      told(await setException(work, grants, { id, version }, { date, note, spans: spans.map(spanOf) })),
    );
  }),
  handle(words.removeException, (house: CompanyHouse, knock) => {
    const { id, date } = knock.params;
    return change(house, knock, words.removeException.id, async (work, grants) =>
      told(await removeException(work, grants, { id, version: knock.query.version }, date)),
    );
  }),
] as const;
