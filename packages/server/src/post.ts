// Who our mails are from, and whether this process sends them.
import type { Config } from "@somlos/kernel/config";
import type { Database } from "@somlos/kernel/db";
import type { Logger } from "@somlos/kernel/log";
import { type Mail, openMail } from "@somlos/kernel/mail";
import type { Place } from "@somlos/modules/access";
import type { CompanyView } from "@somlos/modules/company";

type Sender = { readonly company: CompanyView; readonly place: Place; readonly log: Logger };

export function openPost(config: Config, db: Database, { company, place, log }: Sender): Mail {
  const from = () => ({ name: company.name, address: `no-answer@${new URL(place.url).hostname}` });
  const mail = openMail({ db, smtpUrl: config.smtpUrl, from, log });
  if (config.role !== "api") mail.start();
  return mail;
}
