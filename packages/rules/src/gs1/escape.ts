// Percent-encoding as Digital Links have it: bytes of ISO 8859-1, a plus is a blank in a query only, and what is no whole
// escape stays as it is. Pure.

export const unescapePath = (text: string): string =>
  text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
export const unescapeQuery = (text: string): string => unescapePath(text.replaceAll("+", " "));

export const escapePath = (text: string): string =>
  text.replace(
    /[^0-9A-Za-z\-._~]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
export const escapeQuery = (text: string): string => escapePath(text).replaceAll("%20", "+");
