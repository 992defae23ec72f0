// What of one's own was shown to whom, and from which households one was taken out. It stays when one leaves.
import { readHouseholdLog } from "@somlos/contract/rooms/households";
import { useFormats, useText } from "@somlos/look/language";
import { useQuery } from "@tanstack/react-query";
import { call } from "../api.ts";
import { screenTexts } from "./screen-texts.ts";

export function ShownLog() {
  const text = useText(screenTexts);
  const { moment } = useFormats();
  const asked = useQuery({ queryKey: ["household-log"], queryFn: () => call(readHouseholdLog) });
  const items = asked.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <details className="shown-log" open={items[0]?.what === "removed"}>
      <summary>{text.log}</summary>
      <ul>
        {items.map((line) => (
          <li className="line" key={`${line.at}${line.kind}${line.other}`}>
            <div>
              {line.title ?? line.household}
              <small>{line.what === "removed" ? text.removed : text.shown(line.other)}</small>
              <small>
                {line.what === "removed" ? "" : `${line.household}, `}
                {moment(line.at)}
              </small>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
