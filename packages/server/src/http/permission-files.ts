// The doors of permission that are no JSON: files come in as streams, reports go out as one.
import { Refusal } from "@somlos/contract";
import { takeRegister } from "@somlos/contract/rooms/consent-lists";
import { type ConsentHouse, registerRoute } from "@somlos/modules/consent";
import type { FastifyInstance } from "fastify";
import { type Gate, letPass } from "./bind.ts";

/** Without a byte for so long, whoever sends has gone. */
const IDLE_MS = 60_000;

type Take = (
  file: AsyncIterable<Uint8Array>,
  from: { caller: Awaited<ReturnType<Gate["authenticate"]>>; query: unknown; ip: string },
) => Promise<unknown>;

export function permissionFileDoors(app: FastifyInstance, house: ConsentHouse, gate: Gate): void {
  const takes: readonly (readonly [Pick<typeof takeRegister, "url" | "who" | "id">, Take])[] = [
    [takeRegister, registerRoute(house)],
  ];
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
          const { query, ip } = request;
          return take(request.body as AsyncIterable<Uint8Array>, { caller, query, ip });
        },
      });
    registered();
  });
}
