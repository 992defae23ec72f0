// Links written out in a mail's text, to copy: opening one here would use it up for somebody else. Pure.
export const linksIn = (text: string): string[] => [
  ...new Set(text.match(/https?:\/\/[^\s"'<>]+/g)?.map((link) => link.replace(/[.,;:)]+$/, "")) ?? []),
];

/** A hidden link ends with three dots instead of its secret: nothing to copy. */
export const isWhole = (link: string): boolean => !link.endsWith("…");
