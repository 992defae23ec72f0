/** Those of our neighbours first; a column may name any other. */
export const currencies: readonly string[] = [
  "SEK",
  "DKK",
  "NOK",
  "EUR",
  "GBP",
  "USD",
  "CHF",
  "PLN",
  "CZK",
  "HUF",
  "RON",
  "ISK",
  "CAD",
  "AUD",
  "JPY",
];
