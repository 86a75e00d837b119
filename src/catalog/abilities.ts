/** What a model can do, or an API around it offers. An ability that no source states is absent, never false. */
export const ABILITIES = [
  "vision",
  "audio",
  "video",
  "pdf",
  "image_output",
  "audio_output",
  "tools",
  "reasoning",
  "structured_output",
  "cache",
  "batch",
  "embedding",
] as const;
export type Ability = (typeof ABILITIES)[number];
