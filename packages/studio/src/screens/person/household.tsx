// That somebody is in a household: how many are in it and what they let the others see; names only by right.
import { type PersonHousehold, personHouseholds } from "@somlos/contract/rooms/households";
import { texts, useFormats, useText } from "@somlos/look/language";
import { useQuery } from "@tanstack/react-query";
import { call } from "../../api.ts";
import "./facts.css";

const householdTexts = texts({
  en: {
    title: "Household",
    members: (n: string) => `${n} in it`,
    alone: "nobody else in it yet",
    maker: "made it",
    since: (when: string) => `since ${when}`,
    with: "With",
    shares: "Lets others see",
    nothing: "nothing",
    one: (what: string, n: string) => `${what} (${n})`,
    note: "Chosen by the person, and seen by the others only. It joins nobody and permits nothing.",
  },
  sv: {
    title: "Hushåll",
    members: (n: string) => `${n} personer`,
    alone: "ingen annan är med än",
    maker: "skapade det",
    since: (when: string) => `sedan ${when}`,
    with: "Med",
    shares: "Låter andra se",
    nothing: "inget",
    one: (what: string, n: string) => `${what} (${n})`,
    note: "Valt av personen, och sett bara av de andra. Det förenar ingen och tillåter inget.",
  },
  da: {
    title: "Husstand",
    members: (n: string) => `${n} personer`,
    alone: "ingen anden er med endnu",
    maker: "oprettede den",
    since: (when: string) => `siden ${when}`,
    with: "Med",
    shares: "Lader andre se",
    nothing: "intet",
    one: (what: string, n: string) => `${what} (${n})`,
    note: "Valgt af personen og kun set af de andre. Det samler ingen og tillader intet.",
  },
});

export function Household({ personId }: { readonly personId: string }) {
  const text = useText(householdTexts);
  const { data } = useQuery({
    queryKey: ["person-households", personId],
    queryFn: ({ signal }) => call(personHouseholds, { params: { id: personId } }, signal),
    staleTime: 30_000,
  });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className="sec" aria-label={text.title}>
      <div className="sec-head">
        <h2 className="h">{text.title}</h2>
      </div>
      {data.items.map((one) => (
        <One key={one.id} one={one} />
      ))}
      <p className="sec-none">{text.note}</p>
    </section>
  );
}

function One({ one }: { readonly one: PersonHousehold }) {
  const text = useText(householdTexts);
  const { number, date } = useFormats();
  const shares = one.shares.map(({ title, with: n }) => text.one(title, number(n))).join(", ");
  const said = [
    one.members === 1 ? text.alone : text.members(number(one.members)),
    ...(one.maker ? [text.maker] : []),
    text.since(date(one.since)),
  ].join(", ");
  return (
    <dl className="about household-one">
      <dt>{one.name ?? text.title}</dt>
      <dd>{said}</dd>
      {one.called === null || one.called.length === 0 ? null : (
        <>
          <dt>{text.with}</dt>
          <dd>{one.called.join(", ")}</dd>
        </>
      )}
      <dt>{text.shares}</dt>
      <dd>{shares === "" ? text.nothing : shares}</dd>
    </dl>
  );
}
