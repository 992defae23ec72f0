// A small believable life for pictures: one person across channels, some neighbours, something parked. Times lie around now,
// so that a picture taken today looks like today.

type Message = Record<string, unknown>;
let n = 0;
const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
const message = (type: string, minutes: number, who: object, more: object, channel: string): Message => ({
  type,
  messageId: `life-${Date.now()}-${++n}`,
  timestamp: ago(minutes),
  context: { channel },
  ...who,
  ...more,
});
const did = (
  minutes: number,
  who: object,
  channel: string,
  event: string,
  properties: object = {},
): Message => message("track", minutes, who, { event, properties }, channel);
const told = (minutes: number, who: object, channel: string, traits: object): Message =>
  message("identify", minutes, who, { traits }, channel);

const astrid = { userId: "astrid" };
const phone = { ...astrid, anonymousId: "astrids-iphone" };
const laptop = { ...astrid, anonymousId: "astrids-laptop" };
const lamp = { product_id: "2000000104", name: "Table lamp Månsken, brass", price: 1249, currency: "SEK" };

const fromBrowsers: Message[] = [
  told(9000, laptop, "web", {
    name: "Astrid Lindqvist",
    email: "astrid.lindqvist@posten.example",
    phone: "+46701740605",
  }),
  did(320, laptop, "web", "Products Searched", { query: "table lamp brass" }),
  did(316, laptop, "web", "Product Viewed", lamp),
  did(310, laptop, "web", "Product Added", lamp),
  did(300, laptop, "web", "Checkout Step Viewed", { step: 3 }),
  {
    ...did(14, phone, "app", "Product Scanned", { ...lamp, location: "Malmö, Södra Förstadsgatan" }),
    messageId: "scanned-lamp",
  },
  did(8, phone, "app", "Product Viewed", { name: "Wool hat Rimfrost", price: 249, currency: "SEK" }),
  did(3, { anonymousId: "nobody-yet-1" }, "web", "Product Viewed", {
    name: "Sofa Holme",
    price: 8995,
    currency: "SEK",
  }),
  did(2, { anonymousId: "nobody-yet-2" }, "web", "Products Searched", { query: "solglasögon" }),
  told(60, { userId: "kalle", anonymousId: "kalles-pixel" }, "app", {
    name: "Kalle Wikström",
    email: "kalle@post.example",
  }),
  did(5, { userId: "kalle", anonymousId: "kalles-pixel" }, "app", "Cart Viewed"),
  { ...did(4, { userId: "kalle" }, "web", "Order Completed", { total: "1.249,00" }), timestamp: "yesterday" },
];
const fromServers: Message[] = [
  told(8900, astrid, "store", {
    club_card: "9752 3104 4471",
    balcony: false,
    size: "38",
    favourite_store: "Malmö",
  }),
  did(7200, astrid, "till", "Receipt Issued", {
    receipt_id: "M2-88134",
    total: 1047,
    currency: "SEK",
    products: [{ name: "Rain jacket Skur 104" }],
  }),
  did(1500, astrid, "mail", "Message Opened", { subject: "Your parcel is on its way" }),
  did(1490, astrid, "desk", "Call Ended", { subject: "Late delivery" }),
  did(310, astrid, "mail", "Message Opened", { subject: "Looking after oiled oak" }),
  did(20, astrid, "store", "Store Entered", { location: "Malmö, Södra Förstadsgatan" }),
  told(10, { userId: "christoffersen" }, "server", {
    name: "Anne-Charlotte Fredensborg-Christoffersen",
    email: "anne-charlotte.fredensborg-christoffersen+nyhedsbreve@sonderjyllands-boligforening.example",
    phone: "+4520123456",
    club_card: "9752 3104 4498",
  }),
  told(50, { userId: "freja" }, "server", { name: "Freja Holm", email: "freja@post.example" }),
  did(6, { userId: "freja" }, "social", "Message Received", { subject: "Is the stool in Copenhagen?" }),
  did(7, { userId: "freja" }, "sms", "Message Received", { subject: "STOP" }),
];

export async function smallLife(url: string, publicKey: string, serverKey: string): Promise<void> {
  for (const [key, batch] of [
    [publicKey, fromBrowsers],
    [serverKey, fromServers],
  ] as const)
    await fetch(`${url}/v1/batch`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}`,
      },
      body: JSON.stringify({ batch }),
    });
}
