import { texts } from "@somlos/look/language";

/** `value` is told in its unit already. */
export const alertTexts = texts({
  en: {
    began: (ago: string) => `Began ${ago}.`,
    rules: {
      log_stalled: {
        title: (value: string) => `The log has stood still for ${value}`,
        says: "A write transaction keeps later events from whoever reads the log. npm run doctor names it.",
      },
      parked_share: {
        title: (value: string) => `${value} of the last hour's events were parked`,
        says: "Look at the cause under Live, Parked; mend what sends them and play them again.",
      },
      queue: {
        title: (value: string) => `${value} events wait to be written`,
        says: "Soon senders are asked to wait. Look at the load of the database and its disk.",
      },
      backup_old: {
        title: (value: string) => `The newest backup is ${value} old`,
        says: "npm run backup makes one now. Look in the log why the daily one is missing.",
      },
      disk_low: {
        title: (value: string) => `Only ${value} is free on the disk of the database`,
        says: "Make room, use a larger disk, or keep some kinds for a shorter time.",
      },
      connections: {
        title: (value: string) => `${value} of the database's connections are used`,
        says: "Raise max_connections, or run fewer processes.",
      },
      files_late: {
        title: (value: string) => `Traces of an erasure have been in the files of the database for ${value}`,
        says: "A table is in use, there is no room on the disk for its copy, or an old transaction still sees them. docs/operate.md, Traces of erasures, says what to do.",
      },
    },
  },
  sv: {
    began: (ago: string) => `Började ${ago}.`,
    rules: {
      log_stalled: {
        title: (value: string) => `Loggen har stått still i ${value}`,
        says: "En skrivande transaktion håller senare händelser borta från den som läser loggen. npm run doctor säger vilken.",
      },
      parked_share: {
        title: (value: string) => `${value} av den senaste timmens händelser parkerades`,
        says: "Se orsaken under Live, Parkerade; rätta det som skickar dem och spela upp dem igen.",
      },
      queue: {
        title: (value: string) => `${value} händelser väntar på att skrivas`,
        says: "Snart blir avsändarna ombedda att vänta. Se efter hur hårt databasen och dess disk arbetar.",
      },
      backup_old: {
        title: (value: string) => `Den senaste säkerhetskopian är ${value} gammal`,
        says: "npm run backup gör en nu. Se i loggen varför den dagliga saknas.",
      },
      disk_low: {
        title: (value: string) => `Bara ${value} är ledigt på databasens disk`,
        says: "Frigör plats, skaffa en större disk eller spara några slag kortare tid.",
      },
      connections: {
        title: (value: string) => `${value} av databasens anslutningar används`,
        says: "Höj max_connections eller kör färre processer.",
      },
      files_late: {
        title: (value: string) => `Spår av en radering har legat kvar i databasens filer i ${value}`,
        says: "En tabell används, disken har inte plats för dess kopia, eller så ser en gammal transaktion dem än. docs/operate.md, Traces of erasures, säger vad som hjälper.",
      },
    },
  },
  da: {
    began: (ago: string) => `Begyndte ${ago}.`,
    rules: {
      log_stalled: {
        title: (value: string) => `Loggen har stået stille i ${value}`,
        says: "En skrivende transaktion holder senere hændelser væk fra dem, der læser loggen. npm run doctor siger hvilken.",
      },
      parked_share: {
        title: (value: string) => `${value} af den seneste times hændelser blev parkeret`,
        says: "Se årsagen under Live, Parkerede; ret det, der sender dem, og afspil dem igen.",
      },
      queue: {
        title: (value: string) => `${value} hændelser venter på at blive skrevet`,
        says: "Snart bliver afsenderne bedt om at vente. Se, hvor hårdt databasen og dens disk arbejder.",
      },
      backup_old: {
        title: (value: string) => `Den nyeste sikkerhedskopi er ${value} gammel`,
        says: "npm run backup laver en nu. Se i loggen, hvorfor den daglige mangler.",
      },
      disk_low: {
        title: (value: string) => `Kun ${value} er ledigt på databasens disk`,
        says: "Gør plads, brug en større disk, eller gem nogle slags i kortere tid.",
      },
      connections: {
        title: (value: string) => `${value} af databasens forbindelser er i brug`,
        says: "Hæv max_connections, eller kør færre processer.",
      },
      files_late: {
        title: (value: string) => `Spor af en sletning har ligget i databasens filer i ${value}`,
        says: "En tabel er i brug, disken har ikke plads til dens kopi, eller en gammel transaktion ser dem endnu. docs/operate.md, Traces of erasures, siger, hvad der hjælper.",
      },
    },
  },
});
