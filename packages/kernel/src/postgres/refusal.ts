export type StartCode =
  | "home.in_use"
  | "home.not_ours"
  | "home.unreadable"
  | "home.copied"
  | "home.data_gone"
  | "postgres.platform"
  | "postgres.binaries"
  | "postgres.account"
  | "postgres.init_failed"
  | "postgres.start_failed";

/** An expected "no" at start: what is wrong and what to do, in one or two sentences. Shown as is, without a stack. */
export class StartRefusal extends Error {
  readonly code: StartCode;

  constructor(code: StartCode, message: string) {
    super(message);
    this.name = "StartRefusal";
    this.code = code;
  }
}

/** The code of a file system or spawn error (`ENOENT`), or of any error that carries one. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
