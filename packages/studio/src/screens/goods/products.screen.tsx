// Goods, products: found by what people write or scan, narrowed down by category and brand.
import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import type { ShownProduct } from "@somlos/contract/rooms/catalog";
import { useFormats, useText } from "@somlos/look/language";
import { IconPhotoOff, IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { Link, useSearchParams } from "react-router";
import { SelectField } from "../../forms/fields.tsx";
import { Answered } from "../../states/answered.tsx";
import { Empty } from "../../states/states.tsx";
import { useEntities } from "../settings/use-company.ts";
import { GoodsFrame } from "./frame.tsx";
import { leastOf, useMoney } from "./price.tsx";
import { goodsTexts } from "./texts.ts";
import { useProducts } from "./use-goods.ts";

type Media = ShownProduct["media"];
/** Of a product: its own first picture, else the first of a variant. */
export const pictureOf = ({ media, variants }: ShownProduct): Media[number] | undefined =>
  media[0] ?? variants.find((one) => one.media.length > 0)?.media[0];

export function Picture({ picture }: { readonly picture: Media[number] | undefined }) {
  const text = useText(goodsTexts);
  return picture === undefined ? (
    <span className="gd-pic" role="img" aria-label={text.pictureless}>
      <IconPhotoOff size={18} stroke={1.4} aria-hidden />
    </span>
  ) : (
    <img
      className="gd-pic"
      src={picture.url}
      alt={picture.alt ?? ""}
      width={44}
      height={44}
      loading="lazy"
      decoding="async"
    />
  );
}

function Cost({ product }: { readonly product: ShownProduct }) {
  const text = useText(goodsTexts);
  const money = useMoney();
  const least = leastOf(product);
  if (least === undefined) return <span className="dim">{text.noPrice}</span>;
  const { price, several } = least;
  const written = money(price.amountMinor, price.currency);
  return (
    <>
      <b className="num">{several ? text.from(written) : written}</b>
      {price.reduced ? <span className="gd-before">{text.reduced}</span> : null}
    </>
  );
}

function Line({ product }: { readonly product: ShownProduct }) {
  const text = useText(goodsTexts);
  const formats = useFormats();
  const under = [product.brand, product.categoryName].filter((one) => one !== null).join(" · ");
  return (
    <li className="gd-line">
      <Picture picture={pictureOf(product)} />
      <span className="gd-name">
        <Link className="gd-open" to={`/goods/products/${encodeURIComponent(product.code)}`}>
          <b className="el">{product.name}</b>
        </Link>
        <span className="gd-under el">{under}</span>
      </span>
      <span className="gd-codes">
        <code className="mono el">{product.code}</code>
        {product.variants.length > 1 ? (
          <span className="gd-under">{text.variants(formats.number(product.variants.length))}</span>
        ) : null}
      </span>
      <span className="gd-cost">
        <Cost product={product} />
      </span>
    </li>
  );
}

type Narrow = { readonly value: string; readonly label?: string; readonly products: number };
type PickProps = {
  readonly label: string;
  readonly values: readonly Narrow[];
  readonly value: string | undefined;
  readonly set: (value: string | undefined) => void;
};
function Pick({ label, values, value, set }: PickProps) {
  const text = useText(goodsTexts);
  const formats = useFormats();
  const all = value === undefined || values.some((one) => one.value === value);
  const options = all ? values : [{ value: value ?? "", products: 0 }, ...values];
  return (
    <SelectField
      label={label}
      value={value ?? ""}
      set={(next) => set(next === "" ? undefined : next)}
      options={[
        { value: "", word: text.any },
        ...options.map((one) => ({
          value: one.value,
          word: text.of(one.label ?? one.value, formats.number(one.products)),
        })),
      ]}
    />
  );
}

/** What stands in the address: what is looked for can be sent to a colleague. */
function useAsked() {
  const [params, setParams] = useSearchParams();
  const put = (name: string, value: string | undefined): void =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === undefined || value === "") next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  const given = (name: string) => params.get(name) ?? undefined;
  const asked = {
    q: params.get("q") ?? "",
    category: given("category"),
    brand: given("brand"),
    entity: given("entity"),
  };
  return { asked, put, clear: () => setParams({}, { replace: true }) };
}

export function Products() {
  const text = useText(goodsTexts);
  const formats = useFormats();
  const { asked, put, clear } = useAsked();
  const [query, setQuery] = useState(asked.q);
  const [settled] = useDebouncedValue(query.trim(), 150);
  useEffect(() => {
    if (settled !== asked.q) put("q", settled);
  });
  const entities = useEntities().data?.items ?? [];
  const found = useProducts({ ...asked, entity: asked.entity ?? entities[0]?.code });
  const [first] = found.data?.pages ?? [];
  const narrowed = asked.q !== "" || asked.category !== undefined || asked.brand !== undefined;
  const all = () => {
    setQuery("");
    clear();
  };
  return (
    <GoodsFrame>
      <search className="gd-search">
        <label className="field people-field gd-field">
          <IconSearch size={18} stroke={1.6} aria-hidden className="icon" />
          <span className="vh">{text.search}</span>
          <input
            data-screen-search
            type="search"
            autoComplete="off"
            spellCheck={false}
            placeholder={text.search}
            value={query}
            onChange={(change) => setQuery(change.target.value)}
          />
        </label>
        <Pick
          label={text.category}
          values={first?.facets.categories ?? []}
          value={asked.category}
          set={(value) => put("category", value)}
        />
        <Pick
          label={text.brand}
          values={first?.facets.brands ?? []}
          value={asked.brand}
          set={(value) => put("brand", value)}
        />
        {entities.length > 1 ? (
          <SelectField
            label={text.whose}
            value={asked.entity ?? entities[0]?.code ?? ""}
            set={(value) => put("entity", value)}
            options={entities.map(({ code, name }) => ({ value: code, word: name }))}
          />
        ) : null}
      </search>
      <p className="gd-found" role="status">
        {first === undefined ? "" : text.found(formats.number(first.found), first.found !== 1, first.more)}
      </p>
      <Answered asked={found} rows={8}>
        {({ pages }) =>
          first?.found === 0 ? (
            <Nothing narrowed={narrowed} clear={all} />
          ) : (
            <>
              <ul className="gd-list" aria-label={text.list}>
                {pages
                  .flatMap(({ items }) => items)
                  .map((product) => (
                    <Line key={product.id} product={product} />
                  ))}
              </ul>
              {found.hasNextPage ? (
                <p className="gd-more">
                  <Button onClick={() => void found.fetchNextPage()} loading={found.isFetchingNextPage}>
                    {text.more}
                  </Button>
                </p>
              ) : null}
            </>
          )
        }
      </Answered>
    </GoodsFrame>
  );
}

function Nothing({ narrowed, clear }: { readonly narrowed: boolean; readonly clear: () => void }) {
  const text = useText(goodsTexts);
  if (narrowed)
    return (
      <Empty title={text.none} act={<Button onClick={clear}>{text.clear}</Button>}>
        {text.noneSays}
      </Empty>
    );
  const go = (
    <Button component={Link} to="/goods/feeds">
      {text.toFeeds}
    </Button>
  );
  return (
    <Empty title={text.empty} act={go}>
      {text.emptySays}
    </Empty>
  );
}
