// One difference: which goods and what of them, the word that holds, and the one that does not.
import type { Difference, DifferenceKind, DifferenceValue } from "@somlos/contract/rooms/differences";
import { useFormats, useText } from "@somlos/look/language";
import { Link } from "react-router";
import { ChannelSign } from "../../channels.tsx";
import { useNow } from "../../now.ts";
import { differenceTexts } from "./difference-texts.ts";
import { useMoney } from "./price.tsx";

function useValue(): (kind: DifferenceKind, value: DifferenceValue) => string {
  const text = useText(differenceTexts);
  const formats = useFormats();
  const money = useMoney();
  return (kind, { text: said, onHand, currency, amountMinor, saleMinor = null }) => {
    if (said !== undefined) return said;
    if (onHand !== undefined) return text.pieces(formats.number(onHand));
    if (currency === undefined || amountMinor === undefined) return "";
    const ordinary = money(amountMinor, currency);
    if (kind === "price") return ordinary;
    return saleMinor === null
      ? text.notReduced(ordinary)
      : text.reduced(money(saleMinor, currency), ordinary);
  };
}

/** What of the goods it is about: whose price, where, in which language, which fact. */
function useWhere(): (one: Difference) => string {
  const text = useText(differenceTexts);
  return ({ kind, key, entity, otherEntity, location }) => {
    if (kind === "name" && key !== null)
      return key in text.ofLanguage ? text.ofLanguage[key as keyof typeof text.ofLanguage] : key;
    if (entity !== null && otherEntity !== null) return text.ofEntities(entity, otherEntity);
    return [key, location ?? entity].filter((part) => part !== null).join(" · ");
  };
}

export function GoodsCell({ one }: { readonly one: Difference }) {
  const text = useText(differenceTexts);
  const where = useWhere()(one);
  return (
    <>
      <Link className="gd-differs" to={`/goods/products/${encodeURIComponent(one.productCode)}`}>
        <b>{one.product ?? text.nameless}</b>
      </Link>
      <span className="pm-under">
        <b className="gd-kind">{text.kinds[one.kind]}</b>
        {where === "" ? "" : ` · ${where}`} · <code className="mono">{one.sku ?? one.productCode}</code>
      </span>
    </>
  );
}

type SideProps = {
  readonly kind: DifferenceKind;
  readonly side: Difference["holding"];
  readonly shown?: boolean;
};
export function Side({ kind, side, shown = false }: SideProps) {
  const text = useText(differenceTexts);
  const formats = useFormats();
  const now = useNow();
  const say = useValue();
  return (
    <>
      <span className="gd-word">{say(kind, side.value)}</span>
      <span className="pm-under gd-who">
        <ChannelSign channel={side.source.channel} size={14} silent />
        <span>
          {side.source.name}
          {shown ? `, ${text.shown}` : ""} · {text.says(formats.ago(side.at, now))}
        </span>
      </span>
    </>
  );
}
