// The usual words of other systems, in English, Swedish and Danish, for what a row of a file says. Pure.
import type { PermissionChannel } from "@somlos/contract/rooms/consent";
import type { carrierKinds } from "@somlos/contract/rooms/consent-say";

export type RowState = "granted" | "soft" | "withdrawn";
export type CarrierKind = (typeof carrierKinds)[number];

/** `E-mail`, `e_mail` and `e mail` are one word. */
const fold = (word: string): string =>
  word
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s_.-]+/g, " ")
    .trim();

function byWord<Meant extends string>(lists: Readonly<Record<Meant, string>>): ReadonlyMap<string, Meant> {
  const all = Object.entries<string>(lists).flatMap(([meant, list]) =>
    list.split(",").map((word) => [fold(word), meant as Meant] as const),
  );
  return new Map(all);
}

const states = byWord<RowState>({
  granted:
    "granted,yes,ja,opted in,opt in,subscribed,consented,accepted,given,samtycke,samtyckt,godkänd,accepterat,beviljad,prenumererar,anmäld,samtykke,samtykket,givet,accepteret,godkendt,tilmeldt",
  soft: "soft,soft opt in,mjukt ja",
  withdrawn:
    "withdrawn,no,nej,unsubscribed,unsubscribe,opted out,opt out,optout,revoked,refused,declined,denied,objected,rejected,stop,stopped,blocked,suppressed,do not contact,avregistrerad,avprenumererad,avanmäld,återkallad,återkallat,återtaget,nekat,nekad,avböjt,tackat nej,spärrad,kontakta ej,frameldt,afmeldt,trukket tilbage,tilbagekaldt,tilbagetrukket,afvist,afslået,nægtet,spærret,kontakt ikke",
});

const channels = byWord<PermissionChannel>({
  mail: "mail,email,e mail,mejl,e mejl,epost,e post,newsletter,nyhetsbrev,nyhedsbrev",
  sms: "sms,mms,text,text message,textmeddelande,tekstbesked",
  push: "push,push notification,pushnotis,notis,pushbesked,notifikation",
  chat: "chat,chatt",
  robot_call:
    "robot call,robocall,automated call,robotsamtal,automatiskt samtal,robotopkald,automatisk opkald",
  call: "call,phone call,phone,telephone,telemarketing,samtal,telefonsamtal,telefon,opkald,telefonopkald",
  letter:
    "letter,post,postal,postal mail,direct mail,brev,brevpost,direktreklam,adresserad reklam,adresseret reklame",
  web: "web,website,webb,webbplats,hjemmeside",
  app: "app,appen",
  store: "store,shop,butik,butiken,butikken",
  till: "till,pos,kassa,kassan,kasse,kassen",
  device: "device,enhet,enhed",
});

const kinds = byWord<CarrierKind>({
  email: "email,e mail,mail,mejl,epost,e post,e postadress,epostadress,mejladress,email address,mailadresse",
  phone: "phone,phone number,telephone,mobile,mobile number,telefon,telefonnummer,mobil,mobilnummer,tlf",
  address: "address,postal address,adress,postadress,adresse,postadresse",
  login: "login,user id,inloggning,bruger",
  club_card: "club card,card,klubbkort,kundkort,medlemskort,klubkort,kundekort",
  device: "device,enhet,enhed",
  visitor: "visitor,besökare,besøgende",
});

const everything = new Set(["*", ..."all,any,everything,alla,allt,samtliga,alle,alt,samtlige".split(",")]);

export const stateIn = (word: string | null): RowState | undefined => states.get(fold(word ?? ""));
export const channelIn = (word: string): PermissionChannel | undefined => channels.get(fold(word));
export const isEverything = (word: string): boolean => everything.has(fold(word));

/** Of an address nobody needs to say that it is one. */
export const kindIn = (word: string | null, value: string): CarrierKind | undefined =>
  kinds.get(fold(word ?? "")) ?? (value.includes("@") ? "email" : undefined);
