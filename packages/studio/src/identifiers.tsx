// The kinds of identifiers, with a sign, a word, and how each says who somebody is.

import { texts } from "@somlos/look/language";
import {
  type Icon,
  IconBarcode,
  IconBrowser,
  IconCreditCard,
  IconDeviceMobile,
  IconFingerprint,
  IconId,
  IconKey,
  IconMail,
  IconMapPin,
  IconPackage,
  IconPhone,
  IconReceipt,
} from "@tabler/icons-react";

const signs: Readonly<Record<string, Icon>> = {
  login: IconKey,
  club_card: IconId,
  email: IconMail,
  phone: IconPhone,
  distinct_id: IconFingerprint,
  card_token: IconCreditCard,
  receipt: IconReceipt,
  order: IconPackage,
  device: IconDeviceMobile,
  address: IconMapPin,
  visitor: IconBrowser,
};

type Words = {
  readonly kinds: Readonly<Record<string, string>>;
  readonly by: Readonly<Record<string, string>>;
};

export const identifierTexts = texts<Words>({
  en: {
    kinds: {
      login: "Login",
      club_card: "Club card",
      email: "E-mail",
      phone: "Phone",
      distinct_id: "Distinct id",
      card_token: "Payment card",
      receipt: "Receipt",
      order: "Order",
      device: "Device",
      address: "Address",
      visitor: "Visitor id",
    },
    by: {
      login: "signed in",
      club_card: "club card",
      email: "e-mail address",
      phone: "phone number",
      distinct_id: "distinct id",
      card_token: "payment card",
      receipt: "receipt",
      order: "order number",
      device: "own device",
      address: "address",
      visitor: "visitor id",
    },
  },
  sv: {
    kinds: {
      login: "Inloggning",
      club_card: "Klubbkort",
      email: "E-post",
      phone: "Telefon",
      distinct_id: "Distinct id",
      card_token: "Betalkort",
      receipt: "Kvitto",
      order: "Order",
      device: "Enhet",
      address: "Adress",
      visitor: "Besökar-id",
    },
    by: {
      login: "inloggad",
      club_card: "klubbkort",
      email: "e-postadress",
      phone: "telefonnummer",
      distinct_id: "distinct id",
      card_token: "betalkort",
      receipt: "kvitto",
      order: "ordernummer",
      device: "egen enhet",
      address: "adress",
      visitor: "besökar-id",
    },
  },
  da: {
    kinds: {
      login: "Login",
      club_card: "Klubkort",
      email: "E-mail",
      phone: "Telefon",
      distinct_id: "Distinct id",
      card_token: "Betalingskort",
      receipt: "Kvittering",
      order: "Ordre",
      device: "Enhed",
      address: "Adresse",
      visitor: "Besøgs-id",
    },
    by: {
      login: "logget ind",
      club_card: "klubkort",
      email: "e-mailadresse",
      phone: "telefonnummer",
      distinct_id: "distinct id",
      card_token: "betalingskort",
      receipt: "kvittering",
      order: "ordrenummer",
      device: "egen enhed",
      address: "adresse",
      visitor: "besøgs-id",
    },
  },
});

export function IdentifierSign({ kind, size = 14 }: { readonly kind: string; readonly size?: number }) {
  const Sign = signs[kind] ?? IconBarcode;
  return <Sign size={size} stroke={1.6} aria-hidden className="icon" />;
}

/** The strongest say who somebody is; a visitor id only that it is the same browser. */
const ranks = [
  "login",
  "club_card",
  "email",
  "phone",
  "distinct_id",
  "device",
  "visitor",
  "card_token",
  "order",
  "receipt",
  "address",
];
export const rankOf = (kind: string): number => {
  const at = ranks.indexOf(kind);
  return at === -1 ? ranks.length : at;
};

/** Long ids without a meaning of their own are shown by both ends; the whole stands in the title. */
export const shortValue = (kind: string, value: string): string =>
  ["visitor", "device", "distinct_id", "card_token"].includes(kind) && value.length > 16
    ? `${value.slice(0, 6)}…${value.slice(-4)}`
    : value;
