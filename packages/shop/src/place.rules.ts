// Which page an address is, and what its link carries in the fragment, which no server ever sees.
/** A page that only a link opens. */
export type FromMail = { readonly name: "arrived" | "undo" | "receipt" | "invited"; readonly token: string };
export type Page = { readonly name: "corner" } | FromMail;

const tokenIn = (hash: string): string | undefined => /^#(?:token=)?([\w-]{20,100})$/.exec(hash)?.[1];

/** The code of an invitation: twelve signs in three groups. */
const codeIn = (hash: string): string | undefined =>
  /^#([0-9A-Za-z]{4}(?:-[0-9A-Za-z]{4}){2})$/.exec(hash)?.[1];

export function pageOf(path: string, hash: string): Page {
  const token = tokenIn(hash);
  if (token !== undefined && path === "/corner/sign-in") return { name: "arrived", token };
  if (token !== undefined && path === "/corner/undo") return { name: "undo", token };
  if (token !== undefined && path === "/corner/receipt") return { name: "receipt", token };
  const code = codeIn(hash);
  if (code !== undefined && path === "/corner/household") return { name: "invited", token: code };
  return { name: "corner" };
}
