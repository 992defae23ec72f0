// From a thrown refusal or a bug to an answer: code, sentence, what to do. A bug is logged and told without its insides.
import { type Language, languageOf, Refusal, type RefusalLine, refusals, sentenceOf } from "@somlos/contract";
import type { FastifyReply, FastifyRequest } from "fastify";

const lines: Readonly<Record<string, RefusalLine>> = refusals;

export const languageIn = (request: FastifyRequest): Language =>
  languageOf(request.headers["accept-language"]);

/** Fastify's own refusals, in our words. */
const FASTIFY: Readonly<Record<string, string>> = {
  FST_ERR_VALIDATION: "door.bad_request",
  FST_ERR_CTP_BODY_TOO_LARGE: "door.too_large",
  FST_ERR_CTP_INVALID_JSON_BODY: "door.not_json",
  FST_ERR_CTP_EMPTY_JSON_BODY: "door.not_json",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "door.not_json",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "door.bad_request",
  FST_ERR_BAD_URL: "door.bad_request",
};

type Thrown = {
  code?: string;
  statusCode?: number;
  validation?: { message?: string; instancePath?: string }[];
  message?: string;
};

/** The refusal in an error; undefined when it is a bug. */
export function refusalIn(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  const thrown = (error ?? {}) as Thrown;
  const code = FASTIFY[thrown.code ?? ""];
  if (code === "door.bad_request" && thrown.validation !== undefined)
    return new Refusal(code, {
      problems: thrown.validation.slice(0, 5).map((v) => `${v.instancePath ?? ""} ${v.message ?? ""}`.trim()),
    });
  if (code !== undefined) return new Refusal(code);
  return thrown.statusCode !== undefined && thrown.statusCode >= 400 && thrown.statusCode < 500
    ? new Refusal("door.bad_request")
    : undefined;
}

export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const known = refusalIn(error);
  if (known === undefined) request.log.error({ err: error, door: request.routeOptions.url }, "a bug");
  const refusal = known ?? new Refusal("door.broken");
  const status = lines[refusal.code]?.status ?? 500;
  if (refusal.retryAfter !== undefined) reply.header("retry-after", String(refusal.retryAfter));
  reply
    .code(status)
    .header("cache-control", "no-store")
    .send({
      code: refusal.code,
      sentence: sentenceOf(refusal.code, languageIn(request)),
      ...(refusal.details !== undefined && { details: refusal.details }),
    });
}
