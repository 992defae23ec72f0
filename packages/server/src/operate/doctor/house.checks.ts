// What the house does: partitions made ahead, parked events, mail.
import { connect } from "node:net";
import type { Config } from "@somlos/kernel/config";
import type { Tx } from "@somlos/kernel/db";
import { countMails } from "@somlos/kernel/mail";
import { countLastHour, countParked, hasMonth } from "@somlos/modules/events";
import { bad, type Check, ok, warn } from "./check.ts";

const nextMonth = (now: Date): Date => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1));

export async function checkMonths(tx: Tx, now: Date): Promise<Check> {
  const todo =
    "npm start makes them, then a worker does every hour: see that one process has SOMLOS_ROLE all or worker";
  if (!(await hasMonth(tx, now)))
    return bad("months", "the log has no place for this month: events are refused", todo);
  return (await hasMonth(tx, nextMonth(now)))
    ? ok("months", "this month and the next are made")
    : warn("months", "the next month is not made yet", todo);
}

const MUCH = 0.05;
const FEW = 20;

export async function checkParked(tx: Tx, now: Date): Promise<Check> {
  const { taken, parked } = await countLastHour(tx, now);
  const open = await countParked(tx, null);
  const share = taken + parked === 0 ? 0 : parked / (taken + parked);
  const says = `${open} wait; ${(share * 100).toFixed(1)} % of the last hour's ${taken + parked} events`;
  return share > MUCH && parked >= FEW
    ? warn("parked", says, "studio, Live, Parked: the causes are listed there; mend the sender and replay")
    : ok("parked", says);
}

const reaches = (host: string, port: number): Promise<boolean> =>
  new Promise((tell) => {
    const socket = connect({ host, port, timeout: 5000 });
    const end = (yes: boolean) => {
      socket.destroy();
      tell(yes);
    };
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
    socket.once("timeout", () => end(false));
  });

const SMTP_PORT = 587;
const SMTPS_PORT = 465;

export async function checkMail({ smtpUrl }: Config, tx: Tx, now: Date): Promise<Check> {
  const { waiting, refused } = await countMails(tx, now);
  const says = `${waiting} wait, ${refused} were given up in the last day`;
  if (smtpUrl === undefined)
    return waiting > 0
      ? warn("mail", `no SMTP_URL, ${says}`, "set SMTP_URL, or read them in the studio under Mail")
      : ok("mail", "no SMTP_URL: every mail stays in the local outbox");
  const { hostname, port, protocol } = new URL(smtpUrl);
  const at = Number(port) || (protocol === "smtps:" ? SMTPS_PORT : SMTP_PORT);
  if (!(await reaches(hostname, at)))
    return bad(
      "mail",
      `${hostname}:${at} does not answer; ${says}`,
      "check SMTP_URL, the firewall, and that the mail server runs",
    );
  return refused > 0
    ? warn(
        "mail",
        `${hostname}:${at} answers; ${says}`,
        "studio, Mail: each shows the mail server's last words",
      )
    : ok("mail", `${hostname}:${at} answers; ${says}`);
}
