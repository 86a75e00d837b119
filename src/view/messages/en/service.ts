import type { CountTalk, FormTalk, HomeTalk, SettingsTalk, Talk } from "../service.ts";

export const talk: Talk = {
  buttons: {
    share: "Share in channel",
    drop_filters: "Without your default filters",
    wrong_price: "This price is wrong",
    watch: "Watch this price",
  },
  throttled: (seconds) => `Those were many questions in one minute. Please ask again in ${seconds} seconds.`,
  fault: (incident) =>
    `Something went wrong on my side, so there is no answer. Please try again; if it stays, tell whoever runs me the incident ${incident}.`,
  newerButton: "That button comes from a newer version of me, and I cannot read it. Please ask the question again.",
  unreadableButton: "I cannot read that button. Please ask the question again.",
  shared: "It was shared already.",
  sinceThen: (day) => `These are today's prices; the message you clicked was of ${day}.`,
  onlyFirst: (characters) => `Only the first ${characters.toLocaleString("en-US")} characters were counted.`,
  forgotten:
    "Done: your settings, your watches and what I remembered of your last questions are deleted. What was posted in channels stays there.",
  wrongPrice: {
    reported: ({ who, figure, link }) =>
      `Thank you: the price of ${who} is on the review list${figure ? `, with your figure ${figure}` : ""}${link ? ` and your link` : ""}. It changes only after a check.`,
    how: 'If you know the right one, say so here: "this price is wrong, it is $3, see" and the link to the vendor\'s page.',
    whichOffer:
      'Which price is wrong? Ask for the one model first, or name it: "the price of gpt-4o is wrong, it is $3".',
    nobody: "Nobody reviews prices here, so nothing was noted down. Please tell whoever runs me.",
  },
};

export const settings: SettingsTalk = {
  of: { user: "You", channel: "This channel", workspace: "Workspace" },
  title: { user: "Your settings", channel: "Settings of this channel", workspace: "Settings of the workspace" },
  line: (whose, what) => `${whose}: ${what}.`,
  none: "nothing set",
  saved: (whose, what) => `Saved. ${whose}: ${what}.`,
  cleared: (whose) => `Cleared. ${whose}: nothing set.`,
  onlyAdmins: "Only administrators can change the settings of the workspace, so nothing was changed.",
  nothingToSet:
    'I did not find a setting in that. Try "settings currency CNY", "settings language Chinese for this channel", "settings per 1K tokens", "settings blend 4:1", "settings filters vision, no previews", or "reset settings".',
  language: { en: "answers in English", zh: "answers in Chinese" },
  currency: { USD: "prices in dollars", CNY: "prices in yuan" },
  blend: (ratio) => `input:output ${ratio}`,
  filters: (words) => `default filters: ${words}`,
  asAsked: "As the question",
  asBilled: "As billed",
};

export const home: HomeTalk = {
  title: "What LLM tokens cost",
  intro: [
    "Ask as you would ask a colleague, in English, Chinese or both: prices now or on a past day, rankings, costs of a workload, comparisons.",
    "Every answer carries its date, its source and its conditions.",
  ],
  greeting: {
    added: [
      "Hello! I answer questions about what LLM tokens cost. Mention me with a question; I speak only when addressed.",
    ],
    opened: ["Hello! Ask me what LLM tokens cost; follow-up questions work too."],
  },
  examples: "Try one:",
  settings: "What is set",
  forms: { calculator: "Cost calculator", settings: "Settings", digest: "Weekly digest" },
};

export const count: CountTalk = {
  understood: "what a text costs",
  title: (tokens, characters) => `${tokens} tokens in this text of ${characters} characters`,
  tokenizer: (name) => `Counted with ${name}, the tokenizer of OpenAI's models since GPT-4o.`,
  estimate: (low, high) =>
    `Other vendors' tokenizers: an estimate, ${low} to ${high} tokens. Costs below take the count above.`,
  empty: "There is no text to count in that message.",
};

export const forms: FormTalk = {
  cancel: "Cancel",
  calculator: {
    title: "Cost calculator",
    intro: "What would it cost? Numbers such as 2000, 2k or 1.5M.",
    submit: "Calculate",
    fields: {
      model: { label: "Model", placeholder: "sonnet 4.6", hint: "Several with commas" },
      input: { label: "Input tokens per request", placeholder: "2000" },
      output: { label: "Output tokens per request", placeholder: "500" },
      cached: { label: "Input from the cache, in percent", placeholder: "0" },
      requests: { label: "Requests", placeholder: "1" },
      per: { label: "How often" },
      currency: { label: "Currency" },
    },
    times: { total: "In all", day: "A day, for 30 days", week: "A week, for 30 days", month: "A month" },
  },
  settings: {
    intro: {
      user: "For your own questions. What a question says wins.",
      channel: "For everybody in this channel who has set nothing else.",
      workspace: "For everybody in the workspace, where neither they nor the channel set anything else.",
    },
    submit: "Save",
    fields: {
      language: { label: "Language of answers" },
      currency: { label: "Currency of prices" },
      per: { label: "Prices per" },
      blend: { label: "Blend, input:output", placeholder: "3:1", hint: "Orders “cheapest” where no side is named" },
      filters: {
        label: "Default filters",
        placeholder: "128k, vision, no previews",
        hint: "Added to rankings and lists, and named there",
      },
    },
  },
  digest: {
    title: "Weekly digest",
    intro: "What moved, once a week in this channel.",
    submit: "Save",
    fields: {
      weekday: { label: "Day" },
      time: { label: "Time", placeholder: "09:00" },
      timezone: { label: "Time zone", placeholder: "Europe/Berlin" },
      sections: { label: "Sections" },
      classes: { label: "Leaderboard of the cheapest" },
      language: { label: "Language" },
      filters: { label: "Only models with", placeholder: "open weights, no previews" },
      quiet: { label: "When nothing changed" },
    },
    quiet: { no: "Post anyway", yes: "Skip the week" },
    weekdays: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
    sections: {
      cuts: "Cuts",
      rises: "Rises",
      new: "New models",
      free: "Now free",
      announced: "Announced",
      retired: "Retired",
      leaderboard: "Leaderboard",
    },
  },
  faults: {
    required: "Please fill this in.",
    number: "A number of tokens or requests, such as 2000, 2k or 1.5M.",
    model: "I know no such model. Write it as in “gpt-4o mini” or “sonnet 4.6”.",
    share: "A percentage from 0 to 100.",
    ratio: "Two numbers, input before output, such as 3:1.",
    filters: "I did not understand that as filters. Try “128k, vision, no previews”.",
    time: "A time such as 09:00.",
    timezone: "A time zone such as Europe/Berlin or Asia/Shanghai.",
    usage: "Say how many tokens go in or come out.",
  },
  stale: "This form comes from another version of me. Please open it again.",
};
