// Some roles say once a day why they open a person. Whoever meets that refusal asks here; one window stands for all who ask
// about the same person, and their calls go on when it was said.

type Ask = (personId: string) => Promise<boolean>;

let window: Ask | undefined;
const open = new Map<string, Promise<boolean>>();

/** The shell's window; the answer: whether a reason was given. */
export function whoAsksWhy(ask: Ask): () => void {
  window = ask;
  return () => {
    if (window === ask) window = undefined;
  };
}

/** Resolves when it was said why, or not. */
export function sayWhy(personId: unknown): Promise<boolean> {
  if (window === undefined || typeof personId !== "string") return Promise.resolve(false);
  const asked = open.get(personId) ?? window(personId).finally(() => open.delete(personId));
  open.set(personId, asked);
  return asked;
}
