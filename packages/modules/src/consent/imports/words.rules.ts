// The usual words of other systems for what a row of a file says: in English, Swedish and Danish; for yes and no in Norwegian,
// Finnish and German too. Pure.
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
  granted: [
    "granted,yes,y,true,1,opted in,opt in,optin,subscribed,consented,accepted,given,allowed",
    "ja,j,samtycke,samtyckt,godkänd,accepterat,beviljad,prenumererar,anmäld",
    "samtykke,samtykket,givet,accepteret,godkendt,tilmeldt",
    "påmeldt,gitt,godkjent,kyllä,suostumus,suostunut,hyväksytty,tilannut",
    "zugestimmt,eingewilligt,einwilligung,angemeldet,erteilt",
  ].join(),
  soft: "soft,soft opt in,mjukt ja",
  withdrawn: [
    "withdrawn,no,n,false,0,off,unsubscribed,unsubscribe,unsub,opted out,opt out,optout,revoked,refused,declined,denied",
    "objected,objection,rejected,stop,stopped,blocked,blacklisted,suppressed,complained,complaint,spam,spam complaint",
    "bounce,bounced,hard bounce,hard bounced,abuse,removed,no thanks,no thank you,no consent,not consented,not allowed",
    "do not contact,do not mail,do not email,do not call,dnc,disallowed",
    "nej,falskt,avregistrerad,avregistrerat,avprenumererad,avprenumererat,avanmäld,avanmält,återkallad,återkallat",
    "återtaget,återtagen,nekat,nekad,avböjt,avböjd,avslag,tackat nej,spärrad,spärrat,blockerad,stopp,stoppad,kontakta ej,kontakta inte",
    "nej tack,reserverad,reserverat,reserverar sig,reservation,avregistrera,avprenumerera,avanmäl,studsat,studsad,inget samtycke",
    "ej samtycke,inte tillåtet,ej tillåtet,tackar nej,sagt nej",
    "nej tak,tak nej,afmeld,afmelding,afviste,reserveret,framelding,intet samtykke,ikke samtykke,ikke tilladt,sagt nej tak",
    "nei takk,takk nei,reservasjon,reservert mot,avmeld,avmelding,ikke samtykke,ikke tillatt,nein danke,ei kiitos",
    "frameldt,afmeldt,afregistreret,frabedt,trukket tilbage,tilbagekaldt,tilbagetrukket,afvist,afslået,nægtet,spærret",
    "blokeret,stoppet,falsk,kontakt ikke,må ikke kontaktes",
    "nei,avmeldt,meldt av,avregistrert,reservert,reservert seg,trukket,tilbakekalt,tilbaketrukket,trukket tilbake",
    "avvist,avslått,nektet,sperret,blokkert,ikke kontakt",
    "ei,kielletty,kieltänyt,kielto,peruttu,peruutettu,perunut,estetty,hylätty,kieltäytynyt,poistunut,älä ota yhteyttä",
    "nein,abgemeldet,abbestellt,ausgetragen,widerrufen,widersprochen,widerspruch,abgelehnt,verweigert,gesperrt,blockiert,falsch",
    "nicht kontaktieren,kein kontakt",
  ].join(),
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
