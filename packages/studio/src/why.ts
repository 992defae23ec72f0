// Some roles say once a day why they open a person. Whoever meets that refusal asks here; one window stands for all who ask
// about the same person, and their calls go on when it was said.

/** Undefined: why people are gone through at all. */
type Ask = (personId: string | undefined) => Promise<boolean>;

let window: Ask | undefined;
const open = new Map<string, Promise<boolean>>();
/** Where somebody said no to the question about people at all: what asks again by the clock does not ask them again there. */
let declinedAt: string | undefined;
const ALL = "";

/** The shell's window; the answer: whether a reason was given. */
export function whoAsksWhy(ask: Ask): () => void {
  window = ask;
  return () => {
    if (window === ask) window = undefined;
  };
}

/** Resolves when it was said why, or not. */
export function sayWhy(personId: unknown): Promise<boolean> {
  if (window === undefined) return Promise.resolve(false);
  const key = typeof personId === "string" ? personId : ALL;
  const here = globalThis.location?.href;
  if (key === ALL && declinedAt !== undefined && declinedAt === here) return Promise.resolve(false);
  const asked =
    open.get(key) ??
    window(key === ALL ? undefined : key)
      .then((said) => {
        if (key === ALL) declinedAt = said ? undefined : here;
        return said;
      })
      .finally(() => open.delete(key));
  open.set(key, asked);
  return asked;
}
