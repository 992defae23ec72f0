// Doors that take a file: the body comes in as a stream, whatever its size, and is read as it comes.
import { type Language, languageOf, Refusal } from "@somlos/contract";
import type { FastifyInstance } from "fastify";
import { type Gate, letPass } from "./bind.ts";

/** Without a byte for so long, whoever sends has gone. */
const IDLE_MS = 60_000;

type Words = { readonly url: string; readonly who: Parameters<typeof letPass>[0]; readonly id: string };
type Take = (
  file: AsyncIterable<Uint8Array>,
  from: {
    readonly caller: Awaited<ReturnType<Gate["authenticate"]>>;
    readonly params: unknown;
    readonly query: unknown;
    readonly ip: string;
    readonly language: Language;
  },
) => Promise<unknown>;

export function bindFileDoors(
  app: FastifyInstance,
  gate: Gate,
  takes: readonly (readonly [Words, Take])[],
): void {
  void app.register((scope, _options, registered) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, payload, done) => done(null, payload));
    for (const [{ url, who, id }, take] of takes)
      scope.route({
        method: "POST",
        url,
        bodyLimit: Number.MAX_SAFE_INTEGER, // a file of millions of lines is read as it comes
        config: { who, id, takesFile: true },
        handler: async (request) => {
          const caller = await gate.authenticate(request, "file");
          letPass(who, caller);
          if (request.body === undefined) throw new Refusal("imports.file_empty");
          request.raw.setTimeout(IDLE_MS, () => request.raw.destroy());
          const { params, query, ip } = request;
          const language = languageOf(request.headers["accept-language"]);
          return take(request.body as AsyncIterable<Uint8Array>, { caller, params, query, ip, language });
        },
      });
    registered();
  });
}
