// The words of permission: where one holds, how it stands, what kind of use it is for. Signs and words, never a colour alone.
import type { PermissionChannel } from "@somlos/contract/rooms/consent";
import type { PermissionState } from "@somlos/contract/rooms/consent-person";
import type { purposeBases, purposeKinds } from "@somlos/contract/rooms/consent-purposes";
import { texts, useText } from "@somlos/look/language";
import {
  type Icon,
  IconBell,
  IconBrowser,
  IconBuildingStore,
  IconDeviceMobile,
  IconMail,
  IconMailbox,
  IconMessage,
  IconMessageCircle,
  IconPhone,
  IconPlugConnected,
  IconReceipt,
  IconRobot,
} from "@tabler/icons-react";

export type PurposeKind = (typeof purposeKinds)[number];
export type PurposeBasis = (typeof purposeBases)[number];

const signs: Readonly<Record<PermissionChannel, Icon>> = {
  mail: IconMail,
  sms: IconMessage,
  push: IconBell,
  chat: IconMessageCircle,
  robot_call: IconRobot,
  call: IconPhone,
  letter: IconMailbox,
  web: IconBrowser,
  app: IconDeviceMobile,
  store: IconBuildingStore,
  till: IconReceipt,
  device: IconPlugConnected,
};

type Words = {
  readonly channels: Readonly<Record<PermissionChannel, string>>;
  readonly kinds: Readonly<Record<PurposeKind, string>>;
  readonly bases: Readonly<Record<PurposeBasis, string>>;
  readonly states: Readonly<Record<PermissionState, string>>;
};

export const permissionTexts = texts<Words>({
  en: {
    channels: {
      mail: "Mail",
      sms: "SMS",
      push: "Push",
      chat: "Direct message",
      robot_call: "Recorded call",
      call: "Call",
      letter: "Letter",
      web: "Web",
      app: "App",
      store: "Store",
      till: "Till",
      device: "Device",
    },
    kinds: {
      marketing: "Marketing",
      analysis: "Analysis",
      health: "Health",
      sensitive: "Sensitive",
      storage: "Storing on the device",
      recognition: "Recognition",
      sharing: "Sharing with others",
      service: "Service",
    },
    bases: {
      consent: "Consent",
      contract: "Contract",
      legitimate_interest: "Legitimate interest",
      legal_duty: "Legal duty",
    },
    states: {
      granted: "Yes",
      soft: "Through a purchase",
      waiting: "Waits to be confirmed",
      asleep: "Sleeps",
      incomplete: "Evidence is missing",
      withdrawn: "No",
    },
  },
  sv: {
    channels: {
      mail: "Mejl",
      sms: "Sms",
      push: "Push",
      chat: "Direktmeddelande",
      robot_call: "Samtal från automat",
      call: "Samtal",
      letter: "Brev",
      web: "Webb",
      app: "App",
      store: "Butik",
      till: "Kassa",
      device: "Apparat",
    },
    kinds: {
      marketing: "Marknadsföring",
      analysis: "Analys",
      health: "Hälsa",
      sensitive: "Känsligt",
      storage: "Lagring på enheten",
      recognition: "Igenkänning",
      sharing: "Delning med andra",
      service: "Service",
    },
    bases: {
      consent: "Samtycke",
      contract: "Avtal",
      legitimate_interest: "Berättigat intresse",
      legal_duty: "Rättslig förpliktelse",
    },
    states: {
      granted: "Ja",
      soft: "Genom ett köp",
      waiting: "Väntar på bekräftelse",
      asleep: "Vilar",
      incomplete: "Belägg saknas",
      withdrawn: "Nej",
    },
  },
  da: {
    channels: {
      mail: "Mail",
      sms: "Sms",
      push: "Push",
      chat: "Direkte besked",
      robot_call: "Opkald fra automat",
      call: "Opkald",
      letter: "Brev",
      web: "Web",
      app: "App",
      store: "Butik",
      till: "Kasse",
      device: "Apparat",
    },
    kinds: {
      marketing: "Markedsføring",
      analysis: "Analyse",
      health: "Helbred",
      sensitive: "Følsomt",
      storage: "Lagring på enheden",
      recognition: "Genkendelse",
      sharing: "Deling med andre",
      service: "Service",
    },
    bases: {
      consent: "Samtykke",
      contract: "Aftale",
      legitimate_interest: "Legitim interesse",
      legal_duty: "Retlig forpligtelse",
    },
    states: {
      granted: "Ja",
      soft: "Gennem et køb",
      waiting: "Venter på bekræftelse",
      asleep: "Hviler",
      incomplete: "Bevis mangler",
      withdrawn: "Nej",
    },
  },
});

type SignProps = {
  readonly channel: PermissionChannel;
  readonly size?: number;
  readonly silent?: boolean;
};

/** The sign with its word for those who do not see it; `silent` where the word stands beside it. */
export function PermissionSign({ channel, size = 16, silent = false }: SignProps) {
  const word = useText(permissionTexts).channels[channel];
  const Sign = signs[channel];
  return (
    <span className="sign" title={silent ? undefined : word}>
      <Sign size={size} stroke={1.6} aria-hidden className="icon" />
      {silent ? null : <span className="vh">{word}</span>}
    </span>
  );
}
