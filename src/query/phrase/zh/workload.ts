import type { Query, Workload } from "../../query.ts";
import { count } from "../figures.ts";
import { saidOf, type Words } from "../tongue.ts";

const TEXTS = { zh_chars: "字", words: "个英文单词", pages: "页" } as const;

const WORDS: Words<Workload> = {
  requests: (requests) => `${count(requests)}次调用`,
  days: (days) => `共${count(days)}天`,
  input: (input, { workload }) => `${each(workload)}输入${count(input)} token`,
  cachedInput: (cached) => `其中${count(cached)} token命中缓存`,
  audioInput: (audio) => `其中${count(audio)} token是音频`,
  output: (output) => `输出${count(output)} token`,
  tokens: (tokens) => `${count(tokens)} token`,
  text: ({ amount, unit }) => `${count(amount)}${TEXTS[unit]}`,
  batch: () => "走批量",
};

const each = (workload: Workload | undefined): string => (workload?.requests === undefined ? "" : "每次");

export const workload = (load: Workload, query: Query): string => saidOf(WORDS, load, query).join("，");
