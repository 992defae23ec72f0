// What a variant has cost: a line of steps, and the same as a table.
import type { PriceHistory } from "@somlos/contract/rooms/catalog";
import { useFormats, useText } from "@somlos/look/language";
import { useState } from "react";
import { SelectField } from "../../forms/fields.tsx";
import { useNow } from "../../now.ts";
import { useMoney } from "./price.tsx";
import { productTexts } from "./product-texts.ts";
import { stepsOf } from "./steps.rules.ts";

function Steps({ history }: { readonly history: PriceHistory }) {
  const now = useNow();
  const steps = stepsOf(history.stretches, now.getTime());
  if (steps === undefined) return null;
  return (
    <svg className="gd-step" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden>
      <line x1="0" y1="100" x2="100" y2="100" />
      <path d={steps} />
    </svg>
  );
}

const keyOf = ({ sku, entity }: PriceHistory): string => `${sku} · ${entity}`;
/** One of them at a time. */
export function Histories({ items }: { readonly items: readonly PriceHistory[] }) {
  const text = useText(productTexts);
  const [chosen, choose] = useState<string>();
  const shown = items.find((one) => keyOf(one) === chosen) ?? items[0];
  if (shown === undefined) return null;
  return (
    <>
      {items.length === 1 ? null : (
        <div className="gd-choose">
          <SelectField
            label={text.whichPrice}
            value={keyOf(shown)}
            set={choose}
            options={items.map((one) => ({ value: keyOf(one), word: keyOf(one) }))}
          />
        </div>
      )}
      <History history={shown} />
    </>
  );
}

function History({ history }: { readonly history: PriceHistory }) {
  const text = useText(productTexts);
  const formats = useFormats();
  const money = useMoney();
  const { sku, entity, currency, stretches } = history;
  return (
    <>
      <Steps history={history} />
      <table className="pm-table">
        <caption className="vh">{`${text.history}: ${sku}, ${entity}`}</caption>
        <thead>
          <tr>
            {[text.sku, text.whose, text.from, text.until, text.price].map((word) => (
              <th key={word} scope="col">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...stretches].reverse().map((one) => (
            <tr key={one.from}>
              <th scope="row">
                <code className="mono">{sku}</code>
              </th>
              <td data-label={text.whose}>{entity}</td>
              <td data-label={text.from}>{formats.moment(one.from)}</td>
              <td data-label={text.until}>{one.until === null ? text.still : formats.moment(one.until)}</td>
              <td className="num" data-label={text.price}>
                <b>{money(one.amountMinor, currency)}</b>
                {one.reduced ? (
                  <span className="pm-under">{text.ordinary(money(one.ordinaryMinor, currency))}</span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
