import type { DigestFacts, DigestTalk } from "../digest.ts";

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const LANGUAGES = { en: "in English", zh: "in Chinese" };

function facts({ when, next, only, language, quiet }: DigestFacts): string {
  const parts = [
    `${when}, ${LANGUAGES[language]}`,
    ...(only.length > 0 ? [`only ${only.join(" · ")}`] : []),
    ...(quiet ? ["quiet weeks are skipped"] : []),
    ...(next ? [`next: ${next}`] : []),
  ];
  return parts.join("; ");
}

export const digest: DigestTalk = {
  when: (weekday, time, timezone) => `every ${WEEKDAYS[weekday] ?? ""} at ${time} (${timezone})`,
  welcome: (when) =>
    `From now on the weekly price digest comes to this channel ${when}. "digest off" ends it, "digest now" shows a preview.`,
  on: (of) => `The weekly digest is on here: ${facts(of)}.`,
  changed: (of) => `The weekly digest of this channel is changed: ${facts(of)}.`,
  off: "The weekly digest of this channel is off.",
  none: 'No weekly digest comes here. "digest on monday 09:00" sets one up.',
  cannotPost:
    "I may not post in this channel, so nothing was set up. Add me to it (or have it unarchived), then say it again.",
  maybe: "My first message there may not have arrived: if the channel does not show it, set the digest up again.",
  notYours: "Only who set this digest up, or an admin, may change it. Nothing was changed.",
  badTimezone: (name) =>
    `I know no time zone called "${name}", so nothing was changed. Say for example Asia/Shanghai or Europe/Berlin.`,
  status: ({ last, paused, ...of }) =>
    `Weekly digest of this channel: ${facts(of)}${paused ? '; paused, since the channel refused it: "digest on" tries again' : ""}${last ? `; last edition: ${last}` : ""}.`,
  elsewhere: (count) => `You set up ${count === 1 ? "one more" : `${count} more`} in other channels; ask there.`,
  noEdition: (date, days) =>
    `There is no edition of ${date} for this channel.${days.length > 0 ? ` The latest are of ${days.join(", ")}.` : ""}`,
  edition: {
    sent: (date) => `The edition of ${date}.`,
    unknown: (date) =>
      `The edition of ${date}, which may or may not have arrived here: "digest now ${date}" posts it again.`,
    refused: (date) => `The edition of ${date}, which this channel refused.`,
    skipped: (date) => `The edition of ${date}, which was skipped: a quiet week.`,
    missed: (date) => `The edition of ${date} was not sent; its news went into the next one.`,
    claimed: (date) => `The edition of ${date}, which is on its way.`,
  },
  sentAgain: (date) => `The edition of ${date} is posted again.`,
  refused: (when) =>
    `The weekly price digest that you set up for ${when} could not be posted: its channel is archived, or I am not in it any more. It is paused; nothing is lost. Once I may post there again, say "digest on" in that channel.`,
  unsure: (when, date) =>
    `Nobody can tell whether the price digest of ${date} (${when}) arrived in its channel. It counts as sent. If it is missing there, say "digest show ${date}" in that channel and post it again.`,
};
