// Search, channel and chosen event stand in the address: a link to what one sees.
import { type Channel, channels } from "@somlos/contract/rooms/events";
import { useCallback } from "react";
import { useSearchParams } from "react-router";

export const asChannel = (value: string | null): Channel | undefined => channels.find((one) => one === value);

export type Address = {
  readonly q: string;
  readonly channel: Channel | undefined;
  readonly event: string | undefined;
  readonly set: (name: "q" | "channel" | "event", value: string | undefined) => void;
  readonly choose: (messageId: string) => void;
};

export function useAddress(): Address {
  const [params, setParams] = useSearchParams();
  const set = useCallback<Address["set"]>(
    (name, value = "") => {
      if ((params.get(name) ?? "") === value) return;
      const next = new URLSearchParams(params);
      if (value === "") next.delete(name);
      else next.set(name, value);
      setParams(next, { replace: true, preventScrollReset: true });
    },
    [params, setParams],
  );
  const choose = useCallback((messageId: string) => set("event", messageId), [set]);
  return {
    q: params.get("q") ?? "",
    channel: asChannel(params.get("channel")),
    event: params.get("event") ?? undefined,
    set,
    choose,
  };
}
