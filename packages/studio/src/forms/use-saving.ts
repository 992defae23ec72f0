// One thing being changed: what is written, what it was when we began, saving it as that version, and taking it back.
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";

type Base<T> = { readonly value: T; readonly version: number };
type Step<T> = { readonly value: T; readonly back: boolean };

export type Saving<T> = {
  readonly draft: T;
  readonly set: (value: T) => void;
  readonly dirty: boolean;
  readonly save: () => void;
  /** Undefined when there is nothing to take back. */
  readonly undo: (() => void) | undefined;
  /** Throws away what was written and shows what is there now. */
  readonly reset: () => void;
  readonly running: boolean;
  readonly saved: boolean;
  readonly error: unknown;
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * A newer version from the server is taken over while nothing was written, and also when it changed something beside what is
 * written here: the hours of a store beside its address. Else it shows when saving is refused.
 */
export function useSaving<T>(
  there: Base<T>,
  write: (value: T, version: number) => Promise<{ readonly version: number }>,
  readAgain: () => Promise<unknown>,
): Saving<T> {
  const [base, setBase] = useState(there);
  const [draft, set] = useState(there.value);
  const [before, setBefore] = useState<{ readonly value: T }>();
  const dirty = !same(draft, base.value);
  const begin = (next: Base<T>): void => {
    setBase(next);
    set(next.value);
  };
  if (there.version > base.version) {
    if (!dirty) begin(there);
    else if (same(there.value, base.value)) setBase({ ...base, version: there.version });
  }
  const mutation = useMutation({
    mutationFn: ({ value }: Step<T>) => write(value, base.version),
    onSuccess: async ({ version }, { value, back }) => {
      setBefore(back ? undefined : { value: base.value });
      begin({ value, version });
      await readAgain();
    },
  });
  return {
    draft,
    set,
    dirty,
    save: () => mutation.mutate({ value: draft, back: false }),
    undo:
      before === undefined || dirty || mutation.isPending
        ? undefined
        : () => mutation.mutate({ value: before.value, back: true }),
    reset: () => {
      mutation.reset();
      set(base.value); // what came meanwhile is taken over at the next look
    },
    running: mutation.isPending,
    saved: mutation.isSuccess && !dirty,
    error: mutation.error,
  };
}
