// Every door of every source kind: who knocks, what they bring, what they are told.
import { Refusal, sentenceOf } from "@somlos/contract";
import type { Channel } from "@somlos/contract/rooms/events";
import type { FoundKey, Keyring } from "@somlos/modules/access";
import {
  type Answer,
  type Collector,
  type Heard,
  isHushed,
  type Knock,
  type Outcome,
  readJson,
  type SourceKind,
  sourceKinds,
  unpack,
} from "@somlos/modules/events";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

export type CollectHouse = {
  readonly keyring: Pick<Keyring, "find">;
  readonly collector: Collector;
  readonly channelOf: (sourceId: number) => Channel;
  /** Whether somebody listens to a source; nobody does as a rule. */
  readonly listens: (sourceId: number) => boolean;
  /** Keeps what was heard. Never waited for, never a reason to refuse. */
  readonly hear: (heard: Heard) => void;
};

const ALL_WELL = '{"success":true,"accepted":1,"duplicates":0,"parked":[],"refused":[]}';

export function collectDoors(app: FastifyInstance, house: CollectHouse): void {
  for (const kind of sourceKinds)
    for (const { method, url } of kind.doors)
      app.route({
        method,
        url,
        config: { who: { keys: ["public", "server"] }, id: `collect.${kind.kind}` },
        handler: (request, reply) => receive(kind, house, request, reply),
      });
}

function knockOf(request: FastifyRequest): Knock {
  return {
    method: request.method as "GET" | "POST",
    url: request.url.split("?", 1)[0] ?? "/",
    headers: request.headers as Knock["headers"], // only set-cookie is ever a list
    query: request.query as Record<string, string>,
    params: request.params as Record<string, string>,
  };
}

async function receive(
  kind: SourceKind,
  house: CollectHouse,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const knock = knockOf(request);
  const bytes = request.body as Buffer | undefined;
  const { body, suspicious } = readJson(
    bytes === undefined ? undefined : await unpack(bytes, knock.headers["content-encoding"]),
  );
  const key = keyFor(kind, house.keyring, knock, body);
  const letter = kind.read(knock, body);
  if (body === undefined && request.method === "POST" && letter.messages.length > 0)
    throw new Refusal("door.not_json");
  if (
    letter.messages.length === 0 &&
    request.method === "POST" &&
    kind.answer === undefined &&
    !isEmptyBatch(body)
  )
    throw new Refusal("collect.not_an_object");
  const taking = house.collector.take({
    sender: {
      sourceId: key.sourceId,
      trust: key.trust === "server" ? "proven" : "stated",
      channel: house.channelOf(key.sourceId),
    },
    messages: letter.messages,
    came: letter.came,
    sentAt: letter.sentAt,
    suspicious: suspicious || kind.packs === true,
  });
  if (house.listens(key.sourceId)) listen(house, key.sourceId, knock, letter, taking);
  return send(reply, kind, knock, await taking);
}

/** Hears what becomes of a request, beside it. */
function listen(
  house: CollectHouse,
  sourceId: number,
  knock: Knock,
  { came, messages }: ReturnType<SourceKind["read"]>,
  taking: Promise<readonly Outcome[]>,
): void {
  const heard = { sourceId, path: knock.url, headers: knock.headers, first: messages[0], body: came };
  taking.then(
    (outcomes) => {
      if (outcomes.some(isHushed)) return; // a copy of it would be kept
      house.hear({ ...heard, outcomes: outcomes.map((o) => ("code" in o ? `${o.kind} ${o.code}` : o.kind)) });
    },
    // Nothing was taken, and nobody was asked whose it is.
    (error: unknown) =>
      house.hear({
        ...heard,
        first: null,
        body: null,
        outcomes: [],
        code: error instanceof Refusal ? error.code : "error",
      }),
  );
}

const isEmptyBatch = (body: unknown): boolean =>
  Array.isArray((body as { batch?: unknown } | null | undefined)?.batch);

function keyFor(kind: SourceKind, keyring: Pick<Keyring, "find">, knock: Knock, body: unknown): FoundKey {
  const text = kind.keyOf(knock, body);
  const found =
    text === undefined ? undefined : (keyring.find(text) ?? keyring.find(text.split(":", 1)[0] ?? ""));
  if (found === undefined) throw new Refusal("collect.key_unknown");
  const origin = knock.headers["origin"];
  if (origin !== undefined && found.origins.length > 0 && !found.origins.includes(origin))
    throw new Refusal("collect.origin_foreign");
  return found;
}

function send(
  reply: FastifyReply,
  kind: SourceKind,
  knock: Knock,
  outcomes: readonly Outcome[],
): FastifyReply {
  const parked = outcomes.flatMap((o, index) =>
    o.kind === "parked" ? [{ index, code: o.code, sentence: sentence(o.code) }] : [],
  );
  const duplicates = outcomes.filter((o) => o.kind === "duplicate").length;
  const refused = outcomes.flatMap((o, index) =>
    o.kind === "dropped" ? [{ index, code: o.code, sentence: sentence(o.code) }] : [],
  );
  const accepted = outcomes.length - duplicates - parked.length - refused.length;
  const own: Answer | undefined = kind.answer?.({ accepted, duplicates, parked: parked.length }, knock);
  if (own !== undefined)
    return reply
      .code(own.status)
      .header("content-type", own.contentType ?? "application/json; charset=utf-8")
      .send(own.body);
  reply.header("content-type", "application/json; charset=utf-8");
  if (outcomes.length === 1 && accepted === 1) return reply.send(ALL_WELL);
  return reply.send(JSON.stringify({ success: true, accepted, duplicates, parked, refused }));
}

const sentence = (code: string): string => sentenceOf(code, "en");
