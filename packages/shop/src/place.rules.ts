// Which page an address is, and what its link carries in the fragment, which no server ever sees.
/** A page that only a link opens. */
export type FromMail = { readonly name: "arrived" | "undo" | "receipt"; readonly token: string };
export type Page = { readonly name: "corner" } | FromMail;

const tokenIn = (hash: string): string | undefined => /^#(?:token=)?([\w-]{20,100})$/.exec(hash)?.[1];

export function pageOf(path: string, hash: string): Page {
  const token = tokenIn(hash);
  if (token !== undefined && path === "/corner/sign-in") return { name: "arrived", token };
  if (token !== undefined && path === "/corner/undo") return { name: "undo", token };
  if (token !== undefined && path === "/corner/receipt") return { name: "receipt", token };
  return { name: "corner" };
}
