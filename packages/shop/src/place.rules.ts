// Which page an address is, and what its link carries in the fragment, which no server ever sees.
export type Page =
  | { readonly name: "corner" }
  | { readonly name: "arrived" | "undo"; readonly token: string };

const tokenIn = (hash: string): string | undefined => /^#(?:token=)?([\w-]{20,100})$/.exec(hash)?.[1];

export function pageOf(path: string, hash: string): Page {
  const token = tokenIn(hash);
  if (token !== undefined && path === "/corner/sign-in") return { name: "arrived", token };
  if (token !== undefined && path === "/corner/undo") return { name: "undo", token };
  return { name: "corner" };
}
