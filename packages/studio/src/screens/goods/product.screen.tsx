// Goods, one product: its variants with what they cost now, where it is, and what it has cost.
import type { ShownProduct } from "@somlos/contract/rooms/catalog";
import { useText } from "@somlos/look/language";
import { IconArrowLeft } from "@tabler/icons-react";
import { Link, useParams } from "react-router";
import { FindButton, Top } from "../../shell/top.tsx";
import { Answered } from "../../states/answered.tsx";
import "../permission/permission.css";
import "../permission/table.css";
import "./goods.css";
import { Histories } from "./history.tsx";
import { Price } from "./price.tsx";
import { productTexts } from "./product-texts.ts";
import { Picture, pictureOf } from "./products.screen.tsx";
import { useHistory, useProduct, useProductStock } from "./use-goods.ts";
import { Where } from "./where.tsx";

function Head({ product }: { readonly product: ShownProduct }) {
  const text = useText(productTexts);
  const { name, brand, categoryName: category, code, description, sold } = product;
  return (
    <header className="gd-head">
      <Picture picture={pictureOf(product)} />
      <div>
        <h1>{name}</h1>
        <p className="mid">
          {[brand, category].filter((one) => one !== null).join(" · ")}
          {brand === null && category === null ? null : " · "}
          <code className="mono">{code}</code>
        </p>
        <p>
          <i className={sold ? "knot" : "knot knot-open"} aria-hidden /> {sold ? text.sold : text.gone}
        </p>
        {description === null ? null : <p className="gd-says">{description}</p>}
      </div>
    </header>
  );
}

function Variants({ product }: { readonly product: ShownProduct }) {
  const text = useText(productTexts);
  return (
    <section className="gd-part" aria-label={text.variants}>
      <h2>{text.variants}</h2>
      <table className="pm-table">
        <thead>
          <tr>
            {[text.sku, text.options, text.gtin, text.price].map((word) => (
              <th key={word} scope="col">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {product.variants.map((variant) => (
            <tr key={variant.id}>
              <th scope="row">
                <span className="gd-variant">
                  {variant.media[0] === undefined ? null : <Picture picture={variant.media[0]} />}
                  <span>
                    <code className="mono">{variant.sku}</code>
                    {variant.sold ? null : <span className="pm-under">{text.gone}</span>}
                  </span>
                </span>
              </th>
              <td data-label={text.options}>{Object.values(variant.options).join(", ") || "–"}</td>
              <td data-label={text.gtin}>
                {variant.gtin === null ? "–" : <code className="mono">{variant.gtin}</code>}
              </td>
              <td className="num" data-label={text.price}>
                {variant.prices.length === 0
                  ? "–"
                  : variant.prices.map((price) => (
                      <Price
                        key={price.entity}
                        price={price}
                        whose={product.variants[0]?.prices.length !== 1}
                      />
                    ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Facts({ product }: { readonly product: ShownProduct }) {
  const text = useText(productTexts);
  const facts = Object.entries(product.attributes);
  if (facts.length === 0) return null;
  return (
    <section className="gd-part" aria-label={text.facts}>
      <h2>{text.facts}</h2>
      <dl className="gd-facts">
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: "contents" }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function Product() {
  const text = useText(productTexts);
  const { id = "" } = useParams();
  const [product, stock, history] = [useProduct(id), useProductStock(id), useHistory(id)];
  return (
    <>
      <Top title={product.data?.name ?? text.all}>
        <FindButton />
      </Top>
      <p className="gd-found">
        <Link className="link gd-back" to="/goods">
          <IconArrowLeft size={14} stroke={1.6} aria-hidden className="icon" /> {text.all}
        </Link>
      </p>
      <Answered asked={product}>
        {(found) => (
          <>
            <Head product={found} />
            <Variants product={found} />
            <section className="gd-part" aria-label={text.where}>
              <h2>{text.where}</h2>
              <p>{text.whereSays}</p>
              <Answered asked={stock} rows={3}>
                {({ items }) => <Where items={items} />}
              </Answered>
            </section>
            <section className="gd-part" aria-label={text.history}>
              <h2>{text.history}</h2>
              <p>{text.historySays}</p>
              <Answered asked={history} rows={2}>
                {({ items }) => (items.length === 0 ? <p>{text.noHistory}</p> : <Histories items={items} />)}
              </Answered>
            </section>
            <Facts product={found} />
          </>
        )}
      </Answered>
    </>
  );
}
