// Takes parked events in again and tells how it went.
import { replay as endpoint } from "@somlos/contract/rooms/events";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { call } from "../../api.ts";

export type Wish = z.input<NonNullable<typeof endpoint.body>>;
export type Result = z.output<typeof endpoint.answer>;

export type Replay = {
  readonly run: (wish: Wish) => void;
  readonly running: boolean;
  readonly error: unknown;
  readonly result: Result | undefined;
};

export function useReplay(after: (result: Result) => void): Replay {
  const client = useQueryClient();
  const { mutate, isPending, error, data } = useMutation({
    mutationFn: (wish: Wish) => call(endpoint, { body: wish }),
    onSuccess: async (result) => {
      await client.invalidateQueries({ queryKey: ["parked"] });
      after(result);
    },
  });
  return { run: mutate, running: isPending, error, result: data };
}
