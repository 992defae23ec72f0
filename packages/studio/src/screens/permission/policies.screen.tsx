// Permission, what counsel decides: what holds in each country of ours, and every decision with its day and its reason.
import { Button } from "@mantine/core";
import type { PolicyDecision } from "@somlos/contract/rooms/consent-policies";
import { useFormats, useLanguage, useText } from "@somlos/look/language";
import { useState } from "react";
import { Link } from "react-router";
import { may, useSession } from "../../session.ts";
import { Answered } from "../../states/answered.tsx";
import { Empty } from "../../states/states.tsx";
import { countryNamer } from "../settings/names.ts";
import { DecidePolicy } from "./decide-policy.tsx";
import { PermissionFrame } from "./frame.tsx";
import { policyTexts } from "./policy-texts.ts";
import { usePolicies } from "./use-permission.ts";

/** Days of the law have no zone: noon is the same day everywhere we sell. */
const noon = (day: string): string => `${day}T12:00:00`;

function useCountry(): (code: string) => string {
  const text = useText(policyTexts);
  const name = countryNamer(useLanguage().language);
  return (code) => (code === "EU" ? text.others : name(code));
}

function Choices({ decision }: { readonly decision: PolicyDecision }) {
  const text = useText(policyTexts);
  const formats = useFormats();
  return (
    <>
      <td data-label={text.head.calls}>{text.calls(decision.coldCalls)}</td>
      <td data-label={text.head.free}>{text.free(decision.softFromFreeAccount)}</td>
      <td className="num" data-label={text.head.sleeps}>
        {text.days(formats.number(decision.dormantDays))}
      </td>
    </>
  );
}

type LineProps = { readonly holds: PolicyDecision; readonly decide: (() => void) | undefined };

function Line({ holds, decide }: LineProps) {
  const text = useText(policyTexts);
  const formats = useFormats();
  const country = useCountry()(holds.country);
  const since = holds.validFrom === null ? text.undecided : text.since(formats.date(noon(holds.validFrom)));
  return (
    <tr>
      <th scope="row">
        <b>{country}</b>
        <span className="pm-under">{since}</span>
      </th>
      <Choices decision={holds} />
      <td className="pm-act">
        {decide === undefined ? null : (
          <Button onClick={decide} aria-label={text.decideFor(country)}>
            {text.decide}
          </Button>
        )}
      </td>
    </tr>
  );
}

function Head({ acts }: { readonly acts: boolean }) {
  const text = useText(policyTexts);
  return (
    <thead>
      <tr>
        <th scope="col">{text.head.country}</th>
        <th scope="col">{text.head.calls}</th>
        <th scope="col">{text.head.free}</th>
        <th scope="col">{text.head.sleeps}</th>
        {acts ? <td /> : null}
      </tr>
    </thead>
  );
}

function Decisions({ items }: { readonly items: readonly PolicyDecision[] }) {
  const text = useText(policyTexts);
  const formats = useFormats();
  const country = useCountry();
  return (
    <section className="pm-decisions">
      <h2 className="pm-sub">{text.all}</h2>
      <table className="pm-table">
        <Head acts={false} />
        <tbody>
          {items.map((one) => (
            <tr key={one.number}>
              <th scope="row">
                <b>{country(one.country)}</b>
                <span className="pm-under">
                  {one.validFrom === null ? "" : text.later(formats.date(noon(one.validFrom)))}
                </span>
                <span className="pm-under pm-reason">{one.note}</span>
              </th>
              <Choices decision={one} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function Policies() {
  const text = useText(policyTexts);
  const { data: session } = useSession();
  const policies = usePolicies();
  const country = useCountry();
  const [deciding, setDeciding] = useState<PolicyDecision>();
  const manages = may(session, "consent.manage");
  return (
    <PermissionFrame>
      <Answered asked={policies} rows={3}>
        {({ holding, decisions }) =>
          holding.length === 0 ? (
            <Empty
              title={text.empty}
              act={
                <Button component={Link} to="/settings/entities">
                  {text.toEntities}
                </Button>
              }
            >
              {text.emptySays}
            </Empty>
          ) : (
            <>
              <p className="pm-lead mid">{text.lead}</p>
              <table className="pm-table">
                <Head acts />
                <tbody>
                  {holding.map((one) => (
                    <Line
                      key={one.country}
                      holds={one}
                      decide={manages ? () => setDeciding(one) : undefined}
                    />
                  ))}
                </tbody>
              </table>
              {decisions.length === 0 ? null : <Decisions items={decisions} />}
            </>
          )
        }
      </Answered>
      <DecidePolicy
        holds={deciding}
        country={deciding === undefined ? "" : country(deciding.country)}
        close={() => setDeciding(undefined)}
      />
    </PermissionFrame>
  );
}
