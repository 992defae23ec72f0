// Goods, stock: what a place has, by article; what is nearly gone, gone, counted too long ago, or held and not there.
import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import type { LocationAnswer } from "@somlos/contract/rooms/company-places";
import { stockViews } from "@somlos/contract/rooms/stores";
import { useFormats, useText } from "@somlos/look/language";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { SelectField, TextField } from "../../forms/fields.tsx";
import { Answered } from "../../states/answered.tsx";
import { Empty } from "../../states/states.tsx";
import { useLocations } from "../settings/use-company.ts";
import { GoodsFrame } from "./frame.tsx";
import { productTexts } from "./product-texts.ts";
import { stockTexts } from "./stock-texts.ts";
import { type StockView, useStock } from "./use-goods.ts";
import { SpotCells, useSpotHeads } from "./where.tsx";

type Found = ReturnType<typeof useStock>;
type Item = NonNullable<Found["data"]>["pages"][number]["items"][number];

function Table({ items }: { readonly items: readonly Item[] }) {
  const [text, words] = [useText(stockTexts), useText(productTexts)];
  const heads = useSpotHeads();
  return (
    <table className="pm-table">
      <caption className="vh">{text.list}</caption>
      <thead>
        <tr>
          {[text.article, ...heads].map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((spot) => (
          <tr key={spot.sku}>
            <th scope="row">
              {spot.product === null ? <span className="dim">{text.nameless}</span> : <b>{spot.product}</b>}
              <span className="pm-under">
                <code className="mono">{spot.sku}</code>
                {spot.zones.map(({ zone, name, shelf }) => (
                  <span key={zone}> · {words.shelf(name, shelf)}</span>
                ))}
              </span>
            </th>
            <SpotCells spot={spot} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Listed({ found, view }: { readonly found: Found; readonly view: StockView }) {
  const text = useText(stockTexts);
  const toFeeds = (
    <Button component={Link} to="/goods/feeds">
      {text.toFeeds}
    </Button>
  );
  return (
    <Answered asked={found} rows={8}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0 && view === "all" && pages[0]?.counts.all === 0)
          return (
            <Empty title={text.empty} act={toFeeds}>
              {text.emptySays}
            </Empty>
          );
        if (items.length === 0) return <Empty title={text.none}>{text.noneSays}</Empty>;
        return (
          <>
            <Table items={items} />
            {found.hasNextPage ? (
              <p className="gd-more">
                <Button onClick={() => void found.fetchNextPage()} loading={found.isFetchingNextPage}>
                  {text.more}
                </Button>
              </p>
            ) : null}
          </>
        );
      }}
    </Answered>
  );
}

function OnePlace({ places }: { readonly places: readonly LocationAnswer[] }) {
  const text = useText(stockTexts);
  const formats = useFormats();
  const [params, setParams] = useSearchParams();
  const place = places.find(({ code }) => code === params.get("at")) ?? places[0];
  const view = stockViews.find((one) => one === params.get("view")) ?? "all";
  const [begins, setBegins] = useState("");
  const [settled] = useDebouncedValue(begins.trim(), 200);
  const found = useStock(place?.code, view, settled);
  const counts = found.data?.pages[0]?.counts;
  const put = (at: string, next: StockView) => setParams({ at, view: next }, { replace: true });
  return (
    <>
      <search className="gd-search">
        <SelectField
          label={text.place}
          value={place?.code ?? ""}
          set={(code) => put(code, view)}
          options={places.map(({ code, name }) => ({ value: code, word: name }))}
        />
        <TextField label={text.search} value={begins} set={setBegins} most={100} />
      </search>
      {/* biome-ignore lint/a11y/useSemanticElements: a set of buttons, no form */}
      <div className="gd-views" role="group" aria-label={text.list}>
        {stockViews.map((one) => (
          <button
            key={one}
            type="button"
            className="gd-view"
            aria-pressed={one === view}
            onClick={() => put(place?.code ?? "", one)}
          >
            {text.views[one]}
            <span className="num">{counts === undefined ? "" : formats.number(counts[one])}</span>
          </button>
        ))}
      </div>
      <Listed found={found} view={view} />
    </>
  );
}

export function Stock() {
  const text = useText(stockTexts);
  const places = useLocations();
  return (
    <GoodsFrame>
      <Answered asked={places}>
        {({ items }) => {
          const open = items.filter(({ closed }) => !closed);
          const go = (
            <Button component={Link} to="/settings/stores">
              {text.toPlaces}
            </Button>
          );
          return open.length === 0 ? (
            <Empty title={text.noPlaces} act={go}>
              {text.noPlacesSays}
            </Empty>
          ) : (
            <OnePlace places={open} />
          );
        }}
      </Answered>
    </GoodsFrame>
  );
}
