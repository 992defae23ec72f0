// Goods, differences: where two channels say different things of the same goods, for how long, and who looks after it.
import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import {
  type Difference,
  type DifferenceKind,
  differenceKinds,
  differenceStates,
} from "@somlos/contract/rooms/differences";
import { useFormats, useText } from "@somlos/look/language";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { SelectField, TextField } from "../../forms/fields.tsx";
import { useNow } from "../../now.ts";
import { may, useSession } from "../../session.ts";
import { Answered } from "../../states/answered.tsx";
import { Empty } from "../../states/states.tsx";
import "./differences.css";
import { GoodsCell, Side } from "./difference-cells.tsx";
import { Explaining, Owners } from "./difference-dialogs.tsx";
import { differenceTexts } from "./difference-texts.ts";
import { GoodsFrame } from "./frame.tsx";
import { useDifferences, useExplain, useOwners } from "./use-differences.ts";

type State = (typeof differenceStates)[number];
type Found = ReturnType<typeof useDifferences>;

function Act({ one, explain }: { readonly one: Difference; readonly explain: (one: Difference) => void }) {
  const text = useText(differenceTexts);
  const formats = useFormats();
  const now = useNow();
  const again = useExplain();
  const goods = one.product ?? one.productCode;
  if (one.explained === null)
    return (
      <Button size="xs" onClick={() => explain(one)} aria-label={`${text.explain}: ${goods}`}>
        {text.explain}
      </Button>
    );
  const { reason, by, at } = one.explained;
  return (
    <>
      <span>{reason}</span>
      <span className="pm-under">{text.reasonBy(by, formats.ago(at, now))}</span>
      <Button
        size="xs"
        className="gd-again"
        loading={again.isPending}
        onClick={() => again.mutate({ id: one.id, reason: null })}
        aria-label={`${text.again}: ${goods}`}
      >
        {text.again}
      </Button>
    </>
  );
}

type TableProps = {
  readonly items: readonly Difference[];
  readonly state: State;
  readonly explain: (one: Difference) => void;
};
function Table({ items, state, explain }: TableProps) {
  const text = useText(differenceTexts);
  const formats = useFormats();
  const { data: session } = useSession();
  const acts = may(session, "catalog.manage") && state !== "ended";
  const age = state === "ended" ? text.lasted : text.age;
  return (
    <table className="pm-table gd-differences">
      <caption className="vh">{text.list}</caption>
      <thead>
        <tr>
          {[text.goods, text.holds, text.other, age, text.owner].map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
          {acts ? <td /> : null}
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <GoodsCell one={one} />
            </th>
            <td data-label={text.holds}>
              <Side kind={one.kind} side={one.holding} />
            </td>
            <td data-label={text.other} className="gd-otherwise">
              <Side kind={one.kind} side={one.other} shown={one.other.shown} />
            </td>
            <td data-label={age}>{formats.span(one.ageSeconds)}</td>
            <td data-label={text.owner}>
              {one.owner === null ? <span className="dim">{text.nobody}</span> : one.owner.name}
            </td>
            {acts ? (
              <td className="pm-act">
                <Act one={one} explain={explain} />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Nothing({
  counts,
  narrowed,
}: {
  readonly counts: Record<State, number>;
  readonly narrowed: boolean;
}) {
  const text = useText(differenceTexts);
  const { open, young, explained, ended } = counts;
  if (narrowed) return <Empty title={text.noneOf}>{text.noneOfSays}</Empty>;
  if (open + young + explained + ended > 0) return <Empty title={text.none}>{text.noneSays}</Empty>;
  const go = (
    <Button component={Link} to="/goods/feeds">
      {text.toFeeds}
    </Button>
  );
  return (
    <Empty title={text.only} act={go}>
      {text.onlySays}
    </Empty>
  );
}

type ListedProps = {
  readonly found: Found;
  readonly state: State;
  readonly narrowed: boolean;
  readonly explain: (one: Difference) => void;
};
function Listed({ found, state, narrowed, explain }: ListedProps) {
  const text = useText(differenceTexts);
  return (
    <Answered asked={found} rows={8}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        const counts = pages[0]?.counts;
        if (items.length === 0)
          return counts === undefined ? null : <Nothing counts={counts} narrowed={narrowed} />;
        return (
          <>
            <Table items={items} state={state} explain={explain} />
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

type Narrowing = { readonly kind: DifferenceKind | ""; readonly owner: string };
type FieldsProps = Narrowing & {
  readonly put: (change: Partial<Narrowing>) => void;
  readonly begins: string;
  readonly setBegins: (text: string) => void;
};
function Fields({ kind, owner, put, begins, setBegins }: FieldsProps) {
  const text = useText(differenceTexts);
  const { data } = useOwners();
  const owning = new Set(data?.sources.map((one) => one.owner));
  const owners = (data?.colleagues ?? []).filter(({ id }) => owning.has(id) || id === owner);
  return (
    <search className="gd-search">
      <TextField label={text.search} value={begins} set={setBegins} most={100} />
      <SelectField
        label={text.kind}
        value={kind}
        set={(value) => put({ kind: value })}
        options={[
          { value: "" as const, word: text.anyKind },
          ...differenceKinds.map((value) => ({ value, word: text.kinds[value] })),
        ]}
      />
      <SelectField
        label={text.owner}
        value={owner}
        set={(value) => put({ owner: value })}
        options={[
          { value: "", word: text.anyOwner },
          { value: "nobody", word: text.nobody },
          ...owners.map(({ id, name }) => ({ value: id, word: name })),
        ]}
      />
    </search>
  );
}

export function Differences() {
  const text = useText(differenceTexts);
  const formats = useFormats();
  const { data: session } = useSession();
  const [params, setParams] = useSearchParams();
  const state = differenceStates.find((one) => one === params.get("state")) ?? "open";
  const kind = differenceKinds.find((one) => one === params.get("kind")) ?? "";
  const owner = params.get("owner") ?? "";
  const [begins, setBegins] = useState("");
  const [q] = useDebouncedValue(begins.trim(), 200);
  const [explaining, explain] = useState<Difference>();
  const [owners, showOwners] = useState(false);
  const narrow = { ...(kind === "" ? {} : { kind }), ...(owner === "" ? {} : { owner }) };
  const found = useDifferences({ state, q, ...narrow });
  const counts = found.data?.pages[0]?.counts;
  const put = (change: Readonly<Record<string, string>>) =>
    setParams({ state, kind, owner, ...change }, { replace: true });
  return (
    <GoodsFrame
      act={
        may(session, "catalog.manage") ? (
          <Button onClick={() => showOwners(true)}>{text.owners}</Button>
        ) : null
      }
    >
      <Fields kind={kind} owner={owner} put={put} begins={begins} setBegins={setBegins} />
      {/* biome-ignore lint/a11y/useSemanticElements: a set of buttons, no form */}
      <div className="gd-views" role="group" aria-label={text.list}>
        {differenceStates.map((one) => (
          <button
            key={one}
            type="button"
            className="gd-view"
            aria-pressed={one === state}
            onClick={() => put({ state: one })}
          >
            {text.states[one]}
            <span className="num">{counts === undefined ? "" : formats.number(counts[one])}</span>
          </button>
        ))}
      </div>
      <Listed found={found} state={state} narrowed={`${kind}${owner}${q}` !== ""} explain={explain} />
      <Explaining one={explaining} close={() => explain(undefined)} />
      <Owners opened={owners} close={() => showOwners(false)} />
    </GoodsFrame>
  );
}
