// The words about households: made and entered by persons themselves; each shares what they say, with whom they say.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";

const iso = z.string();
const person = { person: true } as const;
const own = { who: person, owns: "this person" } as const;
const idParams = z.object({ id: z.guid() });
const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => !/\p{Cc}/u.test(text), "holds a sign that cannot be shown");
const name = line(60).describe("what the household is called");
const called = line(40).describe("what the others may call you: your own word");
const code = z.string().max(60).describe("of the link, or typed: twelve letters and digits");

const kind = z.object({
  kind: z.string(),
  title: z.string(),
  theirs: z.string().describe("what it is called by who is let see it"),
  sees: z.string().describe("what somebody sees with whom it is shared"),
  opens: z.boolean().describe("whether there is something to open: see me.household_shown"),
});
export type ShareKindView = z.infer<typeof kind>;

const invitation = z.object({
  id: z.string(),
  code: z.string(),
  url: z.string(),
  mailed: z.boolean().describe("it was mailed, and only who holds that address can accept it"),
  madeAt: iso,
  endsAt: iso,
});
export type HouseholdInvitation = z.infer<typeof invitation>;

const household = z.object({
  id: z.string(),
  name: z.string(),
  madeAt: iso,
  maker: z.boolean().describe("you made it"),
  called: z.string().describe("what the others call you"),
  members: z
    .array(z.object({ id: z.string(), called: z.string(), maker: z.boolean(), joinedAt: iso }))
    .describe("the others"),
  shares: z.array(
    z.object({
      kind: z.string(),
      withId: z.string(),
      since: iso,
      rests: z
        .boolean()
        .describe("an identifier became yours since then: nothing is seen until you say so again"),
    }),
  ),
  sharedWithMe: z.array(z.object({ kind: z.string(), memberId: z.string() })),
  invitations: z.array(invitation).describe("your own that are open"),
});
export type HouseholdView = z.infer<typeof household>;

export const households = z.object({ items: z.array(household), kinds: z.array(kind) });
export type Households = z.infer<typeof households>;

export const readHouseholds = endpoint({
  id: "me.households",
  method: "GET",
  url: "/v1/me/households",
  ...own,
  summary:
    "One's households: who is in them by the name each chose, what one lets whom see, what one is let see, and one's open invitations. Nothing else of a member is told.",
  answer: households,
});

export const putHousehold = endpoint({
  id: "me.household_put",
  method: "PUT",
  url: "/v1/me/households/:id",
  ...own,
  summary:
    "Makes a household under an id of the caller's making (five a person: else 409 household.too_many), or changes one's own: its name by its maker alone (403 household.not_maker), what one is called by oneself. Another's: 404 me.not_found.",
  params: idParams,
  body: z.object({ name, called }),
  answer: households,
});

export const leaveHousehold = endpoint({
  id: "me.household_leave",
  method: "DELETE",
  url: "/v1/me/households/:id",
  ...own,
  summary:
    "Leaves at once: whatever one shared there, or was shared, is over with it, and one's open invitations. The last one ends the household. Another's: 404 me.not_found.",
  params: idParams,
  answer: households,
});

export const removeMember = endpoint({
  id: "me.household_remove",
  method: "DELETE",
  url: "/v1/me/household-members/:id",
  ...own,
  summary:
    "Takes another out of a household that one made: they are told, by mail and in their corner. Who did not make it: 403 household.not_maker. Of another's household: 404 me.not_found.",
  params: idParams,
  answer: households,
});

export const inviteToHousehold = endpoint({
  id: "me.household_invite",
  method: "PUT",
  url: "/v1/me/household-invitations/:id",
  ...own,
  summary:
    "Invites, under an id of the caller's making; the same again gives the same invitation. It works once, for seven days. Without an address one hands over the link or the code; with one it is mailed, without a name or a word of the caller's, and the answer is the same whether the address is known or not. Ten mails a day, three to one address: else 429 door.too_often.",
  params: idParams,
  body: z.object({ householdId: z.guid(), email: z.email().max(320).optional() }),
  answer: households,
});

export const uninvite = endpoint({
  id: "me.household_uninvite",
  method: "DELETE",
  url: "/v1/me/household-invitations/:id",
  ...own,
  summary: "Takes an open invitation of one's own back. Another's, or a used one: 404 me.not_found.",
  params: idParams,
  answer: households,
});

export const lookAtInvitation = endpoint({
  id: "me.household_look",
  method: "POST",
  url: "/v1/me/household-invitations/look",
  ...own,
  summary:
    "What an invitation is to, before it is accepted; nothing is used up. Used, over, taken back or made up: 410 household.invitation_dead. Twenty tries an hour.",
  body: z.object({ code }),
  answer: z.object({ household: z.string(), by: z.string(), members: z.number(), endsAt: iso }),
});

export const acceptInvitation = endpoint({
  id: "me.household_accept",
  method: "POST",
  url: "/v1/me/household-invitations/accept",
  ...own,
  summary:
    "Enters the household, once an invitation. Nothing is shared by it but the name one chooses here. One that was mailed is accepted by who holds the address: else 409 household.invitation_elsewhere. Full: 409 household.full.",
  body: z.object({ code, called }),
  answer: households,
});

const shareParams = z.object({ id: z.guid(), kind: z.string().max(40) });
const SHARES = "/v1/me/household-members/:id/shares/:kind";

export const shareWith = endpoint({
  id: "me.household_share",
  method: "PUT",
  url: SHARES,
  ...own,
  summary:
    "Lets this one member see this one thing of one's own, until it is taken back. Not a member of a household of one's own, or no such kind: 404 me.not_found.",
  params: shareParams,
  answer: households,
});

export const unshareWith = endpoint({
  id: "me.household_unshare",
  method: "DELETE",
  url: SHARES,
  ...own,
  summary: "Takes it back, at once and everywhere.",
  params: shareParams,
  answer: households,
});

export const unshareAll = endpoint({
  id: "me.household_unshare_all",
  method: "DELETE",
  url: "/v1/me/household-shares",
  ...own,
  summary: "Takes back everything one shares with anybody, in one act.",
  answer: households,
});

const sharedLine = z.object({
  label: z.string().nullable(),
  text: z.string(),
  more: z.string().nullable(),
});
export type SharedLine = z.infer<typeof sharedLine>;

export const readShared = endpoint({
  id: "me.household_shown",
  method: "GET",
  url: SHARES,
  ...own,
  summary:
    "What another member lets one see of one kind. It is written down for them. Not shared, or no longer: 404 household.not_shared. Of another's household: 404 me.not_found.",
  params: shareParams,
  answer: z.object({ called: z.string(), lines: z.array(sharedLine) }),
});

export const readHouseholdLog = endpoint({
  id: "me.household_log",
  method: "GET",
  url: "/v1/me/household-log",
  ...own,
  summary:
    "What of one's own was shown to whom and when, to ten minutes, and from which households one was taken out. The latest hundred of three years; it stays when one leaves.",
  answer: z.object({
    items: z.array(
      z.object({
        what: z.enum(["shown", "removed"]),
        household: z.string(),
        kind: z.string().nullable(),
        title: z.string().nullable(),
        other: z.string().nullable().describe("what they were called then; null when they are forgotten"),
        at: iso,
        until: iso,
      }),
    ),
  }),
});

export const readScreen = endpoint({
  id: "me.household_screen",
  method: "GET",
  url: "/v1/me/household-screen",
  ...own,
  summary:
    "For a screen that several use: the members who let the caller see their name there. To be one of them takes their own sign-in.",
  answer: z.object({ others: z.array(z.object({ id: z.string(), called: z.string() })) }),
});

export const personHouseholds = endpoint({
  id: "people.households",
  method: "GET",
  url: "/api/people/:id/households",
  who: { may: "people.read" },
  owns: "installation",
  opensPerson: true,
  summary:
    "That a person is in households: how many are in each, and what they let the others see. Names only for who may manage rights; of the other members nothing else, and no way to them.",
  params: idParams,
  answer: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string().nullable().describe("null without the right"),
        members: z.number(),
        maker: z.boolean(),
        since: iso,
        called: z.array(z.string()).nullable().describe("what the others are called; null without the right"),
        shares: z.array(z.object({ kind: z.string(), title: z.string(), with: z.number() })),
      }),
    ),
  }),
});
export type PersonHousehold = z.infer<typeof personHouseholds.answer>["items"][number];
