// What a mail may be, when it is tried again, and when its content is over. Pure.

export const MOST_TRIES = 10;
/** A try that has not reported by then is thought dead; another process takes the mail over. */
export const LEASE_SECONDS = 120;
/** A single try is broken off here, well inside the lease. */
export const TRY_SECONDS = 60;
/** A mail with a one-time link is worth nothing after its link: it is neither tried nor kept longer. */
export const LINK_SECONDS = 3600;
export const CONTENT_DAYS = 30;
export const ROW_DAYS = 400;

const WAIT_MINUTES = [1, 3, 10, 30, 60, 180, 360, 720, 1440];

/** Seconds to wait after the nth try failed. */
export const waitAfter = (tries: number): number => (WAIT_MINUTES[Math.max(0, tries - 1)] ?? 1440) * 60;

/** One plain address: exactly one receiver, nothing that could end a header line or start a second address. */
export const isAddress = (text: string): boolean =>
  text.length <= 320 && /^[^\s@,;:<>()[\]"\\\p{Cc}]+@[^\s@,;:<>()[\]"\\\p{Cc}]+$/u.test(text);

/** Text as PostgreSQL and a mail can carry it. */
export const clean = (text: string): string => text.replaceAll("\0", "\u{fffd}").toWellFormed();

/** A subject is one line. */
export const cleanSubject = (text: string): string =>
  clean(text)
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim();

/** Shows where a link leads without what it carries: one-time links are secrets, also to colleagues. */
export const hideLinks = (text: string): string =>
  text.replace(/(https?:\/\/[^/\s"'<>#?]+)[^\s"'<>]*/g, (_link, origin: string) => `${origin}/…`);

/** Why a try failed. `final`: the server refused this mail, not us, so trying again helps nobody. */
export type Failure = { readonly final: boolean; readonly code: string; readonly answer: string };

export function readFailure(error: unknown): Failure {
  const { code, responseCode, command, response, message } = error as {
    code?: string;
    responseCode?: number;
    command?: string;
    response?: string;
    message?: string;
  };
  const refused = responseCode !== undefined && responseCode >= 500;
  // A 5xx at sign-in or at MAIL FROM is about our settings, and settings get mended.
  const aboutThisMail = command === "RCPT TO" || command === "DATA";
  return {
    final: refused && aboutThisMail,
    code: responseCode === undefined ? (code ?? "unknown") : String(responseCode),
    answer: clean(response ?? message ?? "no answer").slice(0, 500),
  };
}
