// The two things a proof does over HTTP: sending a batch with a key, and asking our API with the admin token.
export type Answer<Body> = { readonly status: number; readonly body: Body; readonly headers: Headers };

/** What a batch is answered with. */
export type Taken = {
  readonly success?: boolean;
  readonly accepted: number;
  readonly duplicates: number;
  readonly parked: readonly { readonly index: number; readonly code: string; readonly sentence: string }[];
  readonly code?: string;
};

export type PersonSeen = {
  readonly id: string;
  readonly formerIds: readonly string[];
  readonly identifiers: readonly { readonly kind: string; readonly value: string; readonly trust: string }[];
  readonly facts: Readonly<
    Record<string, { readonly value: unknown; readonly at: string; readonly trust: string }>
  >;
};

export type Item = {
  readonly messageId: string;
  readonly type: string;
  readonly name: string;
  readonly trust: string;
  readonly channel: string;
  readonly properties: Readonly<Record<string, unknown>>;
};

async function answerOf<Body>(response: Response): Promise<Answer<Body>> {
  const text = await response.text();
  const json = (response.headers.get("content-type") ?? "").startsWith("application/json");
  return {
    status: response.status,
    body: (json ? JSON.parse(text) : text) as Body,
    headers: response.headers,
  };
}

export async function taken(
  url: string,
  key: string,
  events: readonly object[],
  more: object = {},
): Promise<Answer<Taken>> {
  const response = await fetch(`${url}/v1/batch`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}`,
    },
    body: JSON.stringify({ batch: events, ...more }),
  });
  return answerOf(response);
}

export async function ask<Body>(
  url: string,
  token: string,
  path: string,
  body?: object,
  method = "POST",
): Promise<Answer<Body>> {
  const response = await fetch(`${url}${path}`, {
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body !== undefined && { method, body: JSON.stringify(body) }),
  });
  return answerOf(response);
}

type Asking = { ask<Body>(path: string, body?: object): Promise<Answer<Body>> };

/** The person behind an identifier; undefined when nobody is known by it. */
export async function lookUp(server: Asking, kind: string, value: string): Promise<PersonSeen | undefined> {
  const answer = await server.ask<PersonSeen>("/api/people/lookup", { kind, value });
  if (answer.status === 404) return undefined;
  if (answer.status !== 200) throw new Error(`lookup of ${kind} answered ${answer.status}`);
  return answer.body;
}

/** The whole timeline of a person, newest first. */
export async function timelineOf(server: Asking, id: string): Promise<Item[]> {
  const items: Item[] = [];
  for (let before: string | null = ""; before !== null; ) {
    const from: string = before === "" ? "" : `&before=${before}`;
    const page = await server.ask<{ items: Item[]; next: string | null }>(
      `/api/people/${id}/timeline?limit=200${from}`,
    );
    if (page.status !== 200) throw new Error(`timeline answered ${page.status}`);
    items.push(...page.body.items);
    before = page.body.next;
  }
  return items;
}
