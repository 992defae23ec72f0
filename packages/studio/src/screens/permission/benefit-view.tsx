// What words say one gets, and how that went: shown, said yes to, come.
import type { Benefit } from "@somlos/contract/rooms/consent-benefits";
import { useFormats, useText } from "@somlos/look/language";
import { benefitTexts } from "./benefit-texts.ts";
import type { TextView } from "./publish.rules.ts";
import { useBenefits } from "./use-permission.ts";

function Came({ of }: { readonly of: Benefit }) {
  const text = useText(benefitTexts);
  const formats = useFormats();
  const over = of.came + of.missed;
  const parts = [
    over === 0 ? null : text.came(formats.percent(of.came / over)),
    of.missed === 0 ? null : text.missed(formats.number(of.missed)),
    of.waiting === 0 ? null : text.waiting(formats.number(of.waiting)),
    of.ended === 0 ? null : text.ended(formats.number(of.ended)),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : <li>{parts.join(" · ")}</li>;
}

function Figures({ of }: { readonly of: Benefit }) {
  const text = useText(benefitTexts);
  const formats = useFormats();
  return (
    <>
      <h3 className="pm-version">{text.title}</h3>
      <ul className="pm-gets-figures">
        <li>{of.shown === 0 ? text.notShown : text.shown(formats.number(of.shown), of.shown === 1)}</li>
        <li>
          <b>{text.yes(formats.number(of.yes), of.yes === 1)}</b>
          {of.accepted === null ? null : <> · {text.accepted(formats.percent(of.accepted))}</>}
        </li>
        {of.proof === null ? null : <Came of={of} />}
      </ul>
    </>
  );
}

export function BenefitView({ of }: { readonly of: TextView }) {
  const text = useText(benefitTexts);
  const formats = useFormats();
  const benefits = useBenefits();
  if (of.basis === "soft") return null;
  const found = benefits.data?.items.find(({ textId }) => textId === of.id);
  return (
    <div className="pm-gets-view">
      {of.benefit === null ? (
        <p className="pm-quiet">
          <i className="knot knot-open" />
          {text.silent}
        </p>
      ) : (
        <>
          <p className="pm-version">{text.gets}</p>
          <p className="pm-benefit" lang={of.language}>
            {of.benefit}
          </p>
          <p className="dim">
            {of.proof === null ? text.untold : text.told(of.proof.event, formats.number(of.proof.days))}
          </p>
        </>
      )}
      {found === undefined ? null : <Figures of={found} />}
    </div>
  );
}
