// Channels have a sign and a word, never a colour.
import type { Channel } from "@somlos/contract/rooms/events";
import { texts, useText } from "@somlos/look/language";
import {
  type Icon,
  IconAt,
  IconBell,
  IconBrowser,
  IconBuildingStore,
  IconDeviceDesktop,
  IconDeviceMobile,
  IconDeviceTablet,
  IconFileImport,
  IconHeadset,
  IconMail,
  IconMailbox,
  IconMessage,
  IconPhone,
  IconPlugConnected,
  IconQuestionMark,
  IconReceipt,
  IconServer,
} from "@tabler/icons-react";

const signs: Readonly<Record<Channel, Icon>> = {
  web: IconBrowser,
  app: IconDeviceMobile,
  store: IconBuildingStore,
  till: IconReceipt,
  mail: IconMail,
  sms: IconMessage,
  desk: IconHeadset,
  device: IconPlugConnected,
  letter: IconMailbox,
  social: IconAt,
  call: IconPhone,
  push: IconBell,
  tablet: IconDeviceTablet,
  kiosk: IconDeviceDesktop,
  server: IconServer,
  import: IconFileImport,
  unknown: IconQuestionMark,
};

type Words = Readonly<Record<Channel, string>>;
export const channelTexts = texts<Words>({
  en: {
    web: "Web",
    app: "App",
    store: "Store",
    till: "Till",
    mail: "Mail",
    sms: "SMS",
    desk: "Desk",
    device: "Device",
    letter: "Letter",
    social: "Social",
    call: "Call",
    push: "Push",
    tablet: "Tablet",
    kiosk: "Kiosk",
    server: "System",
    import: "Import",
    unknown: "Unknown channel",
  },
  sv: {
    web: "Webb",
    app: "App",
    store: "Butik",
    till: "Kassa",
    mail: "Mejl",
    sms: "Sms",
    desk: "Kundtjänst",
    device: "Apparat",
    letter: "Brev",
    social: "Sociala medier",
    call: "Samtal",
    push: "Push",
    tablet: "Surfplatta",
    kiosk: "Kiosk",
    server: "System",
    import: "Import",
    unknown: "Okänd kanal",
  },
  da: {
    web: "Web",
    app: "App",
    store: "Butik",
    till: "Kasse",
    mail: "Mail",
    sms: "Sms",
    desk: "Kundeservice",
    device: "Apparat",
    letter: "Brev",
    social: "Sociale medier",
    call: "Opkald",
    push: "Push",
    tablet: "Tablet",
    kiosk: "Kiosk",
    server: "System",
    import: "Import",
    unknown: "Ukendt kanal",
  },
});

/** The order of columns and chips, the same everywhere: nearest to the shop floor first. */
export const channelOrder: readonly Channel[] = [
  "store",
  "till",
  "kiosk",
  "tablet",
  "app",
  "push",
  "web",
  "mail",
  "sms",
  "letter",
  "social",
  "desk",
  "call",
  "device",
  "server",
  "import",
  "unknown",
];

export const inOrder = (channels: Iterable<Channel>): Channel[] => {
  const present = new Set(channels);
  return channelOrder.filter((channel) => present.has(channel));
};

type SignProps = { readonly channel: Channel; readonly size?: number; readonly silent?: boolean };

/** The sign with its word for those who do not see it; `silent` where the word stands beside it. */
export function ChannelSign({ channel, size = 16, silent = false }: SignProps) {
  const word = useText(channelTexts)[channel];
  const Sign = signs[channel];
  return (
    <span className="sign" title={silent ? undefined : word}>
      <Sign size={size} stroke={1.6} aria-hidden className="icon" />
      {silent ? null : <span className="vh">{word}</span>}
    </span>
  );
}
