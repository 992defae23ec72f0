// Of when the figures of reach are, and what stands in their place until they were counted once.
import type { readReach } from "@somlos/contract/rooms/consent-reach";
import { useFormats, useText } from "@somlos/look/language";
import type { ReactNode } from "react";
import type { z } from "zod";
import { useNow } from "../../now.ts";
import { Empty } from "../../states/states.tsx";
import type { ReachFound } from "./reach.rules.ts";
import { reachTexts } from "./reach-texts.ts";

type ReachAnswer = z.output<(typeof readReach)["answer"]>;

export function AsOf({ found, counting }: ReachAnswer & { readonly found: ReachFound }) {
  const text = useText(reachTexts);
  const formats = useFormats();
  const now = useNow();
  const usual = counting?.usualMs == null ? null : formats.span(Math.max(1, counting.usualMs / 1000));
  return (
    <p className="rc-as-of" role="status">
      {text.asOf(formats.moment(found.asOf), formats.ago(found.asOf, now))}
      {counting === null ? null : ` ${text.newer(usual)}`}
    </p>
  );
}

export function Counted({
  reach,
  children,
}: {
  readonly reach: ReachAnswer;
  readonly children: (found: ReachFound) => ReactNode;
}) {
  const text = useText(reachTexts);
  const formats = useFormats();
  const { found, counting } = reach;
  if (found !== null)
    return (
      <>
        <AsOf found={found} counting={counting} />
        {children(found)}
      </>
    );
  return (
    <div role="status">
      <Empty title={text.counting}>
        {text.countingSays(counting === null ? null : formats.time(counting.since))}
      </Empty>
    </div>
  );
}
