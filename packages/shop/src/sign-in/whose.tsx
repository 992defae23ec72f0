// Whose corner: where several legal entities know the proven address apart, one chooses at the way in and may go over inside.
import { listMyEntities, switchEntity } from "@somlos/contract/rooms/corner";
import { useText } from "@somlos/look/language";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { call } from "../api.ts";
import { RefusedNote } from "../corner/pane.tsx";
import { signInTexts } from "./texts.ts";

const useEntities = () => useQuery({ queryKey: ["entities"], queryFn: () => call(listMyEntities) });

/** The page is loaded anew: nothing of the one customer stays in memory beside the other. */
const goOver = (): void => location.replace("/corner");

const useSwitch = (done: () => void) =>
  useMutation({
    mutationFn: (circle: number) => call(switchEntity, { body: { circle } }),
    onSuccess: done,
  });

const named = ({ names }: { readonly names: readonly string[] }): string => names.join(" · ");

/** Asked once after the way in; nothing to choose, or no answer: on at once. */
export function ChooseWhose({
  chosen,
  children,
}: {
  readonly chosen: () => void;
  readonly children: ReactNode;
}) {
  const text = useText(signInTexts);
  const entities = useEntities();
  const choosing = useSwitch(goOver);
  const items = entities.data?.items ?? [];
  if (entities.isPending) return null;
  if (items.length < 2) return children;
  return (
    <main className="way-in">
      <section className="pane">
        <h1>{text.whoseTitle}</h1>
        <p>{text.whoseLead}</p>
        {items.map((one) => (
          <button
            key={one.circle}
            type="button"
            className="button button-wide"
            disabled={choosing.isPending}
            onClick={() => (one.current ? chosen() : choosing.mutate(one.circle))}
          >
            {named(one)}
          </button>
        ))}
        <RefusedNote error={choosing.error} />
      </section>
    </main>
  );
}

/** Inside: whose corner this is, and the way over to another. */
export function WhoseCorner() {
  const text = useText(signInTexts);
  const entities = useEntities();
  const going = useSwitch(goOver);
  const items = entities.data?.items ?? [];
  const here = items.find(({ current }) => current);
  if (items.length < 2 || here === undefined) return null;
  return (
    <div className="whose">
      <p>{text.nowAt(named(here))}</p>
      {items
        .filter(({ current }) => !current)
        .map((one) => (
          <button
            key={one.circle}
            type="button"
            className="button"
            disabled={going.isPending}
            onClick={() => going.mutate(one.circle)}
          >
            {text.alsoAt(named(one))}
          </button>
        ))}
      <RefusedNote error={going.error} />
    </div>
  );
}
